// A cleanup of a repository whose first config was proposed: the pull request goes, commits of people stay.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { runOnboard } from '../../src/action/run-onboard.ts';
import { cleanupAccounts } from '../../src/github/accounts.ts';
import { planCleanupOf, takeAllBack } from '../../src/run/clean-up.ts';
import { ONBOARDING_BRANCH } from '../../src/text/own-branch.ts';
import { branchesOf } from '../support/cleanup-walk.ts';
import { CONFIG } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, instant } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const NOW = instant('2026-11-30T12:00:00Z');

let github: EmbeddedGitHub;

beforeEach(async () => {
  const { files: _, ...bare } = smallSeed();
  github = await startTestGitHub({ seed: { ...bare, files: { 'README.md': '# demo\n' } } });
  const inputs = { mode: 'onboard', path: CONFIG, now: NOW } as never;
  const made = await runOnboard(clientOf(github), inputs, undefined as never, 'alice');
  if (made.words !== 'Opened #1, which proposes a first config.') throw new Error(made.words);
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

async function cleanUp() {
  const scope = {
    github: clientOf(github),
    now: NOW,
    accounts: cleanupAccounts('github-actions[bot]', 'relcomms'),
  };
  const { plan, observation } = await planCleanupOf(scope);
  const applied = await takeAllBack(scope, plan.operations, observation);
  expect(plan.unread).toEqual([]);
  expect(applied.map(({ outcome }) => outcome)).toEqual(applied.map(() => 'done'));
  return plan;
}

test('one that is open is closed, and its branch is deleted', async () => {
  const { operations, kept } = await cleanUp();
  expect(operations.map(({ kind }) => kind)).toEqual(['close-pull', 'delete-branch']);
  expect(kept).toEqual([]);
  expect(issue(github, 1).state).toBe('closed');
  expect(await branchesOf(github)).toEqual(['main']);
});

test('commits of people keep the branch', async () => {
  await github.as('bob').putFile(CONFIG, 'extends: [basic]\n', 'Ours', ONBOARDING_BRANCH);
  const { operations, kept } = await cleanUp();
  expect(operations.map(({ kind }) => kind)).toEqual(['close-pull']);
  expect(kept).toEqual([
    { what: `The branch ${ONBOARDING_BRANCH}`, why: 'its newest commit is not by relcomms' },
  ]);
  expect(await branchesOf(github)).toEqual(['main', ONBOARDING_BRANCH]);
});

test('the branch of one that people closed is deleted, and the answer "no" stays', async () => {
  await github.as('bob').request('PATCH', '/repos/acme/demo/pulls/1', { state: 'closed' });
  const { operations } = await cleanUp();
  expect(operations.map(({ kind }) => kind)).toEqual(['delete-branch']);
  const inputs = { mode: 'onboard', path: CONFIG, now: NOW } as never;
  const again = await runOnboard(clientOf(github), inputs, undefined as never, 'alice');
  expect(again.words).toContain('#1 was closed, which means no');
});
