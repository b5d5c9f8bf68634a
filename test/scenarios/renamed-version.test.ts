// Scenario: a version gets another name in the config, and the issues of the old name are told of, once, until they are closed.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { reportLines } from '../../src/report/report.ts';
import { CONFIG } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, openTrackingIssues } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const TEXT = smallConfig({ section: 'tasks: all' });
const RENAMED = TEXT.replace('version: v2.0.0', 'version: v3.0.0');

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed({ section: 'tasks: all' }) });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

async function expectNothingToWrite(): Promise<void> {
  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
}

test('the new issue and every report say what is still open, and what to do', async () => {
  await runAction(github, NOW);
  await github.as('alice').putFile(CONFIG, RENAMED);
  const run = await runAction(github, NOW);
  const [old, renamed] = openTrackingIssues(github);
  expect([old?.title, renamed?.title]).toEqual(['Release v2.0.0', 'Release v3.0.0']);
  const told = `**Still open:** #${old?.number}, the tracking issue of v2.0.0, which the config no longer names. Close it and its 3 task issues, or put the version back into the config.`;
  expect(renamed?.body).toContain(told);
  expect(reportLines(run)).toContain(
    `not done: #${old?.number}: it is the open tracking issue of v2.0.0, which the config no longer names: close it and its 3 task issues, or put the version back into the config`,
  );
  await expectNothingToWrite();

  await github.as('alice').close(old?.number ?? 0);
  await runAction(github, NOW);
  expect(issue(github, renamed?.number ?? 0).body).not.toContain('Still open');
  await expectNothingToWrite();
});

test('the old name put back goes on where it was; a version with other days is told of in the report alone', async () => {
  await runAction(github, NOW);
  const before = issue(github, 1).body;
  await github.as('alice').putFile(CONFIG, RENAMED);
  await runAction(github, NOW);
  await github.as('alice').putFile(CONFIG, TEXT);
  await runAction(github, NOW);
  const [old, renamed] = openTrackingIssues(github);
  expect(old?.body).toContain(`**Still open:** #${renamed?.number}, the tracking issue of v3.0.0`);
  await github.as('alice').close(renamed?.number ?? 0);
  await runAction(github, NOW);
  expect(issue(github, 1).body).toBe(before);

  const other = TEXT.replace('version: v2.0.0', 'version: v4.0.0')
    .replace('release: 2020-01-28', 'release: 2020-01-29')
    .replace('on: 2020-01-21', 'on: 2020-01-22');
  await github.as('alice').putFile(CONFIG, other);
  const run = await runAction(github, NOW);
  expect(openTrackingIssues(github).at(-1)?.body).not.toContain('Still open');
  expect(reportLines(run).join('\n')).toContain('not done: #1: it is the open tracking issue of v2.0.0');
});
