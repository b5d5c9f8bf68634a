// The calendar of a release: its milestones and its meetings as entries that calendars know again.
import type { Day } from '../domain/day.ts';
import type { Milestone, Release, Task } from '../domain/release.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { termEntries } from './term-entries.ts';
import { keyOf } from '../text/marker.ts';
import type { Withdrawal } from '../memory/withdrawn.ts';
import type { Move } from './moves.ts';

/** Words of an id that make a milestone a deadline, which is worth a reminder. */
const DEADLINE_WORDS = new Set(['deadline', 'freeze', 'cutoff', 'release']);

/** Milestones first, then meetings, then who has the roles that people take in turn. `moves` is what is known of slips; without any, a reason in the config counts as one. */
export function buildCalendar(
  release: Release,
  moves: readonly Move[] = [],
  withdrawal?: Withdrawal,
): CalendarEntry[] {
  return [
    ...release.milestones.map((milestone) => {
      if (milestone.event !== undefined) return eventEntry(milestone);
      const entry = milestoneEntry(release, milestone, moves);
      return milestone.id === 'release' && withdrawal !== undefined ? withdrawn(entry, withdrawal) : entry;
    }),
    ...seriesOf(release).map((series) => meetingEntry(release, series, moves)),
    ...termEntries(release),
  ];
}

/** It stays on its day, and says that nothing is to be had there. */
function withdrawn(entry: CalendarEntry, { because, advice, day }: Withdrawal): CalendarEntry {
  return {
    ...entry,
    sequence: entry.sequence + 1,
    changed: day > entry.changed ? day : entry.changed,
    title: `${entry.title} (withdrawn)`,
    description: [`Withdrawn: ${because}`, advice, entry.description].join('\n'),
    remind: false,
  };
}

function milestoneEntry(release: Release, milestone: Milestone, moves: readonly Move[]): CalendarEntry {
  const own = moves.filter((move) => move.milestone === milestone.id);
  const { day, from, title, who, because, zone, id, at } = milestone;
  const description = [
    who === undefined ? [] : [`Who: ${who}`],
    because === undefined ? [] : [`Moved to this day because ${because}`],
    [at === undefined ? `The day counts in the zone ${zone}.` : `At ${at} in the zone ${zone}.`],
  ].flat();
  return {
    uid: `${keyOf(release.version, id)}@relcomms`,
    // What ends at a time is shown at that time alone.
    ...(from === undefined || at !== undefined ? { day } : { day: from, last: day }),
    ...(at === undefined ? {} : { at: milestone.deadline }),
    sequence: Math.max(own.length, because === undefined ? 0 : 1),
    changed: lastChange(release, own),
    title: `${release.title}: ${title}`,
    description: description.join('\n'),
    remind: isDeadline(id),
  };
}

/** The entry of an event is the same, whichever release tells it. */
function eventEntry({ id, day, from = day, title, zone, event }: Milestone): CalendarEntry {
  return {
    uid: `${keyOf(id)}@relcomms`,
    day: from,
    ...(from === day ? {} : { last: day }),
    sequence: 0,
    changed: from,
    title,
    description: event === 'cfp' ? `The day counts in the zone ${zone}.` : '',
    remind: event === 'cfp',
  };
}

/** A series follows milestones: any move may have moved it. */
function meetingEntry(
  release: Release,
  series: readonly [Task, ...Task[]],
  moves: readonly Move[],
): CalendarEntry {
  const [first, second] = series;
  const days = second === undefined ? 7 : (Date.parse(second.due) - Date.parse(first.due)) / 86_400_000;
  return {
    uid: `${keyOf(release.version, 'task', first.occurrence?.of ?? first.id)}@relcomms`,
    day: first.due,
    sequence: moves.length,
    changed: lastChange(release, moves),
    title: `${release.title}: ${first.title}`,
    description: [
      ...(first.role === undefined ? [] : [`Role: ${first.role}`]),
      ...(first.notes === undefined ? [] : [first.notes]),
    ].join('\n'),
    remind: false,
    repeat: series.length === 1 ? undefined : { weeks: days / 7, count: series.length },
  };
}

/** The occurrences of every recurring task, in order of their first. */
function seriesOf({ tasks }: Release): (readonly [Task, ...Task[]])[] {
  const series = new Map<string, [Task, ...Task[]]>();
  for (const task of tasks) {
    if (task.occurrence === undefined) continue;
    const known = series.get(task.occurrence.of);
    if (known === undefined) series.set(task.occurrence.of, [task]);
    else known.push(task);
  }
  return [...series.values()];
}

function lastChange({ start }: Release, moves: readonly Move[]): Day {
  return moves.reduce<Day>((latest, { on }) => (on > latest ? on : latest), start);
}

function isDeadline(id: string): boolean {
  return id.split('-').some((word) => DEADLINE_WORDS.has(word) || /^rc\d*$/.test(word));
}
