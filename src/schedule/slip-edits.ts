// The changes of the config that a slip needs: the moved days, and days that have to be held in their place.
import { candidateNumber } from '../domain/candidate.ts';
import type { Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type { Milestone, Release } from '../domain/release.ts';
import type { DayEdit } from '../domain/slip.ts';
import type { ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';
import { writtenMilestones } from './build-milestones.ts';
import { buildRelease } from './build-release.ts';
import { weekNumber } from './cycle.ts';
import { hasStaleClaim, withDays } from './slip-apply.ts';
import { isDone } from './slip-around.ts';
import { hangsOnLast } from './candidates/milestones.ts';
import { anchorsOf } from './slip-leans.ts';
import { specOfRelease } from './spec-of-release.ts';
import { type Target, isMissedAlong } from './slip-target.ts';

/** The edits with what they lead to. */
export interface Moved {
  readonly edits: readonly DayEdit[];
  readonly spec: ScheduleSpec;
  readonly release: Release;
  readonly problems: readonly Problem[];
}

/**
 * Moves the days, then gives a day of its own to whatever would follow though it must not: milestones that are past,
 * fixed ones, those that are to be asked about, and the start of a cycle that has begun. A named milestone that gets
 * to its day by its anchor keeps that. Claims that no longer hold are brought up to date.
 */
export function slipEdits(spec: ScheduleSpec, target: Target): Moved | Problem {
  const { written, release, because } = target;
  const own = specOfRelease(spec, written);
  const wanted = wantedDays(target);
  const first = built(
    spec,
    written,
    [...wanted].map(([id, to]) => edit(written, id, to, {})),
  );
  if ('code' in first) return first;
  const begun = release.start <= target.today && first.release.start !== release.start;
  const start = begun ? release.start : first.release.start;
  const edits: DayEdit[] = begun ? [edit(written, 'start', release.start, {})] : [];
  for (;;) {
    const after = built(spec, written, inOrder(edits, target));
    if ('code' in after) return after;
    const strays = straysOf(own, target, after.release);
    if (strays.length === 0) return withClaims(spec, written, after);
    for (const { id, day, because: before } of strays)
      edits.push(
        edit(written, id, day, { because: wanted.has(id) ? because : before, week: weekNumber(start, day) }),
      );
  }
}

/** By id, in the order in which they are written. */
function wantedDays({ named, firsts }: Target): ReadonlyMap<string, Day> {
  return new Map([
    ...named.map(({ milestone, to }) => [milestone.id, to] as const),
    ...firsts.map(({ id, to }) => [id, to] as const),
  ]);
}

function inOrder(edits: readonly DayEdit[], target: Target): DayEdit[] {
  const place = new Map([...wantedDays(target).keys()].map((id, index) => [id, index]));
  const behind = place.size;
  return edits.toSorted((a, b) => (place.get(a.milestone) ?? behind) - (place.get(b.milestone) ?? behind));
}

/**
 * Whether the milestone stays whatever it leans on. What comes with a missed one, or after it, was missed too, unless
 * it is known to be done.
 */
function mustStay(spec: ScheduleSpec, milestone: Milestone, target: Target): boolean {
  if (milestone.fixed || milestone.ask === true || isDone(spec, milestone, target)) return true;
  if (target.firsts.some(({ id }) => candidateNumber(id) !== undefined)) {
    // The next candidate comes behind all that there are, whatever becomes of release day.
    if (milestone.candidate !== undefined) return true;
    if (hangsOnLast(milestone.id, spec, target.written)) return false;
  }
  return milestone.day < target.today && !isMissedAlong(target, milestone.day);
}

interface Stray extends Pick<Milestone, 'id' | 'because'> {
  /** Where it has to be. */
  readonly day: Day;
}

/** Milestones that are not where they have to be; those that lean on another of them wait until that one is. */
function straysOf(spec: ScheduleSpec, target: Target, after: Release): Stray[] {
  const days = new Map(after.milestones.map(({ id, day }) => [id, day]));
  const wanted = wantedDays(target);
  const held = target.release.milestones.flatMap((milestone): Stray[] => {
    const { id, because, event } = milestone;
    // It keeps its day, whatever cycle it falls into.
    if (event !== undefined) return [];
    const day = wanted.get(id) ?? (mustStay(spec, milestone, target) ? milestone.day : undefined);
    return day === undefined ? [] : [{ id, because, day }];
  });
  const firsts = target.firsts.map(({ id, to }): Stray => ({ id, day: to }));
  const strays = [...held, ...firsts].filter(({ id, day }) => day !== days.get(id));
  const ids = new Set(strays.map(({ id }) => id));
  const written = writtenMilestones(spec, target.written);
  const roots = strays.filter(
    (stray) => !anchorsOf(stray.id, written, target.written).some((id) => ids.has(id)),
  );
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
