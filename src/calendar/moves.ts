// How often a milestone moved and when it did last, read from the ledger of its release.
import { type Day, parseDay } from '../domain/day.ts';
import type { LedgerEntry } from '../domain/observed.ts';

/** A milestone that moved, and the day on which it was told. */
export interface Move {
  readonly milestone: string;
  readonly to: Day;
  readonly on: Day;
}

/** `VERSION/moved/rc1-2026-11-17+rc2-2026-11-24`, the notice for all that moved at once; `/2` when they do again. */
const NOTICE = /\/moved\/([^/]+)(?:\/\d+)?$/;
/** `VERSION/moved/rc2/2026-11-17/2026-11-24`, the line of one of them. */
const LINE = /\/moved\/([^/]+)\/[^/]+\/(\d{4}-\d\d-\d\d)(?:\/\d+)?$/;

/** Each move once, in the order in which they were told: most stand in a notice and in a line of their own. */
export function movesIn(entries: readonly LedgerEntry[]): Move[] {
  const moves = new Map<string, Move>();
  const times = new Map<string, number>();
  for (const { key, day: on } of entries) {
    const kind = LINE.test(key) ? 'line' : 'notice';
    for (const { milestone, day } of targetsOf(key)) {
      const to = parseDay(day);
      if (to === undefined) continue;
      // There, back and there again on one day is three moves.
      const name = JSON.stringify([kind, milestone, to, on]);
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      moves.set(JSON.stringify([milestone, to, on, time]), { milestone, to, on });
    }
  }
  return [...moves.values()];
}

function targetsOf(key: string): { milestone: string; day: string }[] {
  const [, milestone, day] = LINE.exec(key) ?? [];
  if (milestone !== undefined && day !== undefined) return [{ milestone, day }];
  const [, names = ''] = NOTICE.exec(key) ?? [];
  // A `+` between them is percent-encoded in a key.
  return names.split(/\+|%2B/i).flatMap((name) => {
    const [, id, to] = /^(.+)-(\d{4}-\d\d-\d\d)$/.exec(name) ?? [];
    return id === undefined || to === undefined ? [] : [{ milestone: id, day: to }];
  });
}
