// What a release's own milestone has of the one that every release has.
import type { MilestoneSpec } from './spec.ts';

/** Everything but the day, and but what belongs to that day: claims about it, and why it was moved there. */
export function inheritedMilestone(base: MilestoneSpec | undefined): Omit<MilestoneSpec, 'on'> {
  if (base === undefined) return { fixed: false };
  const { on: _on, weekday: _weekday, week: _week, because: _because, from, ...inherited } = base;
  // A first day that is counted from something follows it; one of the calendar belongs to the last day.
  return from === undefined || from.kind === 'day' ? inherited : { ...inherited, from };
}
