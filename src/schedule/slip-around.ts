// Which milestones that stay are concerned by a move, so that a person is asked about them.
import { addDays, daysBetween } from '../domain/day.ts';
import type { Milestone, Release } from '../domain/release.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import { isGate } from './milestone-kind.ts';
import { prereleaseOf } from './prerelease.ts';
import { taskExpression } from './slip-reason.ts';
import type { Named, Target } from './slip-target.ts';

/** What is past by at most so many days may have been missed; a move by so many is a short one. */
const WEEK = 7;

/**
 * Whether a milestone is around one that moves: on its old day; passed by it, of a long move only if teams have to be
 * ready for it; the next one of its sort, prerelease or gate; for release day all that is ahead, and what
 * the last week should have brought.
 */
export function isAround(milestone: Milestone, target: Target): boolean {
  if (target.named.length > 0 && milestone.ask === true && milestone.day >= target.today) return true;
  return target.named.some((one) => isAroundOne(milestone, one, target));
}

function isAroundOne(milestone: Milestone, one: Named, target: Target): boolean {
  const { id, day } = one.milestone;
  if (milestone.day === day || isPassed(milestone, one, target)) return true;
  const isRecent = milestone.day <= target.today && milestone.day >= addDays(target.today, -WEEK);
  if (id === 'release') return isRecent || milestone.day > target.today;
  const { before, after } = neighborsOf(one.milestone, target.release);
  return after.includes(milestone.id) || (isRecent && before.includes(milestone.id));
}

/** Whether the move goes over it, or to its day. */
function isPassed(milestone: Milestone, { milestone: other, to }: Named, target: Target): boolean {
  const [first, last] = other.day < to ? [other.day, to] : [to, other.day];
  if (milestone.day < first || milestone.day > last) return false;
  const { version } = target.release;
  const inRow = isInRow(other, version) && isInRow(milestone, version);
  return daysBetween(first, last) <= WEEK || inRow || isGate(milestone, version);
}

/** Ids of what comes before and after: in the row of prereleases, and among what teams have to be ready for. */
function neighborsOf(
  one: Milestone,
  { milestones, version }: Release,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const rows = [isInRow, isGate].filter((belongs) => belongs(one, version));
  const others = rows.map((belongs) => milestones.filter((other) => belongs(other, version)));
  return {
    before: others.flatMap((row) => row.findLast(({ day }) => day < one.day)?.id ?? []),
    after: others.flatMap((row) => row.find(({ day }) => day > one.day)?.id ?? []),
  };
}

function isInRow(milestone: Pick<Milestone, 'id' | 'title'>, version: string): boolean {
  return milestone.id === 'release' || prereleaseOf(milestone, version) !== undefined;
}

/**
 * Whether a past milestone is known to have happened: its day is over, and all tasks that are due on it or behind it
 * so far are done. Tasks before it prepare it and say nothing; what relcomms does by itself says nothing either.
 */
export function isDone(spec: ScheduleSpec, { id, day }: Milestone, target: Target): boolean {
  const { done, today, release } = target;
  if (done === undefined || day > today) return false;
  const due = release.tasks.filter((task) => {
    const on = taskExpression(spec, task);
    const leans = on?.kind === 'offset' && on.anchor === id && on.amount >= 0;
    return leans && isPerson(task) && task.due <= today;
  });
  return due.length > 0 && due.every((task) => done.has(task.id));
}

function isPerson({
  optional,
  doneBy,
}: {
  readonly optional: boolean;
  readonly doneBy?: string | undefined;
}): boolean {
  return !optional && doneBy === undefined;
}
