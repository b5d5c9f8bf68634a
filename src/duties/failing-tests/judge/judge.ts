// Judges one test or job by its history: red or not, since when, and whether it can be trusted.
import type { History, Moment } from '../history/history.ts';
import type { Subject } from './subject.ts';
import { type Point, WINDOW } from '../history/test-record.ts';

/** So many changes between green and red within the window make a test flaky. */
const MOST_CHANGES = 3;

/** A test is gone when so many complete reports in a row lack it: one may come from a part of the tests. */
const GONE_RUNS = 3;

/** A test of no known workflow whose suite went with it counts as gone after so many runs that do not tell of it. */
const MISSED_RUNS = 10;

export interface Verdict {
  readonly subject: Subject;
  /** `gone`: reports no longer have it. `unknown`: nothing says how it is, or the newest reports lack it. */
  readonly state: 'red' | 'green' | 'gone' | 'unknown';
  /** Red runs in a row up to now. */
  readonly redRuns: number;
  /** Green runs since the last red one. */
  readonly greenRuns: number;
  /** The first red commit of the newest row of red ones. */
  readonly since?: Point | undefined;
  /** The last commit before it at which it did not fail. */
  readonly lastGood?: Point | undefined;
  /** The first green commit after it. */
  readonly greenAgain?: Point | undefined;
  /** Red runs of those that told of it, in the window. */
  readonly failed: number;
  readonly of: number;
  /** Both results on one commit, or one after the other again and again. */
  readonly flaky?: 'one-commit' | 'alternating' | undefined;
  /** The newest red run: its address, its id, and where its artifacts are, behind that address. */
  readonly url?: string | undefined;
  readonly run?: string | undefined;
  readonly artifacts?: string | undefined;
}

/** `later` is how many runs there were after each moment that could have told of it. */
export function judge(history: History, later: (point: Point) => number): Verdict {
  const { subject, before } = history;
  const moments = withoutGaps(history.moments);
  const decisive = moments.filter(({ result }) => result === 'failed' || result === 'passed').slice(-WINDOW);
  const lastRed = moments.findLastIndex(({ result }) => result === 'failed');
  const begin = beginOfRed(moments, lastRed);
  const after = moments.slice(lastRed + 1);
  const earlier = moments.slice(0, Math.max(begin, 0));
  const beganBefore = before?.red !== undefined && !earlier.some(isGood);
  const since = lastRed < 0 ? before?.red : beganBefore ? before.red : moments[begin];
  const state = stateOf(moments, since, later);
  return {
    subject,
    state: isMissing(history) && state === 'red' ? 'unknown' : state,
    redRuns: redRuns(moments, begin, lastRed, beganBefore),
    greenRuns: after.filter(({ result }) => result === 'passed').length,
    since: point(since),
    lastGood: point(beganBefore ? before.good : (earlier.findLast(isGood) ?? before?.good)),
    greenAgain: point(after.find(({ result }) => result === 'passed')),
    failed: decisive.filter(({ result }) => result === 'failed').length,
    of: decisive.length,
    flaky: flakiness(decisive),
    url: moments[lastRed]?.url,
    run: moments[lastRed]?.run,
    artifacts: moments[lastRed]?.artifacts,
  };
}

/** Fewer reports in a row than it takes say nothing of a red test that they lack. */
function withoutGaps(moments: readonly Moment[]): Moment[] {
  return moments.map((moment, index) => {
    if (moment.result !== 'gone') return moment;
    const before = moments.slice(0, index).findLastIndex(isTold);
    if (moments[before]?.result !== 'failed') return moment;
    const after = moments.findIndex((other, at) => at > index && isTold(other));
    const row = moments
      .slice(before + 1, after < 0 ? moments.length : after)
      .filter(({ result }) => result === 'gone');
    return row.length < GONE_RUNS ? { ...moment, result: 'skipped' as const } : moment;
  });
}

function isMissing({ moments }: History): boolean {
  return moments.findLast(({ result }) => result !== 'skipped')?.result === 'gone';
}

function isTold({ result }: Moment): boolean {
  return result !== 'gone' && result !== 'skipped';
}

/** It did not fail: a test that was not there yet is no worse than one that passed. */
function isGood({ result }: Moment): boolean {
  return result === 'passed' || result === 'absent' || result === 'gone';
}

/** Where the row of red ones begins that ends at `last`; what was skipped between them says nothing. */
function beginOfRed(moments: readonly Moment[], last: number): number {
  const green = moments.slice(0, Math.max(0, last)).findLastIndex(isGood);
  return moments.findIndex(({ result }, index) => index > green && result === 'failed');
}

/** What was red before the window was so for many runs. */
function redRuns(moments: readonly Moment[], begin: number, last: number, before: boolean): number {
  if (moments.slice(last + 1).some(isGood)) return 0;
  const inRow = moments.slice(Math.max(begin, 0), last + 1).filter(({ result }) => result === 'failed');
  return inRow.length + (before ? WINDOW : 0);
}

function stateOf(
  moments: readonly Moment[],
  since: Point | undefined,
  later: (point: Point) => number,
): Verdict['state'] {
  const last = moments.findLast(({ result }) => result !== 'skipped');
  if (last === undefined) return since === undefined ? 'unknown' : 'red';
  if (last.result === 'passed' || last.result === 'absent') return 'green';
  if (last.result === 'gone') return 'gone';
  return later(last) >= MISSED_RUNS ? 'gone' : 'red';
}

function flakiness(decisive: readonly Moment[]): Verdict['flaky'] {
  const failed = new Set(decisive.flatMap(({ commit, result }) => (result === 'failed' ? [commit] : [])));
  if (decisive.some(({ commit, result }) => result === 'passed' && failed.has(commit))) return 'one-commit';
  const changes = decisive.filter(({ result }, index) => index > 0 && decisive[index - 1]?.result !== result);
  return changes.length >= MOST_CHANGES ? 'alternating' : undefined;
}

function point(moment: Point | undefined): Point | undefined {
  return moment && { commit: moment.commit, at: moment.at };
}
