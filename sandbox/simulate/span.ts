// The days that are worth playing: from the first tracking issue to a week past the last cycle.
import { type Day, addDays } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import type { TrackingIssueConfig } from '../../src/duties/tracking-issue/config.ts';
import { opensOn } from '../../src/duties/tracking-issue/stage.ts';
import type { Prepared } from '../../src/run/reconcile.ts';

/** The first day on which a tracking issue is opened; undefined without releases. */
export function firstDay({ config, releases }: Prepared): Day | undefined {
  const section = config.sections['tracking-issue'] as TrackingIssueConfig | undefined;
  return releases
    .map((release) => (section === undefined ? release.start : opensOn(release, section)))
    .toSorted()[0];
}

/** A week past the end of the last cycle, so that its closing is seen too. */
export function lastDay(releases: readonly Release[]): Day | undefined {
  const end = releases
    .map((release) => release.end)
    .toSorted()
    .at(-1);
  return end === undefined ? undefined : addDays(end, 7);
}
