// Scenario: the due day of a task stands in the organisation's field "Target date", where there is one.
import type { Run } from '../../src/run/reconcile.ts';
import { reportLines, reportMarkdown } from '../../src/report/report.ts';
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon, runAction, writesSince } from '../support/runs.ts';
import { repository } from '../support/tracking.ts';

const CFP = 'Look up event CFP deadlines and submit the release';
const MONDAY = noon('2020-01-06');
const TUESDAY = noon('2020-01-07');
const FIELDS: GitHubSeed['issueFields'] = [
  { name: 'Priority', type: 'text' },
  { name: 'Target date', type: 'date' },
];
const LIST = 'RelcommsIssueFields';
const VALUES = 'POST /repos/{owner}/{repo}/issues/{issue_number}/issue-field-values';

/** The same cycle with the task on another day. */
const MOVED = KUBERNETES_CONFIG.replace(/\n*$/, '\n\ntasks:\n  - { id: event-cfps, due: 2020-01-09 }\n');

let github: EmbeddedGitHub;

async function started(issueFields: GitHubSeed['issueFields']): Promise<Run> {
  github = await startTestGitHub({ seed: { ...kubernetesSeed(KUBERNETES_CONFIG), issueFields } });
  return runAction(github, MONDAY);
}

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function cfp() {
  const found = repository(github).issues.find(({ title }) => title === CFP);
  if (found === undefined) throw new Error('the task has no issue');
  return found;
}

function sent(operation: string): number {
  return github.journal.filter((entry) => entry.operation === operation && !entry.byHand).length;
}

function move(): Promise<void> {
  return github.as('alice').putFile('.github/relcomms.yml', MOVED);
}

async function personSets(day: string): Promise<void> {
  const path = `/repos/acme/demo/issues/${cfp().number}/issue-field-values`;
  await github.as('bob').request('POST', path, { issue_field_values: [{ field_id: 2, value: day }] });
}

test('a new task issue carries its day; the fields are asked for once, and an idle run asks nothing', async () => {
  const run = await started(FIELDS);
  expect(cfp().fields).toEqual({ 'Target date': '2020-01-10' });
  expect(sent(LIST)).toBe(1);
  expect(sent(VALUES)).toBe(0);
  expect(reportMarkdown(run)).not.toContain('Target date');
  const before = github.journal.length;
  await runAction(github, MONDAY);
  expect(github.journal.slice(before)).toHaveLength(2);
});

test('a moved day moves it, once, and what else stands in the fields stays', async () => {
  await started(FIELDS);
  const path = `/repos/acme/demo/issues/${cfp().number}/issue-field-values`;
  await github.as('bob').request('POST', path, { issue_field_values: [{ field_id: 1, value: 'high' }] });
  await move();
  const run = await runAction(github, TUESDAY);
  expect(cfp().fields).toEqual({ 'Target date': '2020-01-09', Priority: 'high' });
  expect(reportLines(run).join('\n')).toContain(
    `move the Target date of #${cfp().number} from Fri 10 Jan 2020 to Thu 9 Jan 2020`,
  );
  const before = github.journal.length;
  await runAction(github, TUESDAY);
  expect(writesSince(github, before)).toEqual([]);
  expect(sent(VALUES)).toBe(1);
});

test('the day that a person sets stays until the task itself moves', async () => {
  await started(FIELDS);
  await personSets('2020-01-20');
  for (const day of ['2020-01-07', '2020-01-08']) await runAction(github, noon(day));
  expect(cfp().fields).toEqual({ 'Target date': '2020-01-20' });
  await move();
  await runAction(github, noon('2020-01-08'));
  expect(cfp().fields).toEqual({ 'Target date': '2020-01-09' });
});

test.each([
  [
    'an owner without issue fields',
    undefined,
    'without a Target date: the token is not shown the issue fields of acme (Resource not accessible by integration, 403; it needs issue_fields: read)',
  ],
  [
    'an organisation without the field',
    [{ name: 'Effort', type: 'number' }],
    'without a Target date: acme has no issue field "Target date" for dates',
  ],
] as const)('%s: everything else is done, and the report says it once', async (_, fields, words) => {
  const run = await started(fields);
  expect(cfp()).toMatchObject({ fields: {}, parent: 1 });
  expect(reportMarkdown(run).replaceAll('\\', '').split(words)).toHaveLength(2);
  expect(run.kind === 'applied' && run.applied.every(({ outcome }) => outcome === 'done')).toBe(true);
  expect(sent(LIST)).toBe(1);
  await move();
  const moved = await runAction(github, TUESDAY);
  expect(reportMarkdown(moved)).toContain('Not possible: move the Target date');
  const before = github.journal.length;
  await runAction(github, TUESDAY);
  expect(github.journal.slice(before)).toHaveLength(2);
});

test.each([403, 502])(
  'when the list is answered with %d, the issues are opened without it',
  async (status) => {
    github = await startTestGitHub({ seed: { ...kubernetesSeed(KUBERNETES_CONFIG), issueFields: FIELDS } });
    github.fault({ kind: 'error-before', times: 1000, status, match: ({ operation }) => operation === LIST });
    const run = await runAction(github, MONDAY);
    expect(cfp()).toMatchObject({ fields: {}, parent: 1 });
    expect(run.kind === 'applied' && run.applied.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(reportMarkdown(run).split('without a Target date')).toHaveLength(2);
  },
);

test('a move that broke off is made by the next run', async () => {
  await started(FIELDS);
  await move();
  let bad = true;
  github.fault({ kind: 'error-before', times: 1000, match: ({ operation }) => bad && operation === VALUES });
  const run = await runAction(github, TUESDAY);
  expect(reportMarkdown(run)).toContain('**Failed:** move the Target date');
  bad = false;
  await runAction(github, TUESDAY);
  expect(cfp().fields).toEqual({ 'Target date': '2020-01-09' });
});

test('a move that GitHub refuses is told once and not tried again', async () => {
  await started(FIELDS);
  await move();
  github.fault({
    kind: 'error-before',
    times: 1000,
    status: 403,
    match: ({ operation }) => operation === VALUES,
  });
  const run = await runAction(github, TUESDAY);
  expect(reportMarkdown(run)).toContain('GitHub did not take the Target date');
  const before = github.journal.length;
  await runAction(github, TUESDAY);
  expect(github.journal.slice(before)).toHaveLength(2);
});
