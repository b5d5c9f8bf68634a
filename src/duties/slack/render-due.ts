// The words of a notice before a deadline.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { isCandidate } from '../../schedule/milestone-kind.ts';
import { countWords, dayWords, distanceWords } from '../../text/words.ts';
import type { Subject } from './input.ts';
import { deadlineWords, item, line, moreLine, strong, text, utcWords } from './render.ts';

export function renderDue(
  { release, today, tracking, input }: Subject,
  milestone: Milestone,
  follow: readonly Milestone[],
): { title: string; lines: NoticeLine[] } {
  const { environment } = input.config;
  const who = milestone.who === undefined ? [] : [line(text(`For: ${milestone.who}.`))];
  return {
    title: `${release.version}: ${milestone.title} is ${distanceWords(today, milestone.day)}, ${dayWords(milestone.day)}`,
    lines: [
      line(text(`Deadline: ${utcWords(milestone)}.`)),
      ...who,
      ...laterLines(follow, 'After it:'),
      ...testLine([milestone], release, environment),
      ...moreLine(tracking.url),
    ],
  };
}

/** Of several that have to be told at once, in the order of their days. */
export function renderSeveralDue(
  { release, today, tracking, input }: Subject,
  milestones: readonly Milestone[],
  follow: readonly Milestone[],
): { title: string; lines: NoticeLine[] } {
  const sorted = milestones.toSorted((a, b) => a.deadline - b.deadline);
  const first = sorted[0]?.day ?? today;
  return {
    title: `${release.version}: ${countWords(sorted.length, 'deadline')} ahead, the first ${distanceWords(today, first)}`,
    lines: [
      ...sorted.map((one) => {
        const who = one.who === undefined ? '' : `, for ${one.who}`;
        return item(strong(one.title), text(`: ${deadlineWords(one)}${who}`));
      }),
      ...laterLines(follow, 'After them:'),
      ...testLine(sorted, release, input.config.environment),
      ...moreLine(tracking.url),
    ],
  };
}

function laterLines(follow: readonly Milestone[], heading: string): NoticeLine[] {
  if (follow.length === 0) return [];
  const later = follow.map((other) => item(strong(other.title), text(`: ${deadlineWords(other)}`)));
  return [line(text(heading)), ...later];
}

function testLine(milestones: readonly Milestone[], { version }: Release, url?: string): NoticeLine[] {
  if (url === undefined || !milestones.some((one) => isCandidate(one, version))) return [];
  return [line({ kind: 'link', text: 'Test the release candidate here', url })];
}
