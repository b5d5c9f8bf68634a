// Scenario: GitHub refuses sub-issues; the checklist alone links the tasks, and the report says so once.
import type { Instant } from '../../src/domain/day.ts';
import type { GitHub } from '../../src/github/client.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { reportLines, reportMarkdown } from '../../src/report/report.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { clientOf, noon, runAction, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const MONDAY = noon('2020-01-06');
const LINK = 'POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues';
const LIST = LINK.replace('POST', 'GET');
const TASKS = 4;

let github: EmbeddedGitHub;
let today = MONDAY;

beforeEach(async () => {
  today = MONDAY;
  github = await startTestGitHub({ seed: kubernetesSeed(KUBERNETES_CONFIG), now: () => today });
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function instantAfter(minutes: number): Instant {
  return (MONDAY + minutes * 60_000) as Instant;
}

function refuse(status: number, times = 1000): void {
  github.fault({
    kind: 'error-before',
    times,
    status,
    match: ({ operation }) => [LINK, LIST].includes(operation),
  });
}

function asked(): number {
  return github.journal.filter(({ operation }) => operation === LINK).length;
}

test.each([
  [404, 'GitHub offers no sub-issues here, so only the checklist links the task', 1],
  [410, 'GitHub offers no sub-issues here, so only the checklist links the task', 1],
])(
  'none here, %d: told once, asked no more, and everything else is there',
  async (status, words, requests) => {
    refuse(status);
    const run = await runAction(github, MONDAY);
    expect(asked()).toBe(requests);
    expectCheckboxesAlone();
    for (const text of [reportMarkdown(run).replaceAll('\\', ''), reportLines(run).join('\n')]) {
      expect(text.split(words)).toHaveLength(2);
      expect(text).toContain(`(and ${TASKS - 1} more like it)`);
    }
    expect(run.kind === 'applied' && run.applied.every(({ outcome }) => outcome !== 'failed')).toBe(true);
    const before = github.journal.length;
    await runAction(github, MONDAY);
    expect(github.journal.slice(before)).toHaveLength(2);
  },
);

function expectCheckboxesAlone(): void {
  const { issues } = repository(github);
  expect(issues).toHaveLength(1 + TASKS);
  expect(issues.every(({ parent }) => parent === null)).toBe(true);
  const { body } = issue(github, 1);
  for (const { number } of issues.slice(1)) expect(body).toContain(`#${number}<!-- /relcomms:task -->`);
}

test.each([
  // Both looks of a run try; three in a row that lack a right are enough for each.
  [403, 'the token cannot add sub-issues, for now only the checklist links the task', 6],
  [422, 'GitHub refused it, for now only the checklist links the task', 2 * TASKS],
])(
  'all refused with %d: tried again for a day, about once an hour, then the checklist does it',
  async (status, words, requests) => {
    refuse(status);
    const run = await runAction(github, MONDAY);
    expect(asked()).toBe(requests);
    expectCheckboxesAlone();
    expect(reportMarkdown(run).replaceAll('\\', '')).toContain(words);
    expect(run.kind === 'applied' && run.applied.every(({ outcome }) => outcome !== 'failed')).toBe(true);
    await runAction(github, MONDAY);
    expect(asked()).toBe(requests + requests / 2);
    // After the first hour, no run between two hours asks.
    for (const minutes of [65, 90, 117, 125]) {
      today = instantAfter(minutes);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await runAction(github, today);
    }
    expect(asked()).toBe(requests + requests / 2);
    expectCheckboxesAlone();
    today = instantAfter(120);
    await runAction(github, today);
    expect(asked()).toBe(requests * 2);
    // What a run gave up before it asked is left to the next one.
    today = noon('2020-01-07');
    await runAction(github, today);
    await runAction(github, today);
    const before = github.journal.length;
    await runAction(github, today);
    expect(github.journal.slice(before)).toHaveLength(2);
    expectCheckboxesAlone();
  },
);

test.each([403, 422])('one that is refused with %d keeps no other from its place', async (status) => {
  github.fault({ kind: 'error-before', times: 2, status, match: ({ operation }) => operation === LINK });
  const report = reportMarkdown(await runAction(github, MONDAY)).replaceAll('\\', '');
  expect(report).toContain('for now only the checklist links the task');
  expect(report).toContain(`${status}`);
  // The neighbours by the first look, and those two by the second.
  expect(asked()).toBe(TASKS + 2);
  expect(repository(github).issues.filter(({ parent }) => parent === 1)).toHaveLength(TASKS);
});

/** A server of before sub-issues: the field is unknown, which refuses the whole query, and so are the routes. */
function old(client: GitHub): { readonly client: GitHub; readonly refused: string[] } {
  const refused: string[] = [];
  const graphql = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    if (!/\bparent \{/.test(query)) return await client.graphql(query, variables);
    refused.push(/query (\w+)/.exec(query)?.[1] ?? '');
    const message = "Field 'parent' doesn't exist on type 'Issue'";
    throw Object.assign(new Error(message), { data: undefined, errors: [{ message }] });
  };
  return { client: { ...client, graphql }, refused };
}

test('a server that knows no parents is asked for what it has', async () => {
  refuse(404);
  for (let run = 1; run <= 3; run++) {
    const { client, refused } = old(clientOf(github));
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const done = await reconcile({ github: client, now: MONDAY });
    expect(done.kind === 'applied' && done.plan.unknown).toEqual([]);
    expect(done.kind === 'applied' && done.applied.every(({ outcome }) => outcome !== 'failed')).toBe(true);
    // It is refused once in a run, and nothing is made twice for it.
    expect(refused).toEqual(['RelcommsLook']);
    expect(repository(github).issues).toHaveLength(1 + TASKS);
  }
});

test('a limit or a broken answer is no refusal: the next run puts them below', async () => {
  github.fault({
    kind: 'secondary-limit',
    // It is waited for once.
    times: 2,
    retryAfter: 1,
    match: ({ operation }) => operation === LINK,
  });
  refuse(502, 4);
  // A limit holds the rest; a broken answer fails that one.
  const held = reportMarkdown(await runAction(github, MONDAY));
  expect(held).toContain('**Left for the next run: You have exceeded a secondary rate limit');
  expect(held).toContain('add the new issue');
  expect(reportMarkdown(await runAction(github, MONDAY))).toContain(
    '**Failed:** add #&#8203;2 as a sub-issue of',
  );
  await runAction(github, MONDAY);
  expect(repository(github).issues.filter(({ parent }) => parent === 1)).toHaveLength(TASKS);
});

test.each([404, 410])(
  'an issue that GitHub does not find yet is put below by the next look: %d',
  async (status) => {
    github.fault({ kind: 'error-before', times: 1, status, match: ({ operation }) => operation === LINK });
    const report = reportMarkdown(await runAction(github, MONDAY));
    expect(report).toContain('**Failed:** add the new issue v1.18.0/task/find-leads as a sub-issue of');
    expect(report).toContain('add #&#8203;2 as a sub-issue of #&#8203;1');
    expect(repository(github).issues.filter(({ parent }) => parent === 1)).toHaveLength(TASKS);
  },
);

test('what a person takes out from below the tracking issue stays out', async () => {
  await runAction(github, MONDAY);
  const [, task] = repository(github).issues;
  const json = (await github.as('bob').request('GET', `/repos/acme/demo/issues/${task?.number}`)).json;
  const { id } = json as { id: number };
  await github.as('bob').request('DELETE', '/repos/acme/demo/issues/1/sub_issue', { sub_issue_id: id });
  const before = github.journal.length;
  await runAction(github, MONDAY);
  expect(writesSince(github, before)).toEqual([]);
  expect(repository(github).issues[1]?.parent).toBeNull();
});

test('a tick whose issue could not be closed is not taken back', async () => {
  await runAction(github, MONDAY);
  const [, task] = repository(github).issues;
  await github.as('bob').tick(1, task?.title ?? '');
  const close = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
  let bad = true;
  github.fault({
    kind: 'error-before',
    times: 1000,
    match: ({ operation, path }) => bad && operation === close && !path.endsWith('/1'),
  });
  await runAction(github, MONDAY);
  bad = false;
  await runAction(github, MONDAY);
  expect(issue(github, task?.number ?? 0).state).toBe('closed');
  expect(issue(github, 1).body).toContain('- [x]');
});
