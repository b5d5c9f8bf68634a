// What the scripted team does for the tracking issue in a simulation: who ticks, closes, takes over and asks, and when.
import { tickedIds } from '../../body/ticks.ts';
import { type Day, addDays, mondayOf } from '../../domain/day.ts';
import type { Release, Task } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import type { CastView, Deed } from '../cast.ts';
import { findOwn } from '../find-own.ts';
import type { SeenIssue } from '../view.ts';
import { unitKey, unitsOf } from '../units.ts';

/** Every so many tasks one is done a working day late. */
const LATE = 5;

/** Days before a task's due day on which the shadow takes it over. */
const TAKEN = 3;

type TeamView = Omit<CastView<unknown>, 'config'>;

/**
 * Each task is done on its due day by the first person who holds it: every other one by closing its issue, when it
 * has one, the rest by ticking boxes, a person's boxes of a day in one edit. Every fifth task is a working day late.
 * What nobody holds stays open. The first shadow takes over the first task from week 2 on that is an issue of its
 * own, three days before it is due. On the Monday of the release week whoever holds most tasks asks for the state.
 * Nobody acts while the release has no open tracking issue.
 */
export function cast(input: TeamView): Deed[] {
  const { release, issues } = input;
  const tracking = findOwn(issues, trackingKey(release));
  if (tracking === undefined || tracking.state === 'closed') return [];
  return [...taken(input), ...asked(input, tracking.number), ...worked(input, tracking)];
}

/** Tasks that are done today. */
function worked(input: TeamView, tracking: SeenIssue): Deed[] {
  const { release } = input;
  const ticked = tickedIds(tracking.body);
  const deeds: Deed[] = [];
  const boxes = new Map<string, Task[]>();
  for (const [index, task] of release.tasks.entries()) {
    if (ticked.has(task.id) || doneOn(task, index, input) > input.today) continue;
    const issue = issueOf(task, input);
    const by = holderOf(task, issue, release);
    if (by === undefined) continue;
    if (index % 2 === 1 && issue !== undefined && isLast(task, release, ticked))
      deeds.push({ kind: 'close', by, number: issue.number, tasks: [task] });
    else boxes.set(by, [...(boxes.get(by) ?? []), task]);
  }
  const ticks = [...boxes].map(([by, tasks]): Deed => ({ kind: 'tick', by, number: tracking.number, tasks }));
  return [...ticks, ...deeds];
}

function doneOn(task: Task, index: number, { holidays }: TeamView): Day {
  return index % LATE === LATE - 1 ? addWorkingDays(task.due, 1, holidays) : task.due;
}

/** A shadow who took it over, or the first who holds it. */
function holderOf({ holders }: Task, issue: SeenIssue | undefined, { roles }: Release): string | undefined {
  const shadow = roles['shadow']?.[0];
  const took = issue?.assignees.some((login) => login.toLowerCase() === shadow?.toLowerCase()) === true;
  return took ? shadow : holders[0];
}

/** Whether closing the issue of the task does nothing but this task. */
function isLast(task: Task, release: Release, ticked: ReadonlySet<string>): boolean {
  const unit = unitsOf(release).find(({ items }) => items.some(({ id }) => id === task.id));
  return unit?.items.every(({ id }) => id === task.id || ticked.has(id)) === true;
}

function taken({ release, today, issues }: TeamView): Deed[] {
  const shadow = release.roles['shadow']?.[0];
  if (shadow === undefined) return [];
  const task = release.tasks.find(
    ({ occurrence, part, due, holders }) =>
      occurrence === undefined &&
      part === undefined &&
      due >= addDays(release.start, 7) &&
      holders.length > 0 &&
      !holders.includes(shadow),
  );
  const issue = task && issueOf(task, { release, issues });
  if (task === undefined || issue === undefined || addDays(task.due, -TAKEN) !== today) return [];
  return [{ kind: 'comment', by: shadow, number: issue.number, body: '/release take' }];
}

function asked({ release, today }: TeamView, number: number): Deed[] {
  if (today !== mondayOf(release.release)) return [];
  const firsts = release.tasks.flatMap(({ holders }) => holders.slice(0, 1));
  const held = (login: string): number => firsts.filter((other) => other === login).length;
  const [by] = [...new Set(firsts)].toSorted((a, b) => held(b) - held(a));
  return by === undefined ? [] : [{ kind: 'comment', by, number, body: '/release status' }];
}

/** The open issue of a task; undefined when it is only a checkbox. */
function issueOf(
  task: Task,
  { release, issues }: Pick<TeamView, 'release' | 'issues'>,
): SeenIssue | undefined {
  const unit = unitsOf(release).find(({ items }) => items.some(({ id }) => id === task.id));
  const found = unit && findOwn(issues, unitKey(release, unit));
  return found?.state === 'open' ? found : undefined;
}
