// Scenario: a release with 120 tasks stays below GitHub's limits to the end of its cycle, and ends whole.
import type { Run } from '../../src/run/reconcile.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { largeConfig, largeSeed } from '../support/large-release.ts';
import { QUARTER, START, expectBelowLimits, pacedWalk } from '../support/paced-walk.ts';
import { noon, quiet, startTestApp } from '../support/runs.ts';
import { virtualClock } from '../support/virtual-clock.ts';
import { closeness, logWrites } from '../support/write-log.ts';

test('120 tasks and a first run three weeks before the end: below the limits, and everything is made', async () => {
  const { closeness: close, subIssues } = await pacedWalk('2020-03-16');
  expect(subIssues).toBe(90);
  expectBelowLimits(close);
}, 400_000);

test('two repositories of one installation share the hour: what is over it is left, not failed, and done later', async () => {
  const config = largeConfig({ operations: 500 });
  const clock = virtualClock(noon(START));
  const seed = largeSeed({ operations: 500 });
  const more = [{ repo: 'other', files: { '.github/relcomms.yml': config } }];
  const github = await startTestGitHub({ seed: { ...seed, repos: more }, now: clock.now, limits: true });
  const runs: Run[] = [];
  const app = await startTestApp(github, clock.now, false, clock, (_, run) => runs.push(run));
  const log = logWrites(github, clock.now);
  const tick = async (): Promise<number> => {
    const before = log.length;
    await app.tick();
    await quiet(github, app);
    return log.length - before;
  };
  await tick();
  const held = runs.filter((run) => 'plan' in run && run.plan.held !== undefined);
  expect(held.length).toBeGreaterThan(0);
  expect(log.length).toBe(400);
  for (const run of held) {
    expect(run).toMatchObject({ kind: 'applied' });
    expect(run.kind === 'applied' && run.applied.some(({ outcome }) => outcome === 'failed')).toBe(false);
    expect(reportMarkdown(run)).toContain(
      "**Left for the next run: GitHub's hourly limit of 500 writes is near; the next run continues**",
    );
  }
  while ((await tick()) > 0) clock.reach(clock.now() + QUARTER);
  clock.reach(clock.now() + 4 * QUARTER);
  while ((await tick()) > 0) clock.reach(clock.now() + QUARTER);
  for (const { issues } of github.state()) {
    expect(issues.filter(({ parent }) => parent !== null)).toHaveLength(90);
    expect(issues).toHaveLength(91);
  }
  expectBelowLimits(closeness(log));
  await app.close();
  expectNoViolations(github);
  await github.close();
}, 400_000);
