// What a cycle hands over to the next: what was done, left out, late or never done, added by hand, and moved.
import type { Day } from '../../../domain/day.ts';
import type { LedgerEntry, OwnIssue, Skipped } from '../../../domain/observed.ts';
import type { Release, Task } from '../../../domain/release.ts';
import { workingDaysBetween } from '../../../domain/working-days.ts';
import { type AddedLine, addedLines } from '../../../body/added-lines.ts';
import { type Withdrawal, withdrawalOf } from '../../../memory/withdrawn.ts';
import { isSheetLine } from '../../../memory/sheet-line.ts';
import { isMoved } from '../slips/render-slip.ts';
import type { TaskMemory } from '../tasks/task-memory.ts';

export interface LateTask {
  readonly task: Task;
  /** The day on which it was seen done. */
  readonly on: Day;
  /** Working days after its due day, at least 1. */
  readonly workingDays: number;
}

export interface SkippedTask extends Skipped {
  readonly task: Task;
}

/** A checkbox that people added, with the week under whose heading it stands. */
export interface AddedTask extends Pick<AddedLine, 'title' | 'ticked'> {
  readonly week: number | undefined;
}

export interface HandOver {
  readonly total: number;
  /** Done, late ones included, and not left out. */
  readonly done: number;
  readonly skipped: readonly SkippedTask[];
  readonly late: readonly LateTask[];
  readonly open: readonly Task[];
  readonly added: readonly AddedTask[];
  /** Lines of the log about dates that moved, oldest first. */
  readonly moved: readonly LedgerEntry[];
  /** Lines of the log about steps of release day. */
  readonly sheet: readonly LedgerEntry[];
  /** Absent: it is not withdrawn. */
  readonly withdrawn?: Withdrawal | undefined;
}

/** From the checklist as it stands and what the log remembers. Optional tasks are never late, nor those of relcomms. */
export function handOver(
  release: Release,
  found: OwnIssue,
  done: ReadonlySet<string>,
  { doneOn, skipped }: TaskMemory,
  holidays: readonly Day[],
): HandOver {
  const { tasks } = release;
  const finished = tasks.filter(({ id }) => done.has(id) && skipped[id] === undefined);
  return {
    total: tasks.length,
    done: finished.length,
    skipped: tasks.flatMap((task) => {
      const why = skipped[task.id];
      return why === undefined ? [] : [{ task, ...why }];
    }),
    late: finished.flatMap((task) => lateness(task, doneOn[task.id], holidays)),
    open: tasks.filter(({ id }) => !done.has(id)),
    added: addedLines(found.body).map(({ group, ...line }) => ({ ...line, week: weekOf(group) })),
    moved: (found.ledger?.entries ?? []).filter(isMoved),
    sheet: (found.ledger?.entries ?? []).filter((entry) => isSheetLine(release, entry)),
    withdrawn: withdrawalOf(release, found),
  };
}

/** Working days, since what was due on Friday and is seen on Sunday has kept nobody waiting. */
function lateness(task: Task, on: Day | undefined, holidays: readonly Day[]): LateTask[] {
  if (task.optional || task.doneBy !== undefined || on === undefined || on <= task.due) return [];
  const workingDays = workingDaysBetween(task.due, on, holidays);
  return workingDays > 0 ? [{ task, on, workingDays }] : [];
}

/** The group of a week is called `week-3`. */
function weekOf(group: string | undefined): number | undefined {
  const number = /^week-(\d+)$/.exec(group ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}
