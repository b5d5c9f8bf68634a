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
 * ready for it; the neighbor in the row of prereleases and release day; for release day all that is ahead, and what
 * the last week should have brought.
 */
export function isAround(milestone: Milestone, target: Target): boolean {
  if (milestone.ask === true && milestone.day >= target.today) return true;
  return target.named.some((one) => isAroundOne(milestone, one, target));
}

function isAroundOne(milestone: Milestone, one: Named, target: Target): boolean {
  const { id, day } = one.milestone;
  if (milestone.day === day || isPassed(milestone, one, target)) return true;
  const isRecent = milestone.day <= target.today && milestone.day >= addDays(target.today, -WEEK);
  if (id === 'release') return isRecent || milestone.day > target.today;
  const [before, after] = neighborsOf(one.milestone, target.release);
  return milestone.id === after || (isRecent && milestone.id === before);
}

/** Whether the move goes over it, or to its day. */
function isPassed(
  milestone: Milestone,
  { milestone: { id, title, day }, to }: Named,
  target: Target,
): boolean {
  const [first, last] = day < to ? [day, to] : [to, day];
  if (milestone.day < first || milestone.day > last) return false;
  const { version } = target.release;
  const inRow = isInRow({ id, title }, version) && isInRow(milestone, version);
  return daysBetween(first, last) <= WEEK || inRow || isGate(milestone, version);
}

/** Ids of the prereleases, or release day, before and after one of them; none where it is none itself. */
function neighborsOf(
  { id, title, day }: Milestone,
  { milestones, version }: Release,
): readonly [string | undefined, string | undefined] {
  if (!isInRow({ id, title }, version)) return [undefined, undefined];
  const row = milestones.filter((one) => one.id !== id && isInRow(one, version));
  return [row.findLast((one) => one.day < day)?.id, row.find((one) => one.day > day)?.id];
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
