// What a config becomes when a date moves: what follows from it follows, and what has passed stays where it was.
import { type Day, addDays } from '../../../src/domain/day.ts';
import type { Milestone, Release, Task } from '../../../src/domain/release.ts';
import { prepare } from '../../../src/run/prepare.ts';
import { type Written, configText } from './config-text.ts';
import type { Cycle, CycleSlip, CycleTask } from './cycle.ts';

/** A config as it stands: its text, the days that are written out in it, and its releases. */
export interface Standing {
  readonly written: Written;
  readonly text: string;
  readonly releases: readonly Release[];
}

/** Undefined for a config with mistakes. */
export function standing(cycle: Cycle, written: Written): Standing | undefined {
  const text = configText(cycle, written);
  const prepared = prepare(text);
  return 'problems' in prepared ? undefined : { written, text, releases: prepared.releases };
}

/** Undefined where it can't be moved: it has passed, its new day has, or the config would have mistakes. */
export function moved(cycle: Cycle, before: Standing, slip: CycleSlip, today: Day): Standing | undefined {
  const release = before.releases[slip.of];
  const task = cycle.tasks.find(({ id }) => id === slip.what);
  if (task !== undefined) return movedTask(cycle, before, { task, days: slip.days }, today);
  const old = release?.milestones.find(({ id }) => id === slip.what);
  if (release === undefined || old === undefined || old.day <= today) return undefined;
  const past = release.milestones
    .filter(({ day, id }) => day <= today && id !== 'release')
    .map(({ id, day }) => [`${release.version}/${id}`, day] as const);
  const to = addDays(old.day, slip.days);
  const days = {
    ...before.written.days,
    ...Object.fromEntries(past),
    [`${release.version}/${slip.what}`]: to,
  };
  const written = { ...before.written, days };
  const after = standing(cycle, written);
  return after !== undefined && movesOf(before, after).every((move) => move.to.day > today)
    ? after
    : undefined;
}

/** In all releases at once, never beyond the release; only while it is ahead in each of them and stays so. */
function movedTask(
  cycle: Cycle,
  before: Standing,
  { task, days }: { task: CycleTask; days: number },
  today: Day,
): Standing | undefined {
  if (!('before' in task.due)) return undefined;
  const later = (before.written.later[task.id] ?? 0) + days;
  if (task.due.before < later) return undefined;
  const after = standing(cycle, {
    ...before.written,
    later: { ...before.written.later, [task.id]: later },
  });
  const isAhead = ({ releases }: Standing): boolean =>
    releases.every(({ tasks }) => tasks.every(({ id, due }) => id !== task.id || due > today));
  return after !== undefined && isAhead(before) && isAhead(after) ? after : undefined;
}

export interface Move {
  readonly version: string;
  readonly from: Milestone;
  readonly to: Milestone;
}

export interface TaskMove {
  readonly version: string;
  readonly from: Task;
  readonly to: Task;
}

/** Tasks whose day differs. */
export function taskMovesOf(
  before: Pick<Standing, 'releases'>,
  after: Pick<Standing, 'releases'>,
): TaskMove[] {
  return after.releases.flatMap(({ version, tasks }) => {
    const old = before.releases.find((one) => one.version === version);
    return tasks.flatMap((to) => {
      const from = old?.tasks.find(({ id }) => id === to.id);
      return from === undefined || from.due === to.due ? [] : [{ version, from, to }];
    });
  });
}

/** Milestones whose day differs. */
export function movesOf(before: Pick<Standing, 'releases'>, after: Pick<Standing, 'releases'>): Move[] {
  return after.releases.flatMap(({ version, milestones }) => {
    const old = before.releases.find((one) => one.version === version);
    return milestones.flatMap((to) => {
      const from = old?.milestones.find(({ id }) => id === to.id);
      return from === undefined || from.day === to.day ? [] : [{ version, from, to }];
    });
  });
}
