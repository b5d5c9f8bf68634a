// What the log says was told of deadlines: the keys of its lines are the memory.
import type { Day } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { keyOf } from '../../text/marker.ts';

const BETWEEN = '~';

/** The name of the line with which the watch over a release began. */
export const BEGUN = 'begun';

/** The name of a notice. It holds the day, so that a moved milestone counts anew. */
export function noticeName({ id, day }: Milestone, stage: string): string {
  return `${id}.${day}.${stage}`;
}

/** The key of a line that says all these at once: it is written whole, or not at all. */
export function noticeKey(release: Release, names: readonly string[]): string {
  return keyOf(release.version, 'deadlines', names.join(BETWEEN));
}

/** Names of everything that was told, oldest first. */
export function toldNames(release: Release, tracking: OwnIssue): string[] {
  const prefix = `${keyOf(release.version, 'deadlines')}/`;
  return (tracking.ledger?.entries ?? []).flatMap(({ key }) =>
    key.startsWith(prefix) ? key.slice(prefix.length).split(BETWEEN) : [],
  );
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
export function begunOn(release: Release, tracking: OwnIssue): Day | undefined {
  const prefix = noticeKey(release, [BEGUN]);
  return tracking.ledger?.entries.find(({ key }) => key === prefix || key.startsWith(`${prefix}${BETWEEN}`))
    ?.day;
}

/** Whether the tracking issue was opened on this day, and so tells of everything itself. */
export function isOpenedOn(day: Day, release: Release, tracking: OwnIssue): boolean {
  const opened = tracking.ledger?.entries.find(({ key }) => key === keyOf(release.version, 'opened'));
  return opened === undefined || opened.day === day;
}
