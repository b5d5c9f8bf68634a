// Whether the people of a release were welcomed: before that, nobody follows its tracking issue.
import { type Instant, dayAt } from '../domain/day.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';
import { keyOf } from '../text/marker.ts';

export function isWelcomed(
  { version }: Pick<Release, 'version'>,
  { ledger }: Pick<OwnIssue, 'ledger'>,
): boolean {
  return ledger?.entries.some(({ key }) => key === keyOf(version, 'welcome')) === true;
}

/** Its issue was opened today, its log is there, and the welcome is the next that people get. */
export function isBeginning(release: Release, tracking: OwnIssue, now: Instant): boolean {
  const today = dayAt(now, release.timezone);
  const opened = tracking.ledger?.entries.find(({ key }) => key === keyOf(release.version, 'opened'));
  return opened?.day === today && !isWelcomed(release, tracking);
}
