// Folds neighbouring runs that did the same and had nothing new to say, newest first.
import type { Instant } from '../../../src/domain/day.ts';
import type { LogEntry } from '../../machine/log-entry.ts';

export interface FoldedRun {
  /** The newest of them, without what was told before. */
  readonly entry: LogEntry;
  readonly count: number;
  /** When the oldest of them was. */
  readonly since: Instant;
}

/** What was chosen not to be done is told when it is new, not with every run. */
export function foldRuns(log: readonly LogEntry[]): FoldedRun[] {
  const folded: FoldedRun[] = [];
  let known = new Set<string>();
  for (const entry of log) {
    const lines = [...entry.notDone, ...entry.unknown].map((line) => JSON.stringify(line));
    const fresh = lines.some((line) => !known.has(line)) || entry.left.length > 0;
    const shown = { ...entry, notDone: entry.notDone.filter((line) => !known.has(JSON.stringify(line))) };
    known = new Set(lines);
    const last = folded.at(-1);
    if (!fresh && last !== undefined && signature(last.entry) === signature(entry))
      folded[folded.length - 1] = {
        entry: { ...shown, notDone: last.entry.notDone },
        count: last.count + 1,
        since: last.since,
      };
    else folded.push({ entry: shown, count: 1, since: entry.at });
  }
  return folded.toReversed();
}

/** What a run did, without the reasons, which name the day. */
function signature({ cause, result, done, problems }: LogEntry): string {
  return JSON.stringify([
    cause,
    result,
    done.map(({ what, outcome, detail }) => [what, outcome, detail]),
    problems.map(({ line, message }) => [line, message]),
  ]);
}
