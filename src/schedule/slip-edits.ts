// The changes of the config that a slip needs: the moved day, and days that have to be held in their place.
import type { Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type { Milestone, Release } from '../domain/release.ts';
import type { DayEdit } from '../domain/slip.ts';
import type { ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';
import { writtenMilestones } from './build-milestones.ts';
import { buildRelease } from './build-release.ts';
import { weekNumber } from './cycle.ts';
import { hasStaleClaim, withDays } from './slip-apply.ts';
import type { Found } from './slip-find.ts';

/** The wish to move a milestone. */
export interface Move {
  readonly to: Day;
  readonly today: Day;
  readonly because?: string | undefined;
}

/** The edits with what they lead to. */
export interface Moved {
  readonly edits: readonly DayEdit[];
  readonly spec: ScheduleSpec;
  readonly release: Release;
  readonly problems: readonly Problem[];
}

/**
 * Moves the day, then gives a day of its own to whatever would follow though it must not: milestones that have
 * happened, fixed ones, and the start of a cycle that has begun. Claims that no longer hold are brought up to date.
 */
export function slipEdits(spec: ScheduleSpec, found: Found, move: Move): Moved | Problem {
  const { written, release, milestone } = found;
  const first = built(spec, written, [edit(written, milestone.id, move.to, { because: move.because })]);
  if ('code' in first) return first;
  const begun = release.start <= move.today && first.release.start !== release.start;
  const start = begun ? release.start : first.release.start;
  const held: DayEdit[] = [
    edit(written, milestone.id, move.to, { because: move.because, week: weekNumber(start, move.to) }),
    ...(begun ? [edit(written, 'start', release.start, {})] : []),
  ];
  for (;;) {
    const after = built(spec, written, held);
    if ('code' in after) return after;
    const strays = straysOf(spec, found, after.release, move);
    if (strays.length === 0) return withClaims(spec, written, after);
    held.push(
      ...strays.map(({ id, day, because }) =>
        edit(written, id, day, { because, week: weekNumber(start, day) }),
      ),
    );
  }
}

/**
 * Whether the milestone stays whatever it leans on: it is fixed, or has happened. When the moved milestone itself
 * was missed, what comes with it or after it by its own day can't have happened either.
 */
function mustStay(milestone: Milestone, moved: Milestone, today: Day): boolean {
  if (milestone.id === moved.id) return false;
  const missedToo = moved.day < today && milestone.day >= moved.day;
  return milestone.fixed || (milestone.day < today && !missedToo);
}

/** Milestones that moved and must not; those that merely lean on another of them stay when it is held. */
function straysOf(spec: ScheduleSpec, found: Found, after: Release, { today }: Move): Milestone[] {
  const days = new Map(after.milestones.map(({ id, day }) => [id, day]));
  const strays = found.release.milestones.filter(
    (milestone) => days.get(milestone.id) !== milestone.day && mustStay(milestone, found.milestone, today),
  );
  const ids = new Set(strays.map(({ id }) => id));
  const written = writtenMilestones(spec, found.written);
  const roots = strays.filter(({ id }) => {
    const on = written.get(id)?.on;
    return on?.kind !== 'offset' || !ids.has(on.anchor);
  });
  return roots.length === 0 ? strays : roots;
}

/** A claim about a milestone that follows by itself would be an error after the slip. */
function withClaims(spec: ScheduleSpec, written: ReleaseSpec, after: Moved): Moved | Problem {
  const edited = new Set(after.edits.map(({ milestone }) => milestone));
  const stale = after.release.milestones.filter(({ id, day, week }) => {
    const own = Object.hasOwn(written.milestones, id) ? written.milestones[id] : undefined;
    return own !== undefined && !edited.has(id) && hasStaleClaim(own, day, week);
  });
  if (stale.length === 0) return after;
  const claims = stale.map(({ id, day, week }) => edit(written, id, day, { week, follows: true }));
  return built(spec, written, [...after.edits, ...claims]);
}

function built(spec: ScheduleSpec, { version }: ReleaseSpec, edits: readonly DayEdit[]): Moved | Problem {
  const changed = withDays(spec, edits);
  const written = changed.releases.find((release) => release.version === version);
  if (written === undefined) throw new Error(`${version} is lost`);
  const { release, problems } = buildRelease(changed, written);
  if (release !== undefined) return { edits, spec: changed, release, problems };
  if (problems[0] === undefined) throw new Error(`${version} can't be built, and nothing says why`);
  return problems[0];
}

function edit(
  { version }: ReleaseSpec,
  milestone: string,
  to: Day,
  more: Pick<DayEdit, 'because' | 'week' | 'follows'>,
): DayEdit {
  return { version, milestone, to, ...more };
}
