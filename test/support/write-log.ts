// Stamps every write that reaches an embedded GitHub, and measures how close together they came.
import { HOUR, MINUTE } from '../../src/github/pace.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';

export interface StampedWrite {
  readonly at: number;
  /** GitHub's name for it. */
  readonly operation: string;
  readonly actor: string | undefined;
}

/** The log of all writes from now on that are not made by hand, in milliseconds of the given clock. */
export function logWrites(github: EmbeddedGitHub, now: () => number): StampedWrite[] {
  const log: StampedWrite[] = [];
  github.before(({ write, operation, actor }) => {
    if (write) log.push({ at: now(), operation, actor });
  });
  return log;
}

export interface Closeness {
  readonly writes: number;
  readonly inAMinute: number;
  readonly inAnHour: number;
  /** Least milliseconds between two new issues of one account. */
  readonly betweenIssues: number;
  /** Least milliseconds between two writes of one account. */
  readonly betweenWrites: number;
}

export function closeness(log: readonly StampedWrite[]): Closeness {
  const times = log.map(({ at }) => at);
  const accounts = [...new Set(log.map(({ actor }) => actor))].map((actor) =>
    log.filter((write) => write.actor === actor),
  );
  const issues = accounts.map((writes) =>
    writes.filter(({ operation }) => operation === 'POST /repos/{owner}/{repo}/issues'),
  );
  return {
    writes: log.length,
    inAMinute: mostIn(times, MINUTE),
    inAnHour: mostIn(times, HOUR),
    betweenIssues: Math.min(...issues.map(leastGap)),
    betweenWrites: Math.min(...accounts.map(leastGap)),
  };
}

/** The most in any window of that length that includes both of its ends. */
function mostIn(times: readonly number[], length: number): number {
  return times.reduce((most, end, index) => {
    const first = times.findIndex((at) => at >= end - length);
    return Math.max(most, index - first + 1);
  }, 0);
}

function leastGap(writes: readonly StampedWrite[]): number {
  return writes.reduce(
    (least, { at }, index) => Math.min(least, at - (writes[index - 1]?.at ?? -Infinity)),
    Infinity,
  );
}
