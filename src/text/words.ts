// Small words about days and numbers that every text of ours uses the same way.
import { type Day, daysBetween, formatDay } from '../domain/day.ts';

/** `Thu 5 Mar 2020`. */
export function dayWords(day: Day): string {
  return formatDay(day, 'ddd D MMM YYYY');
}

/** Behind a day: `, 15:00 Europe/Berlin`; nothing for a whole day. */
export function clockWords(
  clock: { readonly at?: string | undefined; readonly zone: string } | undefined,
): string {
  return clock?.at === undefined ? '' : `, ${clock.at} ${clock.zone}`;
}

interface Beside {
  readonly from?: Day | undefined;
  readonly shiftedFrom?: Day | undefined;
}

/** What is said behind a milestone beside its day: ` (from Mon 14 Dec; planned for Fri 25 Dec, a day off)`. */
export function dayNotes({ from, shiftedFrom }: Beside): string {
  const notes = [
    ...(from === undefined ? [] : [`from ${formatDay(from, 'ddd D MMM')}`]),
    ...(shiftedFrom === undefined ? [] : [`planned for ${formatDay(shiftedFrom, 'ddd D MMM')}, a day off`]),
  ];
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/** `2–8 Mar 2020`, `24 Feb – 1 Mar 2020`, `30 Dec 2019 – 5 Jan 2020`. */
export function spanWords(from: Day, to: Day): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return `${formatDay(from, 'D')}–${formatDay(to, 'D MMM YYYY')}`;
  const pattern = from.slice(0, 4) === to.slice(0, 4) ? 'D MMM' : 'D MMM YYYY';
  return `${formatDay(from, pattern)} – ${formatDay(to, 'D MMM YYYY')}`;
}

/** `today`, `tomorrow`, `in 3 days`, `yesterday`, `3 days ago`. */
export function distanceWords(today: Day, day: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** `1 task`, `2 tasks`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[]): string {
  const first = items.slice(0, -1);
  return [...(first.length === 0 ? [] : [first.join(', ')]), ...items.slice(-1)].join(' and ');
}
