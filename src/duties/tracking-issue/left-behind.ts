// Finds open tracking issues of versions that the config no longer names: most often the version was renamed.
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { daysOf } from './slips/slips.ts';

export interface LeftBehind {
  readonly number: number;
  readonly version: string;
  /** Open issues of its tasks. */
  readonly tasks: number;
  /** Days of its milestones as they were told last, by id. */
  readonly days: Readonly<Record<string, string>>;
}

const TRACKING = '/tracking-issue';

/** What people reopened after the end stays as they have it. */
export function leftBehind(issues: readonly OwnIssue[], releases: readonly Release[]): LeftBehind[] {
  const named = new Set(releases.map(trackingKey));
  return issues
    .filter(({ key, state }) => key.endsWith(TRACKING) && state === 'open' && !named.has(key))
    .filter(({ ledger }) => ledger?.entries.some(({ key }) => key.endsWith('/closed')) !== true)
    .map(({ key, number, ledger }) => {
      const version = key.slice(0, -TRACKING.length);
      const tasks = issues.filter((one) => one.state === 'open' && one.key.startsWith(`${version}/task/`));
      return { number, version: decoded(version), tasks: tasks.length, days: ledger?.state?.days ?? {} };
    });
}

/** Those that this release seems to be the new name of: its issue is the one to tell of them. */
export function formerOf(
  release: Release,
  issues: readonly OwnIssue[],
  releases: readonly Release[],
): LeftBehind[] {
  return leftBehind(issues, releases).filter((one) => seemsRenamed(one, release));
}

/** Whether they have a day in common. */
function seemsRenamed({ days }: LeftBehind, release: Release): boolean {
  return Object.entries(daysOf(release)).some(([id, day]) => Object.hasOwn(days, id) && days[id] === day);
}

/** Of what stands in a key. */
function decoded(version: string): string {
  try {
    return decodeURIComponent(version);
  } catch {
    return version;
  }
}
