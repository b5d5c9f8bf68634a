// While `enabled: no` is in the config, runs take back what is ours, do nothing else, and say so in one line.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { blockerProblem } from '../../src/action/blocker-problem.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { outputsOf, planFile } from '../../src/report/outputs.ts';
import { isGood, reportLines, reportMarkdown } from '../../src/report/report.ts';
import type { Run } from '../../src/run/reconcile.ts';
import { prepare } from '../../src/run/prepare.ts';
import { wholeRun } from '../../src/run/whole-run.ts';
import { CONFIG, checkOf, checksOf, proposeConfig } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, instant, quiet, startTestApp, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, repository } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const OFF = `enabled: no\n${smallConfig()}`;

let github: EmbeddedGitHub;
let now = NOW;

function isPulls({ operation }: { readonly operation: string }): boolean {
  return operation === 'RelcommsLeftPulls';
}

beforeEach(async () => {
  github = await startTestGitHub({ seed: smallSeed(), now: () => now });
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function run(on = '2020-01-08', mode: 'reconcile' | 'plan' = 'reconcile'): Promise<Run> {
  now = instant(`${on}T12:00:00Z`);
  return wholeRun({ github: clientOf(github), now }, mode);
}

function labels(): string[] {
  return repository(github).labels.map(({ name }) => name);
}

async function switchTo(text: string): Promise<void> {
  await github.as('bob').putFile(CONFIG, text, 'Change the config');
}

test('the next run takes everything back, and those after it write nothing', async () => {
  await run();
  await switchTo(OFF);
  const off = await run();
  expect(reportLines(off)).toEqual([
    'off: relcomms is switched off by enabled: no; 4 things taken back',
    'done: delete the label release',
    'done: unpin #1',
    'done: close the GitHub milestone v2.0.0',
    'done: close #1',
  ]);
  expect(isGood(off)).toBe(true);
  expect(repository(github)).toMatchObject({ pinned: [], milestones: [{ state: 'closed' }] });
  expect(labels()).toEqual(['release-blocker']);
  expect(issue(github, 1)).toMatchObject({ state: 'closed', stateReason: 'not_planned' });
  const before = github.journal.length;
  const again = await run();
  expect(writesSince(github, before)).toEqual([]);
  const line = 'off: relcomms is switched off by enabled: no, and nothing of it is left to take back';
  expect(reportLines(again)).toEqual([line]);
  expect(reportMarkdown(again)).toMatch(
    /^\*\*relcomms is switched off by `enabled: no`, and nothing .*\.\*\*\n/,
  );
});

test('a plan says what goes, and writes nothing', async () => {
  await run();
  await switchTo(OFF);
  const before = github.journal.length;
  const planned = await run('2020-01-08', 'plan');
  expect(writesSince(github, before)).toEqual([]);
  expect(reportMarkdown(planned)).toContain('4 things to take back, and nothing was written');
  expect(reportLines(planned)).toContain('planned: close #1');
  expect(JSON.parse(planFile(planned, NOW))).toMatchObject({ kind: 'off', operations: [{}, {}, {}, {}] });
  expect(outputsOf(planned)).toMatchObject({ 'tracking-issues': '[]', changes: '0', overdue: '' });
  expect(blockerProblem(planned)).toContain('nobody looks for them');
});

test('what is over the limit of a run is left to the next', async () => {
  await run();
  await switchTo(OFF.replace('operations: 50', 'operations: 3'));
  const first = await run();
  expect(reportLines(first)).toContain('left: close #1');
  expect(issue(github, 1).state).toBe('open');
  await run();
  expect(issue(github, 1).state).toBe('closed');
});

test('nothing is done for a day that comes, a command, or another config that is proposed', async () => {
  await run();
  await switchTo(OFF);
  await run();
  const asked = { body: '/release status' };
  await github.as('alice').request('POST', '/repos/acme/demo/issues/1/comments', asked);
  const pull = await proposeConfig(github, smallConfig());
  const before = github.journal.length;
  for (let on = day('2020-01-09'); on < '2020-02-10'; on = addDays(on, 7)) await run(on);
  expect(writesSince(github, before)).toEqual([]);
  expect(await checksOf(github, pull)).toEqual([]);
});

test('a run long after reads few pages; one that finds something of ours looks at everything again', async () => {
  await run();
  await switchTo(OFF);
  await run();
  const before = github.journal.length;
  await run('2020-01-09');
  const names = github.journal.slice(before).map(({ operation }) => operation);
  expect(names).toContain('RelcommsLeftPulls');
  const later = github.journal.length;
  await run('2020-03-09');
  const cheap = github.journal.slice(later).map(({ operation }) => operation);
  expect(cheap).not.toContain('RelcommsLeftPulls');
  await github.as('bob').request('PATCH', '/repos/acme/demo/issues/1', { state: 'open' });
  const reopened = github.journal.length;
  await run('2020-03-10');
  expect(github.journal.slice(reopened).map(({ operation }) => operation)).toContain('RelcommsLeftPulls');
  expect(issue(github, 1).state).toBe('closed');
});

test('what can’t be read is named, and the run is no good one', async () => {
  await run();
  await switchTo(OFF);
  github.fault({ kind: 'error-before', times: 1000, match: isPulls });
  const off = await run();
  expect(isGood(off)).toBe(false);
  expect(reportLines(off).filter((line) => line.startsWith('unknown: '))).toHaveLength(1);
  expect(issue(github, 1).state).toBe('closed');
});

test('the App does the same, at once', async () => {
  await run();
  const app = await startTestApp(github, () => NOW);
  await switchTo(OFF);
  await quiet(github, app);
  // The Action opened it: both have the same accounts.
  expect(issue(github, 1).state).toBe('closed');
  expect(labels()).toEqual(['release-blocker']);
  await app.close();
});

test('the check of the pull request that adds it says what will be taken back', async () => {
  await run();
  const pull = await proposeConfig(github, OFF);
  await run();
  const { conclusion, output } = await checkOf(github, pull);
  expect(conclusion).toBe('neutral');
  expect(output.title).toBe('relcomms is switched off and takes back 4 things');
  expect(output.summary).toContain(
    'After the merge, the next runs do this:\n\n- delete the label release\n- unpin #',
  );
  expect(output.summary).toContain('After that, runs do nothing else. What people wrote stays.');
  expect(issue(github, 1).state).toBe('open');
});

test('the check says what it could not read', async () => {
  await run();
  const pull = await proposeConfig(github, OFF);
  github.fault({ kind: 'error-before', times: 1000, match: isPulls });
  await run();
  const { output } = await checkOf(github, pull);
  expect(output.summary).toContain(
    "**Couldn't be read now; the next run tries again**\n\n- Comments and labels on",
  );
});

test('whoever validates the config is told that it is switched off, at its line', () => {
  const prepared = prepare(`# Ours\n${OFF}`);
  if ('problems' in prepared) throw new Error('it has errors');
  expect(prepared.warnings).toMatchObject([{ code: 'switched-off', line: 2, severity: 'warning' }]);
});
