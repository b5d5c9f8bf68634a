// The words of a date that moved, and of the embargo.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Milestone } from '../../domain/release.ts';
import { daysBetween } from '../../domain/day.ts';
import { countWords, dayWords } from '../../text/words.ts';
import type { Subject } from './input.ts';
import { deadlineParts, fact, item, line, momentOf, momentWords, strong, text, wayLines } from './render.ts';
import type { MovedDate } from './moved-date.ts';
import { todoSentence } from './to-do.ts';

/** Said to those outside, who hear of the embargo only. */
const AGAIN = 'You will hear from us if it moves again.';

type Words = { title: string; lines: NoticeLine[] };

export function renderMoved(
  subject: Subject,
  moved: readonly MovedDate[],
  reach: 'internal' | 'external',
): Words {
  const { release, tracking } = subject;
  const [first, ...more] = moved;
  if (reach === 'external') return renderMovedOutside(subject, moved);
  if (first !== undefined && more.length === 0) return renderOne(subject, first);
  return {
    title: `${release.version}: ${countWords(moved.length, 'date')} moved`,
    lines: [
      line(text('Plan your work for the new dates:')),
      ...moved.map((one) =>
        item(
          strong(one.milestone.title),
          text(`: was ${dayWords(one.from)}, now `),
          ...deadlineParts(one.milestone),
          text(`, ${shiftWords(one)}${because(one.milestone)}. ${todoSentence(one.milestone, release)}`),
        ),
      ),
      ...wayLines(undefined, tracking.url),
    ],
  };
}

function renderOne({ release, tracking }: Subject, moved: MovedDate): Words {
  const { milestone, from } = moved;
  return {
    title: `${release.version}: ${milestone.title} moved to ${dayWords(milestone.day)}`,
    lines: [
      line(
        text(`Plan your work for the new date, ${shiftWords(moved)}. ${todoSentence(milestone, release)}`),
      ),
      fact('Old date', text(dayWords(from))),
      fact('New date', ...deadlineParts(milestone)),
      ...(milestone.because === undefined ? [] : [fact('Why', text(milestone.because))]),
      ...wayLines(undefined, tracking.url),
    ],
  };
}

function renderMovedOutside({ release }: Subject, moved: readonly MovedDate[]): Words {
  return {
    title: `${release.title}: ${moved.map(({ milestone }) => milestone.title).join(', ')}: new date`,
    lines: moved.flatMap(({ milestone, from }) => [
      line(
        text(`Please hold stories on ${release.title} until the new time: `),
        momentOf(milestone),
        text(`. ${AGAIN}`),
      ),
      fact('Old date', text(dayWords(from))),
      fact('New date', text(dayWords(milestone.day))),
      ...(milestone.because === undefined ? [] : [fact('Why', text(milestone.because))]),
    ]),
  };
}

/** `7 days later`. */
function shiftWords({ milestone, from }: MovedDate): string {
  const days = daysBetween(from, milestone.day);
  return `${countWords(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}

function because({ because: why }: Milestone): string {
  return why === undefined ? '' : `, because ${why}`;
}

export function renderEmbargo({ release }: Subject, embargo: Milestone): Words {
  return {
    title: `${release.title}: the embargo lifts on ${momentWords(embargo)}`,
    lines: [
      line(text(`Please hold stories on ${release.title} until `), momentOf(embargo), text('.')),
      line(text('You will hear from us if that moves.')),
    ],
  };
}
