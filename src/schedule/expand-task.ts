// One task as written becomes its checkboxes: one, one per state of a span, or one per occurrence.
import { type Day, type Instant, addDays, isoWeekOf } from '../domain/day.ts';
import type { DayExpression } from '../domain/day-expression.ts';
import type { Path, Problem } from '../domain/problem.ts';
import type { Task } from '../domain/release.ts';
import type { SpanPartSpec, TaskSpec } from '../domain/spec.ts';
import type { Moment } from './move-by.ts';

/** A checkbox before its holders, week and deadline are known. */
export interface TaskDraft {
  readonly id: string;
  readonly title: string;
  readonly due: Day;
  /** When on that day; absent: at its end. */
  readonly instant?: Instant | undefined;
  readonly source: readonly string[];
  readonly part?: Task['part'];
  readonly occurrence?: Task['occurrence'];
}

/** Resolves a day written at a path, and keeps the problem when it can't be. */
export type DayAt = (expression: DayExpression, path: Path) => Moment | undefined;

/** More occurrences than any cycle has weeks: the end of the series is mistyped. */
const MOST_OCCURRENCES = 104;

/** The checkboxes of a task, in order; what can't be resolved is left out and told through `dayAt` or `tell`. */
export function expandTask(
  task: TaskSpec,
  cycleEnd: Day,
  dayAt: DayAt,
  tell: (problem: Problem) => void,
): TaskDraft[] {
  const path = ['tasks', task.id];
  if (task.span !== undefined) return expandSpan(task, task.span, dayAt);
  const due = task.due === undefined ? undefined : dayAt(task.due, [...path, 'due']);
  if (due === undefined) return [];
  if (task.every === undefined)
    return [{ id: task.id, title: task.title, ...dueAt(due), source: task.source }];
  const until = task.until === undefined ? cycleEnd : dayAt(task.until, [...path, 'until'])?.day;
  return until === undefined ? [] : expandSeries(task, task.every.weeks, due.day, until, tell);
}

function dueAt({ day, instant }: Moment): Pick<TaskDraft, 'due' | 'instant'> {
  return { due: day, ...(instant === undefined ? {} : { instant }) };
}

/** One checkbox per state (K52): `press.begin`, `press.continue`, `press.continue-2`, `press.finish`. */
function expandSpan(task: TaskSpec, span: readonly SpanPartSpec[], dayAt: DayAt): TaskDraft[] {
  const count = new Map<string, number>();
  return span.flatMap((part, index) => {
    const number = (count.get(part.state) ?? 0) + 1;
    count.set(part.state, number);
    const due = dayAt(part.due, ['tasks', task.id, 'span', index]);
    if (due === undefined) return [];
    return [
      {
        id: `${task.id}.${part.state}${number === 1 ? '' : `-${number}`}`,
        title: part.title ?? `${task.title} (${part.state})`,
        ...dueAt(due),
        source: part.source.length > 0 ? part.source : task.source,
        part: { of: task.id, state: part.state },
      },
    ];
  });
}

/**
 * One checkbox per occurrence, in whole weeks from the first. Its id names its week: when the series moves, a
 * meeting that took place stays ticked, and none of the coming ones is ticked for it. An occurrence on a holiday
 * stays on its day: moving it would be a guess, and whoever cancels that meeting ticks or skips the box.
 */
function expandSeries(
  task: TaskSpec,
  weeks: number,
  first: Day,
  until: Day,
  tell: (problem: Problem) => void,
): TaskDraft[] {
  const days: Day[] = [];
  const step = 7 * Math.max(1, weeks);
  for (let day = first; day <= until && days.length <= MOST_OCCURRENCES; day = addDays(day, step))
    days.push(day);
  if (days.length === 0 || days.length > MOST_OCCURRENCES) {
    tell(days.length === 0 ? noOccurrence(task, first, until) : tooManyOccurrences(task, until));
    return [];
  }
  return days.map((due, index) => ({
    id: `${task.id}.${isoWeekOf(due)}`,
    title: task.title,
    due,
    source: task.source,
    occurrence: { of: task.id, number: index + 1, total: days.length },
  }));
}

function noOccurrence(task: TaskSpec, first: Day, until: Day): Problem {
  return {
    code: 'no-occurrence',
    severity: 'warning',
    path: ['tasks', task.id],
    message: `Task "${task.id}" never happens: its first day ${first} is after its last ${until}.`,
    fix: 'Let it begin earlier, or write a later `until`.',
  };
}

function tooManyOccurrences(task: TaskSpec, until: Day): Problem {
  return {
    code: 'too-many-occurrences',
    severity: 'error',
    path: ['tasks', task.id],
    message: `Task "${task.id}" would happen more than ${MOST_OCCURRENCES} times until ${until}.`,
    fix: 'Write an earlier `until`, or correct its year.',
  };
}
