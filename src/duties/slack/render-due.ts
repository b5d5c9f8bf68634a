// The words of a notice before a deadline.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { noticeEnd } from '../../schedule/notice-end.ts';
import { isCandidate } from '../../schedule/milestone-kind.ts';
import { countWords, dayWords, distanceWords, spanWords } from '../../text/words.ts';
import { environmentOf } from './environment-of.ts';
import type { Subject } from './input.ts';
import { type Place, deadlineParts, fact, item, line, strong, text, timeOf, wayLines } from './render.ts';
import { ownerOf, todoSentence } from './to-do.ts';

export function renderDue(
  subject: Subject,
  milestone: Milestone,
  follow: readonly Milestone[],
): { title: string; lines: NoticeLine[] } {
  const { release, today, tracking } = subject;
  const owner = ownerOf(milestone, release);
  const { day, last } = noticeEnd(milestone, release.version);
  const verb = last === undefined ? 'is' : 'begins';
  return {
    title: `${release.version}: ${milestone.title} ${verb} ${distanceWords(today, day)}, ${dayWords(day)}`,
    lines: [
      line(text(todoSentence(milestone, release))),
      last === undefined
        ? fact('Deadline', text('by '), timeOf(milestone))
        : fact('Days', text(spanWords(day, last))),
      ...(owner === undefined ? [] : [fact('Owner', text(owner))]),
      ...laterLines(follow, 'After it:'),
      ...wayLines(testPlace([milestone], release, environmentOf(subject)), tracking.url),
    ],
  };
}

/** Of several that have to be told at once, in the order of their days. */
export function renderSeveralDue(
  subject: Subject,
  milestones: readonly Milestone[],
  follow: readonly Milestone[],
): { title: string; lines: NoticeLine[] } {
  const { release, today, tracking } = subject;
  const ends = milestones.map((one) => ({ one, ...noticeEnd(one, release.version) }));
  const sorted = ends.toSorted((a, b) => a.deadline - b.deadline);
  const first = sorted[0]?.day ?? today;
  return {
    title: `${release.version}: ${countWords(sorted.length, 'deadline')} ahead, the first ${distanceWords(today, first)}`,
    lines: [
      ...sorted.map(({ one, day, last }) => {
        const when = last === undefined ? deadlineParts(one) : [text(spanWords(day, last))];
        return item(strong(one.title), text(': '), ...when, text(`. ${todoSentence(one, release)}`));
      }),
      ...laterLines(follow, 'After them:'),
      ...wayLines(testPlace(milestones, release, environmentOf(subject)), tracking.url),
    ],
  };
}

function laterLines(follow: readonly Milestone[], heading: string): NoticeLine[] {
  if (follow.length === 0) return [];
  const later = follow.map((other) => item(strong(other.title), text(': '), ...deadlineParts(other)));
  return [line(text(heading)), ...later];
}

/** Where people test a candidate. */
export function testPlace(
  milestones: readonly Milestone[],
  { version }: Release,
  url: string | undefined,
): Place | undefined {
  if (url === undefined || !milestones.some((one) => isCandidate(one, version))) return undefined;
  return { label: 'Open test environment', url };
}
