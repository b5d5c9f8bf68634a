// Decides when the next write may go, from the times of those before it: GitHub's limits, with room for others.

/** `notice`: GitHub tells people about it (a new issue, a comment). `plain`: every other write. */
export type WriteKind = 'plain' | 'notice';

/** A request that was sent, or is about to be. */
export interface PacedWrite {
  /** When it was answered, or when it left while it has no answer: milliseconds of the pacer's clock. */
  readonly at: number;
  readonly kind: WriteKind;
  /** What it makes or changes: one thing, or as many as a batch holds. GitHub counts these, not requests. */
  readonly pieces: number;
}

/** What was written with one account, as far as this process knows. */
export interface PaceJournal {
  /** In order of time; those of the last hour count. */
  readonly writes: readonly PacedWrite[];
  /** GitHub refused and asked for quiet until then, in milliseconds of the pacer's clock. */
  readonly quietUntil: number;
}

/** `hold`: the wait would be too long for a run; `hour`: for the hourly limit, `asked`: GitHub asked for quiet. */
export type Pace =
  | { readonly kind: 'go' }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'hold'; readonly until: number; readonly why: 'hour' | 'asked' };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Longest wait for one write, in milliseconds; what takes longer is left to the next run. */
export const PATIENCE = MINUTE;

/** GitHub takes 80 pieces a minute and 500 an hour from an account; people and other programs may use the rest. */
const WINDOWS = [
  { length: MINUTE, most: 60 },
  { length: HOUR, most: 400 },
] as const;

/** GitHub's best practices: a second between writes; its own Octokit leaves three between notices. */
const GAPS: Readonly<Record<WriteKind, number>> = { plain: SECOND, notice: 3 * SECOND };

/** Whether a write of this kind and so many pieces may go now, after a wait, or not in this run. */
export function pace(journal: PaceJournal, now: number, kind: WriteKind, pieces = 1): Pace {
  const free = Math.max(
    afterGaps(journal.writes, kind),
    ...WINDOWS.map((window) => afterWindow(journal.writes, window, pieces)),
  );
  const at = Math.max(free, journal.quietUntil);
  if (at <= now) return { kind: 'go' };
  if (at - now <= PATIENCE) return { kind: 'wait', milliseconds: at - now };
  return { kind: 'hold', until: at, why: at > free ? 'asked' : 'hour' };
}

/** The first moment after the pause that the last write, and for a notice the last notice, asks for. */
function afterGaps(writes: readonly PacedWrite[], kind: WriteKind): number {
  const last = writes.at(-1);
  const notice = kind === 'notice' ? writes.findLast((write) => write.kind === 'notice') : undefined;
  return Math.max(
    last === undefined ? -Infinity : last.at + GAPS.plain,
    notice === undefined ? -Infinity : notice.at + GAPS.notice,
  );
}

/** The first moment at which the window that ends there has room for so many more. */
function afterWindow(
  writes: readonly PacedWrite[],
  { length, most }: (typeof WINDOWS)[number],
  pieces: number,
): number {
  let room = most - pieces;
  const last = writes.findLast((write) => {
    room -= write.pieces;
    return room < 0;
  });
  return last === undefined ? -Infinity : last.at + length;
}

/**
 * How long to keep quiet after a refusal that names no time, in milliseconds: a minute at first, as GitHub asks, then
 * longer than a run waits. `refusals` of the last hour.
 */
export function quietAfter(refusals: number): number {
  return Math.min(HOUR, MINUTE * 5 ** (refusals - 1));
}
