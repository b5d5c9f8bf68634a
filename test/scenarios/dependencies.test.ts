// Scenario: what a task comes after shows on GitHub as what its issue is blocked by, where both have an issue.
import { reportLines } from '../../src/report/report.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { CONFIG } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { ledgersOf, repository } from '../support/tracking.ts';

const MONDAY = instant('2020-01-06T12:00:00Z');
const PATH = '/repos/acme/demo/issues';
const ADD = 'POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by';
const LIST = ADD.replace('POST', 'GET');

const TEXT = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
tracking-issue: { tasks: all }
tasks:
  - { id: theme, title: Settle the theme, role: lead, week: 1 }
  - { id: post, title: Write the post, role: lead, week: 2 }
releases: [{ version: v2.0.0, start: 2020-01-06, release: 2020-01-28 }]
`;
const AFTER = TEXT.replace('week: 2 }', 'week: 2, after: [theme] }');

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(TEXT), now: () => MONDAY });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

/** One run, and another that finds nothing to write. */
async function settle() {
  const run = await runAction(github, MONDAY);
  const before = github.journal.length;
  await runAction(github, MONDAY);
  expect(writesSince(github, before)).toEqual([]);
  return run;
}

async function write(text: string): Promise<void> {
  await github.as('alice').putFile(CONFIG, text);
}

function numberOf(title: string): number {
  const found = repository(github).issues.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no issue ${title}`);
  return found.number;
}

/** Numbers of the issues that the post is blocked by, as people see it. */
async function blockers(): Promise<number[]> {
  const path = `${PATH}/${numberOf('Write the post')}/dependencies/blocked_by`;
  const { json } = await github.as('bob').request('GET', path);
  return (json as readonly { readonly number: number }[]).map(({ number }) => number);
}

async function idOf(number: number): Promise<number> {
  const { json } = await github.as('bob').request('GET', `${PATH}/${number}`);
  return (json as { readonly id: number }).id;
}

async function block(by: number): Promise<void> {
  const path = `${PATH}/${numberOf('Write the post')}/dependencies/blocked_by`;
  await github.as('bob').request('POST', path, { issue_id: await idOf(by) });
}

test('`after` of a task that has an issue is added once, with one look and one write, and goes with it', async () => {
  await settle();
  const theme = numberOf('Settle the theme');
  await write(AFTER);
  const before = github.journal.length;
  await settle();
  const asked = github.journal.slice(before).map(({ operation }) => operation);
  expect(await blockers()).toEqual([theme]);
  expect([LIST, ADD].map((name) => asked.filter((one) => one === name).length)).toEqual([1, 1]);
  await write(TEXT);
  await settle();
  expect(await blockers()).toEqual([]);
  expect(ledgersOf(github, 1)[0]?.body).not.toContain('blocked');
});

test('an issue that opens once the task before is done is linked to it in the same run', async () => {
  await write(AFTER);
  await settle();
  await github.as('alice').close(numberOf('Settle the theme'));
  await settle();
  expect(await blockers()).toEqual([numberOf('Settle the theme')]);
});

test('what people added stays, and what they take away is not added again', async () => {
  await settle();
  const theme = numberOf('Settle the theme');
  await block(theme);
  await block(1);
  await write(AFTER);
  await settle();
  expect(await blockers()).toEqual([theme, 1]);
  await write(TEXT);
  await settle();
  expect(await blockers()).toEqual([theme, 1]);

  await github.reset();
  await settle();
  await write(AFTER);
  await settle();
  await github
    .as('bob')
    .request('DELETE', `${PATH}/${numberOf('Write the post')}/dependencies/blocked_by/${await idOf(theme)}`);
  await settle();
  expect(await blockers()).toEqual([]);
});

test.each([404, 410, 403])(
  'where GitHub refuses them, %d: said in one line, nothing fails',
  async (status) => {
    await settle();
    github.fault({
      kind: 'error-before',
      times: 1000,
      status,
      match: ({ operation }) => [ADD, LIST].includes(operation),
    });
    await write(AFTER);
    const run = await runAction(github, MONDAY);
    expect(run.kind === 'applied' && run.applied.every(({ outcome }) => outcome !== 'failed')).toBe(true);
    expect(reportLines(run).join('\n')).toMatch(
      status === 403 ? /the token cannot add dependencies/ : /GitHub offers no issue dependencies here/,
    );
    const before = github.journal.length;
    await runAction(github, MONDAY);
    expect(github.journal.slice(before).map(({ operation }) => operation)).not.toContain(ADD);
    expect(writesSince(github, before)).toEqual([]);
  },
);
