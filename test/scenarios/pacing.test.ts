// Scenario: a release with 120 tasks stays below GitHub's limits for 13 weeks, by App and Action, and ends whole.
import { addDays, day, daysBetween } from '../../src/domain/day.ts';
import { startPacer } from '../../src/github/pacer.ts';
import { type Run, reconcile } from '../../src/reconcile.ts';
import { reportMarkdown } from '../../src/report.ts';
import type { EmbeddedGitHub } from '../../src/sandbox/github/index.ts';
import { readTicks } from '../../src/text/ticks.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { LARGE, largeConfig, largeSeed } from '../support/large-release.ts';
import { clientOf, noon, quiet, startTestApp, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';
import { type VirtualClock, virtualClock } from '../support/virtual-clock.ts';
import { type Closeness, closeness, logWrites } from '../support/write-log.ts';

const QUARTER = 15 * 60_000;
const START = day('2020-01-06');
const END = day('2020-04-06');

/** A run of the Action: a process of its own, whose journal begins empty. */
function pacedAction(github: EmbeddedGitHub, clock: VirtualClock): Promise<Run> {
  const client = clientOf(github, undefined, startPacer(clock));
  return reconcile({ github: client, now: clock.now() });
}

/** Ticks the ten first boxes that are empty. */
function tickTen(body: string): string {
  let left = 10;
  return body.replaceAll('- [ ]', (box) => (left-- > 0 ? '- [x]' : box));
}

function expectBelowLimits(close: Closeness): void {
  expect(close.inAMinute).toBeLessThanOrEqual(80);
  expect(close.inAnHour).toBeLessThanOrEqual(500);
  expect(close.betweenIssues).toBeGreaterThanOrEqual(3000);
  expect(close.betweenWrites).toBeGreaterThanOrEqual(1000);
}

interface Walk {
  readonly closeness: Closeness;
  readonly subIssues: number;
}

/** From the first day to the end of the cycle: each week people tick, the App looks, and so does the Action. */
async function walk(first: string): Promise<Walk> {
  const clock = virtualClock(noon(first));
  const github = await startTestGitHub({ seed: largeSeed(), now: clock.now });
  const app = await startTestApp(github, clock.now, true, clock);
  const log = logWrites(github, clock.now);
  /** The App looks every quarter of an hour until nothing is left. */
  const open = async (): Promise<void> => {
    for (let before = -1; before !== log.length; clock.reach(clock.now() + QUARTER)) {
      before = log.length;
      await app.tick();
      await quiet(github, app);
    }
  };
  for (let today = day(first); today <= END; today = addDays(today, 1)) {
    clock.reach(noon(today));
    const weekday = daysBetween(START, today) % 7;
    // The edit wakes the App, which settles what it means.
    if (weekday === 1) await github.as('bob').editBody(1, tickTen);
    if (weekday === 3 && daysBetween(START, today) % 2 === 1) await pacedAction(github, clock);
    if (today === first) await open();
    await quiet(github, app);
  }
  await app.tick();
  await quiet(github, app);
  const subIssues = repository(github).issues.filter(({ parent }) => parent === 1);
  const { body, state } = issue(github, 1);
  expect(readTicks(body).size).toBe(LARGE);
  expect(state).toBe('closed');
  expect(repository(github).issues).toHaveLength(subIssues.length + 1);
  const before = github.journal.length;
  await pacedAction(github, clock);
  expect(writesSince(github, before)).toEqual([]);
  await app.close();
  expectNoViolations(github);
  await github.close();
  return { closeness: closeness(log), subIssues: subIssues.length };
}

test.each([String(START), '2020-03-16'])(
  '120 tasks, first run on %s: below the limits all the way to the end, and everything is made',
  async (first) => {
    const { closeness: close, subIssues } = await walk(first);
    process.stdout.write(`first run on ${first}: ${JSON.stringify({ ...close, subIssues })}\n`);
    expect(subIssues).toBe(90);
    expectBelowLimits(close);
  },
  400_000,
);

test('two repositories of one installation share the hour: what is over it is left, not failed, and done later', async () => {
  const config = largeConfig({ operations: 500 });
  const clock = virtualClock(noon(START));
  const seed = largeSeed({ operations: 500 });
  const more = [{ repo: 'other', files: { '.github/relcomms.yml': config } }];
  const github = await startTestGitHub({ seed: { ...seed, repos: more }, now: clock.now });
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
      "**Left for the next run: GitHub's hourly limit of 500 writes is near; the next run goes on**",
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
