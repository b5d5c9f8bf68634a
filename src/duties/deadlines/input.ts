// What the duty reads, and the issues and lines of the log that it looks for.
import type { OwnIssue } from '../../domain/observed.ts';
import { type Release, isOver } from '../../domain/release.ts';
import type { DutyInput } from '../duty.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { DeadlinesConfig } from './config.ts';

export type DeadlinesInput = DutyInput<DeadlinesConfig, 'ownIssues'>;

export const DUTY = 'deadlines';

/** A release that runs, with its open tracking issue. */
export interface Tracked {
  readonly release: Release;
  readonly tracking: OwnIssue;
}

/** Those whose tracking issue is open and has its log, the next to be released first: there all are told of. */
export function trackedReleases(input: DeadlinesInput): Tracked[] {
  return input.releases
    .filter((release) => !isOver(release, input.now))
    .flatMap((release) => {
      const tracking = trackingOf(release, input);
      return tracking === undefined ? [] : [{ release, tracking }];
    })
    .toSorted((a, b) =>
      a.release.release < b.release.release ? -1 : a.release.release > b.release.release ? 1 : 0,
    );
}

/** The open tracking issue with its log; undefined before both are there, and after it was closed. */
function trackingOf(release: Release, { observed }: DeadlinesInput): OwnIssue | undefined {
  const found = observed.ownIssues.find(({ key }) => key === trackingKey(release));
  return found?.state === 'open' && found.ledger !== undefined ? found : undefined;
}
