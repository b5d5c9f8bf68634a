// What the duty reads, and the issues and lines of the log that it looks for.
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import type { DutyInput } from '../duty.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { DeadlinesConfig } from './config.ts';

export type DeadlinesInput = DutyInput<DeadlinesConfig, 'ownIssues'>;

export const DUTY = 'deadlines';

/** The open tracking issue with its log; undefined before both are there, and after it was closed. */
export function trackingOf(release: Release, { observed }: DeadlinesInput): OwnIssue | undefined {
  const found = observed.ownIssues.find(({ key }) => key === trackingKey(release));
  return found?.state === 'open' && found.ledger !== undefined ? found : undefined;
}
