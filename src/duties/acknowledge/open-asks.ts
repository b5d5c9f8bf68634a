// The milestones ahead that teams are asked about, with the tracking issue that remembers it.
import { namesMilestone } from '../../domain/candidate.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Milestone, type Release, isRunning } from '../../domain/release.ts';
import type { DutyContext } from '../duty.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { AcknowledgeConfig } from './config.ts';

export interface OpenAsk {
  readonly release: Release;
  readonly milestone: Milestone;
  readonly tracking: OwnIssue;
}

/** Without a log nothing could be remembered: the next run has one. */
export function openAsks(
  { config, releases, now }: Pick<DutyContext<AcknowledgeConfig>, 'config' | 'releases' | 'now'>,
  issues: readonly OwnIssue[],
): OpenAsk[] {
  return releases
    .filter((release) => isRunning(release, now))
    .flatMap((release) => {
      const tracking = issues.find(({ key }) => key === trackingKey(release));
      if (tracking?.ledger === undefined || tracking.state === 'closed') return [];
      return release.milestones
        .filter((one) => namesMilestone(config.milestones, one) && one.deadline > now)
        .map((milestone) => ({ release, milestone, tracking }));
    });
}
