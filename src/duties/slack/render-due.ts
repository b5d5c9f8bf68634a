// The words of a notice before a deadline.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Milestone } from '../../domain/release.ts';
import { isCandidate } from '../../schedule/milestone-kind.ts';
import { dayWords, distanceWords } from '../../text/words.ts';
import type { Subject } from './input.ts';
import { deadlineWords, item, line, moreLine, strong, text } from './render.ts';

export function renderDue(
  { release, today, tracking, input }: Subject,
  milestone: Milestone,
  follow: readonly Milestone[],
): { title: string; lines: NoticeLine[] } {
  const { environment } = input.config;
  const who = milestone.who === undefined ? [] : [line(text(`For: ${milestone.who}.`))];
  const later = follow.map((other) => item(strong(other.title), text(`: ${deadlineWords(other)}`)));
  const test = isCandidate(milestone, release.version) && environment !== undefined;
  return {
    title: `${release.version}: ${milestone.title} is ${distanceWords(today, milestone.day)}, ${dayWords(milestone.day)}`,
    lines: [
      line(text(`The deadline is ${deadlineWords(milestone)}.`)),
      ...who,
      ...(later.length === 0 ? [] : [line(text('After it:')), ...later]),
      ...(test
        ? [line({ kind: 'link' as const, text: 'Where the candidate can be tested', url: environment })]
        : []),
      ...moreLine(tracking.url),
    ],
  };
}
