// The words of the digest.
import type { Day } from '../../domain/day.ts';
import type { NoticeLine } from '../../domain/notice.ts';
import type { Standing } from '../../domain/standing.ts';
import { distinct } from '../../standing/distinct.ts';
import { type Unwatched, unwatchedOf, unwatchedWords } from '../../standing/unwatched.ts';
import { issueLinks } from '../../text/issue-links.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { tickedIds } from '../../body/ticks.ts';
import { unheard } from '../../text/unheard.ts';
import { countWords, dayWords, distanceWords } from '../../text/words.ts';
import { lineCounts, lineWords } from '../line-counts.ts';
import type { Subject } from './input.ts';
import { deadlineParts, fact, item, line, restLine, strong, text, wayLines } from './render.ts';

/** Lines of one part; the tracking issue has all of them. */
const MOST = 8;

export function renderDigest(subject: Subject, day: Day, next: Day): { title: string; lines: NoticeLine[] } {
  const { release, tracking, input, today } = subject;
  const ticked = tickedIds(tracking.body);
  const done = release.tasks.filter(({ id }) => ticked.has(id)).length;
  const lines = lineCounts(release, input.observed.ownIssues, ticked);
  const ahead = release.milestones.filter((one) => one.day >= today && one.day <= next);
  const standing = distinct(input.standing ?? []).filter((one) => one.release === release.version);
  const unwatched = unwatchedOf(release.version, input.rows ?? [], input.heard ?? []);
  const obstacles = standing.filter(({ severity }) => severity === 'red');
  return {
    title: `${release.version}: where the release stands on ${dayWords(day)}`,
    lines: [
      line(
        text(
          obstacles.length === 0 ? obstaclesUnknown(subject, unwatched) : 'Resolve these, each by its owner:',
        ),
      ),
      ...obstacles
        .slice(0, MOST)
        .map((one) =>
          item(...issueLinks(`${plainMarkdown(one.text)} (${plainMarkdown(one.owner)})`, tracking.url)),
        ),
      ...restLine(obstacles.length - MOST, tracking.url),
      fact('Progress', text(`${done} of ${countWords(release.tasks.length, 'task')} done`)),
      ...(lines.length === 0 ? [] : [fact('Lines', text(lineWords(lines)))]),
      fact('Release day', text(`${dayWords(release.release)} (${distanceWords(today, release.release)})`)),
      line(text(ahead.length === 0 ? `No deadlines through ${dayWords(next)}.` : 'Deadlines ahead:')),
      ...ahead.map((one) => item(strong(one.title), text(': '), ...deadlineParts(one))),
      ...(unwatched.length === 0
        ? []
        : [line(text(`Not watched: ${unwatched.map(unwatchedWords).join(', ')}.`))]),
      ...unseenLines(standing, tracking.url),
      ...wayLines(undefined, tracking.url),
    ],
  };
}

/** Teams that have not said that they have seen a day. */
function unseenLines(standing: readonly Standing[], url: string | undefined): NoticeLine[] {
  const unseen = standing.filter(({ kind }) => kind === 'unconfirmed');
  if (unseen.length === 0) return [];
  return [
    line(text('Not confirmed yet:')),
    ...unseen.slice(0, MOST).map((one) => item(text(plainMarkdown(one.text)))),
    ...restLine(unseen.length - MOST, url),
  ];
}

/** What could not be read is not nothing. */
function obstaclesUnknown({ input }: Subject, unwatched: readonly Unwatched[]): string {
  const unknown = unheard(input.heard);
  if (unknown.length === 0)
    return unwatched.length === 0
      ? 'No obstacles. Nothing to do now.'
      : 'No obstacles were found in what is watched.';
  return `Obstacles are unknown: ${unknown.join(', ')} could not be read. Check them in the tracking issue.`;
}
