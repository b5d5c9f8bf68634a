// What the log remembers of tasks beside that they are done: since when, and which were left out and why.
import type { Day } from '../../../domain/day.ts';
import type { LedgerState, Skipped } from '../../../domain/observed.ts';

/** What commands of this run say about tasks, by id. */
export interface Said {
  readonly done: ReadonlyMap<string, boolean>;
  readonly skipped: ReadonlyMap<string, Skipped>;
}

/** Longest reason that is kept, and room for all of them together: a comment holds 65,536 characters. */
const LONGEST = 140;
const ROOM = 2800;

export interface TaskMemory {
  readonly doneOn: Readonly<Record<string, Day>>;
  readonly skipped: Readonly<Record<string, Skipped>>;
}

/**
 * `last` is what was remembered so far, `today` the day on which what is newly done was seen. When nothing is
 * remembered, or the task was done before days were kept, its day stays unknown: nobody is called late on a guess.
 */
export function taskMemory(
  last: LedgerState | undefined,
  done: ReadonlySet<string>,
  said: Said,
  today: Day,
): TaskMemory {
  const before = new Set(last?.done);
  const days = [...done].toSorted().flatMap((id): [string, Day][] => {
    const day = before.has(id) || last === undefined ? last?.doneOn?.[id] : today;
    return day === undefined ? [] : [[id, day]];
  });
  return { doneOn: Object.fromEntries(days), skipped: skippedTasks(last, done, said) };
}

/** A task that was taken up again is no longer left out. */
function skippedTasks(last: LedgerState | undefined, done: ReadonlySet<string>, said: Said) {
  const kept = Object.entries(last?.skipped ?? {}).filter(([id]) => !said.done.has(id));
  const all = [...kept, ...said.skipped].filter(([id]) => done.has(id));
  const most = Math.min(LONGEST, Math.floor(ROOM / all.length));
  return Object.fromEntries(
    all
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { by, because }]) => [id, { by, because: cut(because, most) }]),
  );
}

function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
