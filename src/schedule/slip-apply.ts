// The schedule as it would be written after days have been changed.
import { type Day, weekdayOf } from '../domain/day.ts';
import { inheritedMilestone } from '../domain/inherited-milestone.ts';
import type { MilestoneSpec, ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';
import type { DayEdit } from '../domain/slip.ts';
import { specOfRelease } from './spec-of-release.ts';

/** The same schedule with the edits made. The config's splice does the same to the text; a law holds the two together. */
export function withDays(spec: ScheduleSpec, edits: readonly DayEdit[]): ScheduleSpec {
  const releases = spec.releases.map((release) =>
    edits
      .filter(({ version }) => version === release.version)
      .reduce((changed, edit) => withDay(changed, edit, specOfRelease(spec, release)), release),
  );
  return { ...spec, releases };
}

function withDay(release: ReleaseSpec, edit: DayEdit, spec: ScheduleSpec): ReleaseSpec {
  const { milestone: id, to } = edit;
  if (id === 'start') return { ...release, start: to };
  const own = Object.hasOwn(release.milestones, id) ? release.milestones[id] : undefined;
  if (id === 'release') {
    const moved = { ...release, release: to, because: edit.because };
    return own === undefined ? moved : withMilestone(moved, id, alongRelease(own, edit));
  }
  if (edit.follows === true) return own ? withMilestone(release, id, withClaims(own, edit)) : release;
  const base = Object.hasOwn(spec.milestones, id) ? spec.milestones[id] : undefined;
  const written = own === undefined ? inheritedMilestone(base) : withClaims(own, edit);
  return withMilestone(release, id, { ...written, on: { kind: 'day', day: to }, because: edit.because });
}

function withMilestone(release: ReleaseSpec, id: string, milestone: MilestoneSpec): ReleaseSpec {
  return { ...release, milestones: { ...release.milestones, [id]: milestone } };
}

/** The milestone `release` repeats release day, so it moves along; its reason stands with the release. */
function alongRelease(own: MilestoneSpec, edit: DayEdit): MilestoneSpec {
  const leans = own.on.kind === 'offset' && own.on.anchor === 'release';
  const on = leans ? own.on : { kind: 'day' as const, day: edit.to };
  return { ...withClaims(own, edit), on, because: undefined };
}

function withClaims(own: MilestoneSpec, { to, week }: DayEdit): MilestoneSpec {
  return {
    ...own,
    weekday: own.weekday === undefined ? undefined : weekdayOf(to),
    week: own.week === undefined ? undefined : (week ?? own.week),
  };
}

/** Whether a claim about the milestone does not hold for this day. */
export function hasStaleClaim({ weekday, week }: MilestoneSpec, day: Day, weekOfDay: number): boolean {
  return (weekday !== undefined && weekday !== weekdayOf(day)) || (week !== undefined && week !== weekOfDay);
}
