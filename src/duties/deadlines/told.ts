// What the log says was announced of deadlines: the keys of its lines are the memory.
import type { Day } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { keyOf } from '../../text/marker.ts';
import type { Tracked } from './input.ts';

const BETWEEN = '~';

export interface Told {
  /** Oldest first. */
  readonly names: readonly string[];
  /** Those that its own log lacks: it gets them as well, since the other is closed one day. */
  readonly elsewhere: readonly string[];
}

/** The name of the line with which the watch over a release began. */
export const BEGUN = 'begun';

/** The name of a notice. It holds the day, so that a moved milestone counts anew. */
export function noticeName({ id, day }: Milestone, stage: string): string {
  return `${id}.${day}.${stage}`;
}

/** The name of the digest of the week that begins on this Monday. */
export function digestName(monday: Day): string {
  return `digest.${monday}`;
}

/** The key of a line that says all these at once: it is written whole, or not at all. */
export function noticeKey(release: Release, names: readonly string[]): string {
  return keyOf(release.version, 'deadlines', names.join(BETWEEN));
}

/** A name as the log of another release keeps it: several releases are told of in one place. */
export function nameIn(host: Release, { version }: Release, name: string): string {
  return version === host.version ? name : `${ofOther(version)}${name}`;
}

/** Names of everything that was told of the release: those of its own log, then those that only another has. */
export function toldNames({ release, tracking }: Tracked, open: readonly Tracked[]): Told {
  const own = namesIn(release, tracking);
  const prefix = ofOther(release.version);
  const elsewhere = open
    .filter((other) => other.release.version !== release.version)
    .flatMap((other) => namesIn(other.release, other.tracking))
    .flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
    .filter((name) => !own.includes(name));
  return { names: [...own, ...elsewhere], elsewhere };
}

/** The day of a milestone as it was told last; undefined when it never was. */
export function lastToldDay(names: readonly string[], { id }: Milestone): Day | undefined {
  const days = names.flatMap((name) => {
    const rest = name.startsWith(`${id}.`) ? name.slice(id.length + 1) : '';
    return /^(\d{4}-\d\d-\d\d)\.[^.]+$/.exec(rest)?.[1] ?? [];
  });
  return days.at(-1) as Day | undefined;
}

/** The day since which deadlines are watched: what was late before is not brought up again. */
export function begunOn({ release, tracking }: Tracked): Day | undefined {
  const prefix = noticeKey(release, [BEGUN]);
  return tracking.ledger?.entries.find(({ key }) => key === prefix || key.startsWith(`${prefix}${BETWEEN}`))
    ?.day;
}

function namesIn(release: Release, tracking: OwnIssue): string[] {
  return namesByDay(release, tracking).flatMap(({ names }) => names);
}

/** Line by line of its log, oldest first: what was told, and on which day. */
export function namesByDay(
  release: Release,
  tracking: OwnIssue,
): { readonly day: Day; readonly names: readonly string[] }[] {
  const prefix = `${keyOf(release.version, 'deadlines')}/`;
  return (tracking.ledger?.entries ?? []).flatMap(({ key, day }) =>
    key.startsWith(prefix)
      ? [
          {
            day,
            names: key
              .slice(prefix.length)
              .split(BETWEEN)
              .map((name) => decoded(name)),
          },
        ]
      : [],
  );
}

/** What people put into the log may be no key of ours. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** No version can hold what stands between names. */
function ofOther(version: string): string {
  return `${encodeURIComponent(version).replaceAll('~', '%7E')}:`;
}

/** Whether the tracking issue tells in this run of another day: `told` is the one that its log knows. */
export function isMoving(day: Day, told: Day | undefined): boolean {
  return told !== undefined && told !== day;
}
