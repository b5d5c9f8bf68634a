// The words of a date that moved, and of the embargo.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Milestone } from '../../domain/release.ts';
import { daysBetween } from '../../domain/day.ts';
import { countWords, dayWords } from '../../text/words.ts';
import type { Subject } from './input.ts';
import { deadlineWords, item, line, momentWords, moreLine, strong, text } from './render.ts';
import type { MovedDate } from './moved-date.ts';

/** Said to those outside, who hear of the embargo only. */
const HOLD = 'Please hold stories until then. You will hear from us if it moves again.';

export function renderMoved(
  { release, tracking }: Subject,
  moved: readonly MovedDate[],
  reach: 'internal' | 'external',
): { title: string; lines: NoticeLine[] } {
  const [first] = moved;
  const what =
    moved.length === 1 && first !== undefined ? first.milestone.title : countWords(moved.length, 'date');
  return {
    title: `${reach === 'internal' ? release.version : release.title}: ${what} moved`,
    lines: [...moved.map(movedLine), ...(reach === 'internal' ? moreLine(tracking.url) : [line(text(HOLD))])],
  };
}

function movedLine({ milestone, from }: MovedDate): NoticeLine {
  const days = daysBetween(from, milestone.day);
  const distance = `${countWords(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
  const because = milestone.because === undefined ? '' : `, because ${milestone.because}`;
  return item(
    strong(milestone.title),
    text(`: was ${dayWords(from)}, now ${deadlineWords(milestone)}, ${distance}${because}.`),
  );
}

export function renderEmbargo(
  { release }: Subject,
  embargo: Milestone,
): { title: string; lines: NoticeLine[] } {
  return {
    title: `${release.title}: the embargo lifts on ${momentWords(embargo)}`,
    lines: [
      line(text(`Please hold stories on ${release.title} until ${momentWords(embargo)}.`)),
      line(text('You will hear from us if that moves.')),
    ],
  };
}
