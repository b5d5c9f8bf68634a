// From decoded milestones, a day or keys each, to those that the schedule reads.
import type { DayExpression } from '../domain/day-expression.ts';
import { inheritedMilestone } from '../domain/inherited-milestone.ts';
import type { MilestoneSpec } from '../domain/spec.ts';
import type { WrittenRelease } from './schema/releases.ts';
import { withoutPrototype } from './without-prototype.ts';

type WrittenMilestone = WrittenRelease['milestones'][string];

/** What says no day is removed from a release, or a mistake that a rule tells. */
export function toMilestones(
  written: WrittenRelease['milestones'],
  inherited: Readonly<Record<string, MilestoneSpec>> = {},
): Record<string, MilestoneSpec> {
  const all = Object.entries(written).flatMap(([id, milestone]) => {
    const base = Object.hasOwn(inherited, id) ? inherited[id] : undefined;
    const spec = toMilestone(asKeys(milestone), base);
    return spec === undefined ? [] : [[id, spec] as const];
  });
  return withoutPrototype(Object.fromEntries(all), (milestone) => milestone);
}

/** A release's milestone keeps title, zone and the rest of the inherited one; claims belong to the day, so not those. */
function toMilestone(
  { on, remove: _removed, ...own }: ReturnType<typeof asKeys>,
  base: MilestoneSpec | undefined,
): MilestoneSpec | undefined {
  if (on === undefined) return undefined;
  const inherited = inheritedMilestone(base);
  return { ...inherited, ...own, fixed: own.fixed ?? inherited.fixed, on };
}

type FullMilestone = Exclude<WrittenMilestone, DayExpression>;

function asKeys(written: WrittenMilestone): FullMilestone {
  return isDay(written) ? { on: written } : written;
}

/** No kind of milestone has the name of a way to write a day. */
function isDay(written: WrittenMilestone): written is DayExpression {
  return (
    written.kind === 'day' || written.kind === 'offset' || written.kind === 'week' || written.kind === 'later'
  );
}
