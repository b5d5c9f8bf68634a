// Writes calendar entries as an iCalendar file (RFC 5545).
import ical, { ICalAlarmType, ICalEventRepeatingFreq, ICalEventTransparency } from 'ical-generator';
import { type Day, addDays } from '../domain/day.ts';
import { plainLine } from '../text/plain-line.ts';
import { shorten } from '../text/shorten.ts';
import type { CalendarEntry } from './build-calendar.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
/** A week and a day before, at nine in the morning: an all-day entry begins at midnight. */
const REMINDERS = [7 * DAY - 9 * HOUR, DAY - 9 * HOUR];
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
      allDay: true,
      start: midnight(entry.day),
      end: midnight(addDays(entry.day, 1)),
      stamp: midnight(entry.changed),
      lastModified: midnight(entry.changed),
      sequence: entry.sequence,
      summary: title,
      description: shorten(entry.description.split('\n').map(plainLine).join('\n'), LONGEST_DESCRIPTION),
      // The day stays free for other things.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (entry.repeat !== undefined) event.repeating(weekly(entry.repeat));
    for (const trigger of entry.remind ? REMINDERS : [])
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: title });
  }
  return `${calendar.toString()}\r\n`;
}

/** A count and no last day: that would have to be written as a day, which the library does not. */
function weekly({ weeks, count }: { readonly weeks: number; readonly count: number }) {
  return { freq: ICalEventRepeatingFreq.WEEKLY, interval: weeks, count };
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
