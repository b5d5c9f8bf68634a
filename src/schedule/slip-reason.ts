// Why a row follows, in words: the way in which its day is written.
import { EACH_CANDIDATE } from '../domain/candidate.ts';
import { type DayExpression, LATER } from '../domain/day-expression.ts';
import { weekdayName } from '../domain/day.ts';
import { type Task, countdownName } from '../domain/release.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import { anchoredAt } from './candidates/milestones.ts';
import { writtenTask } from './candidates/tasks.ts';

/** A day expression as people write it: `release - 10 working days`, `week R-3 friday`. */
export function expressionWords(on: DayExpression): string {
  if (on.kind === 'later') return LATER;
  if (on.kind === 'day') return on.day;
  if (on.kind === 'week') {
    const { week } = on;
    const name = week.from === 'start' ? String(week.number) : countdownName(week.offset);
    return `week ${name}${on.weekday === undefined ? '' : ` ${weekdayName(on.weekday).toLowerCase()}`}`;
  }
  const from = on.clock === undefined ? on.anchor : `${on.anchor} at ${on.clock}`;
  if (on.amount === 0) return from;
  const size = Math.abs(on.amount);
  const unit = { days: 'day', weeks: 'week', 'working-days': 'working day', hours: 'hour' }[on.unit];
  return `${from} ${on.amount < 0 ? '-' : '+'} ${size} ${unit}${size === 1 ? '' : 's'}`;
}

/** The expression behind a checkbox; a series has that of its first occurrence. */
export function taskExpression(spec: ScheduleSpec, task: Task): DayExpression | undefined {
  const id = task.part?.of ?? task.occurrence?.of ?? task.id;
  const own = writtenTask(id);
  const written = spec.tasks.find((one) => one.id === own);
  // Of a task per candidate, `rc3` of `test.rc3`.
  const inCandidate = (on: DayExpression | undefined): DayExpression | undefined =>
    on === undefined || own === id ? on : anchoredAt(on, EACH_CANDIDATE, id.slice(own.length + 1));
  const { part } = task;
  if (part === undefined) return inCandidate(written?.due);
  const number = Number(/-(\d+)$/.exec(task.id.slice(part.of.length + 1))?.[1] ?? 1);
  return inCandidate(written?.span?.filter(({ state }) => state === part.state)[number - 1]?.due);
}

/** `is "release - 1 week"`; of a series `repeats from "week 2 friday"`. */
export function taskReason(spec: ScheduleSpec, task: Task): string {
  const due = taskExpression(spec, task);
  if (due === undefined) return 'follows';
  return `${task.occurrence === undefined ? 'is' : 'repeats from'} "${expressionWords(due)}"`;
}

/** Why a checkbox comes or goes: a series begins or ends earlier or later than on the `other` side of the slip. */
export function seriesReason(spec: ScheduleSpec, task: Task, other: readonly Task[]): string {
  if (task.occurrence === undefined) return 'its event is not in the cycle then';
  const first = other.find(({ occurrence }) => occurrence?.of === task.occurrence?.of);
  if (first !== undefined && task.due < first.due) return taskReason(spec, task);
  const of = writtenTask(task.occurrence?.of ?? '');
  const until = spec.tasks.find(({ id }) => id === of)?.until;
  return `repeats until ${until === undefined ? 'the end of the cycle' : `"${expressionWords(until)}"`}`;
}
