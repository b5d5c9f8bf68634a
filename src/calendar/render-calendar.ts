// Writes calendar entries as an iCalendar file (RFC 5545).
import ical, {
  type ICalEventData,
  ICalAlarmType,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
} from 'ical-generator';
import { type Day, addDays } from '../domain/day.ts';
import { plainLine } from '../text/plain-line.ts';
import { shorten } from '../text/shorten.ts';
import type { CalendarEntry } from './calendar-entry.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const LONGEST_TITLE = 250;
const LONGEST_DESCRIPTION = 4_000;

/** The whole file; the same entries give the same bytes. */
export function renderCalendar(name: string, entries: readonly CalendarEntry[]): string {
  // The library escapes every text but this one.
  const escaped = plainLine(name).replaceAll(/[\\;,]/g, String.raw`\$&`);
  const calendar = ical({ name: escaped, prodId: '//relcomms//schedule//EN' });
  for (const entry of entries) {
    const title = shorten(plainLine(entry.title), LONGEST_TITLE);
    const event = calendar.createEvent({
      id: entry.uid,
      ...timesOf(entry),
      stamp: midnight(entry.changed),
      lastModified: midnight(entry.changed),
      sequence: entry.sequence,
      summary: title,
      description: shorten(entry.description.split('\n').map(plainLine).join('\n'), LONGEST_DESCRIPTION),
      // The day stays free for other things.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (entry.repeat !== undefined) event.repeating(weekly(entry.repeat));
    for (const trigger of entry.remind ? remindersOf(entry) : [])
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: title });
  }
  return `${calendar.toString()}\r\n`;
}

/** What happens at a time takes none: it is a point in the day. */
function timesOf({ day, last = day, at }: CalendarEntry): Pick<ICalEventData, 'allDay' | 'start' | 'end'> {
  if (at !== undefined) return { start: new Date(at), end: new Date(at) };
  return { allDay: true, start: midnight(day), end: midnight(addDays(last, 1)) };
}

/** A week and a day before; for a whole day, which begins at midnight, at nine in the morning. */
function remindersOf({ at }: CalendarEntry): number[] {
  const morning = at === undefined ? 9 * HOUR : 0;
  return [7 * DAY - morning, DAY - morning];
}

/** A count and no last day: that would have to be written as a day, which the library does not. */
function weekly({ weeks, count }: { readonly weeks: number; readonly count: number }) {
  return { freq: ICalEventRepeatingFreq.WEEKLY, interval: weeks, count };
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
