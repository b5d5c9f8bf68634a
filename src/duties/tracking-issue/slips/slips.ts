// Notices that a milestone has another day than was last told, and says who is affected by what.
import { type Day, dayAt, daysBetween } from '../../../domain/day.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import type { DutyContext } from '../../duty.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { TrackingIssueConfig } from '../config.ts';
import { renderSlipEntry, renderSlipNotice, renderTasksEntry, renderTasksNotice } from './render-slip.ts';
import { entryKey } from '../stage.ts';
import type { MovedTask, Slip } from './slip.ts';

/** The days of tasks to remember as told. */
export function duesOf(release: Release): Record<string, Day> {
  return Object.fromEntries(release.tasks.map(({ id, due }) => [id, due]));
}

/** Tasks that are not done and are due on another day than was last told. */
export function movedTasks(
  release: Release,
  tracking: OwnIssue | undefined,
  done: ReadonlySet<string>,
): MovedTask[] {
  const told = tracking?.ledger?.state?.due ?? {};
  return release.tasks.flatMap((task) => {
    const from = told[task.id];
    return from === undefined || from === task.due || done.has(task.id) ? [] : [{ task, from }];
  });
}

/** The days to remember as told. */
export function daysOf(release: Release): Record<string, Day> {
  return Object.fromEntries(release.milestones.map(({ id, day }) => [id, day]));
}

/** Milestones whose day is not the one that was last told; none before anything was told. */
export function slipsOf(release: Release, tracking: OwnIssue | undefined): Slip[] {
  const told = tracking?.ledger?.state?.days ?? {};
  return release.milestones.flatMap((milestone) => {
    const from = told[milestone.id];
    if (from === undefined || from === milestone.day) return [];
    return [{ milestone, from, to: milestone.day, days: daysBetween(from, milestone.day) }];
  });
}

/** One line per slip in the log, and one comment for all of them; or for tasks that were moved by themselves. */
export function desiredForSlips(
  release: Release,
  tracking: OwnIssue | undefined,
  slips: readonly Slip[],
  moved: readonly MovedTask[],
  context: DutyContext<TrackingIssueConfig>,
): Desired[] {
  if (slips.length === 0) return desiredForTasks(release, tracking, moved, context);
  const written = new Set(tracking?.ledger?.entries.map(({ key }) => key));
  const day = dayAt(context.now, release.timezone);
  const issue = trackingKey(release);
  const name = `moved/${slips.map(({ milestone, to }) => `${milestone.id}-${to}`).join('+')}`.slice(0, 200);
  const notice = unwritten(entryKey(release, name), written);
  const why = 'a date in the config is not the one that was last told';
  return [
    {
      kind: 'comment',
      issue,
      key: notice,
      entry: notice,
      body: renderSlipNotice(release, slips, moved, context),
      isFirst: true,
      why,
    },
    ...slips.map((slip, index): Desired => {
      const line = entryKey(release, `moved/${slip.milestone.id}/${slip.from}/${slip.to}`);
      const key = index === 0 ? notice : unwritten(line, written);
      return { kind: 'entry', issue, key, day, text: renderSlipEntry(slip), shown: true, why };
    }),
  ];
}

/** Only who holds one of them is told; nobody where its day is over. */
function desiredForTasks(
  release: Release,
  tracking: OwnIssue | undefined,
  moved: readonly MovedTask[],
  context: DutyContext<TrackingIssueConfig>,
): Desired[] {
  const day = dayAt(context.now, release.timezone);
  const ahead = moved.filter(({ task }) => task.due >= day && !task.optional && task.holders.length > 0);
  if (ahead.length === 0) return [];
  const written = new Set(tracking?.ledger?.entries.map(({ key }) => key));
  const issue = trackingKey(release);
  const name = `moved/${ahead.map(({ task }) => `${task.id}-${task.due}`).join('+')}`.slice(0, 200);
  const key = unwritten(entryKey(release, name), written);
  const why = 'a task in the config is due on another day than was last told';
  const body = renderTasksNotice(release, ahead, context);
  return [
    { kind: 'comment', issue, key, entry: key, body, isFirst: true, why },
    { kind: 'entry', issue, key, day, text: renderTasksEntry(ahead), shown: true, why },
  ];
}

/** A date that moves there and back and there again is news each time: the second time has `/2` behind its key. */
function unwritten(key: string, written: ReadonlySet<string>): string {
  let time = 1;
  while (written.has(nth(key, time))) time += 1;
  return nth(key, time);
}

function nth(key: string, time: number): string {
  return time === 1 ? key : `${key}/${time}`;
}
