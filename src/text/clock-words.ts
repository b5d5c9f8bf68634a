// An instant as a clock of a zone shows it, in the words that every text of ours uses.
import { type Instant, formatInstant } from '../domain/day.ts';

/** `Tue 3 Nov 18:00`; the end of a day is 24:00 of that day, not 00:00 of the next. */
export function clockWords(at: Instant, zone: string): string {
  if (formatInstant(at, zone, 'HH:mm') !== '00:00') return formatInstant(at, zone, 'ddd D MMM HH:mm');
  return `${formatInstant((at - 60_000) as Instant, zone, 'ddd D MMM')} 24:00`;
}
