// The key of the log line by which a team has seen a day.
import type { Milestone, Release } from '../domain/release.ts';
import { keyOf } from '../text/marker.ts';

/** `1.10.0/seen/rc1/2020-02-20/api`; another day of the milestone has another key. */
export function seenKey(
  { version }: Pick<Release, 'version'>,
  { id, day }: Pick<Milestone, 'id' | 'day'>,
  team: string,
): string {
  return keyOf(version, 'seen', id, day, team);
}
