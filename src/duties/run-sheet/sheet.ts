// The run sheet of a release: the tasks of release day in order, each with where it is by its box, its time, and its proof.
import { type Day, type Instant, addDays, endOfDay, instantOf } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type FoundEvidence, evidenceName, evidenceOf } from '../../domain/proof.ts';
import type { Evidence } from '../../domain/proof.ts';
import { linesOf } from '../../domain/release-line.ts';
import type { Release, Task } from '../../domain/release.ts';
import { waitsFor } from '../../schedule/after.ts';
import { type DoneStep, doneSteps } from './log.ts';

/** In a row: `late` is open for longer than the config allows, `waits` has another open task before it. */
export type StepState = 'done' | 'skipped' | 'late' | 'waits' | 'open';

export interface Step {
  readonly task: Task;
  readonly state: StepState;
  /** When it was seen done; absent: it is open, or was done before the sheet began. */
  readonly done?: DoneStep | undefined;
  /** Before the sheet began; absent: it was not, or nobody knows. */
  readonly doneBefore?: Day | undefined;
  /** Everything was there once, with the page that shows it; empty where there is none. Absent: not yet. */
  readonly proven?: string | undefined;
  readonly evidence: readonly {
    readonly what: Evidence;
    readonly found: FoundEvidence['found'] | undefined;
  }[];
}

export interface Sheet {
  readonly release: Release;
  readonly steps: readonly Step[];
}

/** The tasks that are due on release day, in order of their times. */
export function stepsOf({ tasks, release }: Release): Task[] {
  return tasks.filter(({ due, occurrence }) => due === release && occurrence === undefined);
}

/** Its first day, so many days before release day. */
export function firstDay({ release }: Release, ahead: number): Day {
  return addDays(release, -ahead);
}

export function beginOf(release: Release, ahead: number): Instant {
  return instantOf(firstDay(release, ahead), '00:00', release.timezone);
}

/** The end of the day after it: until then it is followed. */
export function endOf({ release, timezone }: Release): Instant {
  return endOfDay(addDays(release, 1), timezone);
}

/** When a step is late, if nobody confirms it; undefined: it has no time, may be left out, or is relcomms' own. */
export function lateAt({ clock, optional, doneBy, deadline }: Task, late: number): Instant | undefined {
  if (clock === undefined || optional || doneBy !== undefined) return undefined;
  return (deadline + late * 60_000) as Instant;
}

interface Given {
  readonly release: Release;
  readonly tracking: OwnIssue;
  /** Ids of the tasks that are done. */
  readonly done: ReadonlySet<string>;
  readonly evidence: readonly FoundEvidence[];
  /** Pages that show what was proven, by id. */
  readonly proven: Readonly<Record<string, string>>;
  readonly now: Instant;
  /** Minutes. */
  readonly late: number;
  /** Days. */
  readonly ahead: number;
}

export function sheetOf({ release, tracking, done, evidence, proven, now, late, ahead }: Given): Sheet {
  const { skipped = {}, doneOn = {} } = tracking.ledger?.state ?? {};
  const noted = doneSteps(release, tracking);
  const versions = linesOf(release).map(({ version }) => version);
  const stateOf = (task: Task): StepState => {
    if (done.has(task.id)) return Object.hasOwn(skipped, task.id) ? 'skipped' : 'done';
    if (waitsFor(task, release, done).length > 0) return 'waits';
    const at = lateAt(task, late);
    return at !== undefined && at <= now ? 'late' : 'open';
  };
  const steps = stepsOf(release).map((task): Step => {
    const day = Object.hasOwn(doneOn, task.id) ? doneOn[task.id] : undefined;
    const isBefore = day !== undefined && day < firstDay(release, ahead);
    return {
      task,
      state: stateOf(task),
      done: done.has(task.id) ? noted.get(task.id) : undefined,
      doneBefore: isBefore ? day : undefined,
      proven: Object.hasOwn(proven, task.id) ? proven[task.id] : undefined,
      evidence: evidenceOf(task.proof ?? {}, versions).map((what) => ({
        what,
        found: evidence.find(({ name }) => name === evidenceName(what))?.found,
      })),
    };
  });
  return { release, steps };
}
