// What other steps of a workflow read: issues, changes, and what is overdue.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { planRun } from '../../src/run/reconcile.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
});

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
});

test('from the opening to the end the outputs follow the issue', async () => {
  const early = instant('2019-12-01T12:00:00Z');
  const opening = instant('2020-01-08T12:00:00Z');
  const late = instant('2020-01-20T12:00:00Z');
  const over = instant('2020-02-03T12:00:00Z');
  const figures = { 'waiting-approvals': '', 'failing-tests': '', overdue: '0' };
  const none = { 'tracking-issues': '[]', changes: '0', ...figures };
  expect(outputsOf(await runAction(github, early))).toEqual(none);
  expect(outputsOf(await runAction(github, opening, planRun))).toEqual(none);

  const opened = outputsOf(await runAction(github, opening));
  expect(JSON.parse(opened['tracking-issues'])).toEqual([{ version: 'v2.0.0', number: 1 }]);
  expect(Number(opened.changes)).toBeGreaterThan(4);
  expect(opened.overdue).toBe('0');
  expect(outputsOf(await runAction(github, opening))).toMatchObject({ changes: '0' });

  await github.as('bob').tick(1, 'Settle the theme');
  expect(outputsOf(await runAction(github, late))).toMatchObject({ overdue: '1' });
  expect(outputsOf(await runAction(github, over))).toMatchObject({
    'tracking-issues': opened['tracking-issues'],
  });
});
