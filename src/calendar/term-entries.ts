// Who has the roles that people take in turn, as entries from week 1 to release day: in this release and the next two.
import type { Day } from '../domain/day.ts';
import type { Release } from '../domain/release.ts';
import { keyOf } from '../text/marker.ts';
import type { CalendarEntry } from './calendar-entry.ts';

interface Term {
  readonly version: string;
  readonly title: string;
  readonly start: Day;
  readonly release: Day;
  readonly people: readonly string[];
}

/** The entry of a release is the same, whichever release tells it. */
export function termEntries(release: Release): CalendarEntry[] {
  return (release.terms ?? [])
    .filter(({ inTurn }) => inTurn)
    .flatMap(({ role, people, ahead }) =>
      [{ ...release, people }, ...ahead]
        .filter((term) => term.people.length > 0)
        .map((term) => entryOf(role, term)),
    );
}

function entryOf(role: string, { version, title, start, release, people }: Term): CalendarEntry {
  return {
    uid: `${keyOf(version, 'role', role)}@relcomms`,
    day: start,
    last: release,
    sequence: 0,
    changed: start,
    title: `${title}: ${role.replaceAll('-', ' ')} ${people.join(', ')}`,
    description: 'From week 1 to release day.',
    remind: false,
  };
}
