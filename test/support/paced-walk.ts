// A release with 120 tasks walked to its end by App and Action, with every write on a clock of our own.
import { addDays, day, daysBetween } from '../../src/domain/day.ts';
import { startPacer } from '../../src/github/pacer.ts';
import { type Run, reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { readTicks } from '../../src/body/ticks.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { LARGE, largeSeed } from './large-release.ts';
import { clientOf, noon, quiet, startTestApp, writesSince } from './runs.ts';
import { issue, repository } from './tracking.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';
import { type Closeness, closeness, logWrites } from './write-log.ts';

export const QUARTER = 15 * 60_000;
export const START = day('2020-01-06');
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

export function expectBelowLimits(close: Closeness): void {
  expect(close.inAMinute).toBeLessThanOrEqual(80);
  expect(close.inAnHour).toBeLessThanOrEqual(500);
  expect(close.betweenIssues).toBeGreaterThanOrEqual(3000);
  expect(close.betweenWrites).toBeGreaterThanOrEqual(1000);
}

export interface Walk {
  readonly closeness: Closeness;
  readonly subIssues: number;
}

/** From the first day to the end of the cycle: each week people tick, the App looks, and so does the Action. */
async function walk(first: string): Promise<Walk> {
  const clock = virtualClock(noon(first));
  const github = await startTestGitHub({ seed: largeSeed(), now: clock.now, limits: true });
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
  // A late start offers the tasks of the past with one more box.
  const tasks = [...readTicks(body).keys()].filter((key) => !key.startsWith('offer:'));
  expect(tasks).toHaveLength(LARGE);
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

/** Walks it with its first run on that day, and prints how close it came to the limits. */
export async function pacedWalk(first: string): Promise<Walk> {
  const walked = await walk(first);
  process.stdout.write(`first run on ${first}: ${JSON.stringify(walked)}\n`);
  return walked;
}
