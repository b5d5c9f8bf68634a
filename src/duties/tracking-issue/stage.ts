// Where a release stands on a day: before its cycle, in it, or after it.
import { type Day, addDays, dayAt } from '../../domain/day.ts';
import type { Release } from '../../domain/release.ts';
import { keyOf } from '../../text/marker.ts';
import type { DutyContext } from '../duty.ts';
import type { TrackingIssueConfig } from './config.ts';

export type Stage = 'before' | 'open' | 'over';

export function stageOf(release: Release, { config, now }: DutyContext<TrackingIssueConfig>): Stage {
  const today = dayAt(now, release.timezone);
  if (today > release.end) return 'over';
  return today < opensOn(release, config) ? 'before' : 'open';
}

/** Days after the last week in which a cycle is brought to its end. */
const ENDS_WITHIN = 7;

/** Whether its last week has passed a short while ago: its milestone is closed in these days. */
export function isEnding(release: Release, context: DutyContext<TrackingIssueConfig>): boolean {
  if (stageOf(release, context) !== 'over') return false;
  return dayAt(context.now, release.timezone) <= addDays(release.end, ENDS_WITHIN);
}

/** The day on which the tracking issue is opened. */
export function opensOn(release: Release, config: TrackingIssueConfig): Day {
  return addDays(release.start, -config.openBefore);
}

/** The key of a line in the log of a release; `name` may have parts: `assigned/alice`. */
export function entryKey(release: Release, name: string): string {
  return keyOf(release.version, ...name.split('/'));
}
