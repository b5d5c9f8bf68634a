// What a config becomes when a date moves: what follows from it follows, and what has passed stays where it was.
import { type Day, addDays } from '../../../src/domain/day.ts';
import type { Milestone, Release } from '../../../src/domain/release.ts';
import { prepare } from '../../../src/run/prepare.ts';
import { type Written, configText } from './config-text.ts';
import type { Cycle, CycleSlip } from './cycle.ts';

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
  const old = release?.milestones.find(({ id }) => id === slip.what);
  if (release === undefined || old === undefined || old.day <= today) return undefined;
  const past = release.milestones
    .filter(({ day, id }) => day <= today && id !== 'release')
    .map(({ id, day }) => [`${release.version}/${id}`, day] as const);
  const to = addDays(old.day, slip.days);
  const written = {
    ...before.written,
    ...Object.fromEntries(past),
    [`${release.version}/${slip.what}`]: to,
  };
  const after = standing(cycle, written);
  return after !== undefined && movesOf(before, after).every((move) => move.to.day > today)
    ? after
    : undefined;
}

export interface Move {
  readonly version: string;
  readonly from: Milestone;
  readonly to: Milestone;
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
