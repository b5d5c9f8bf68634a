// The words of a message to one team.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Milestone } from '../../domain/release.ts';
import type { Standing } from '../../domain/standing.ts';
import { sumOf } from '../../standing/kinds.ts';
import { issueLinks } from '../../text/issue-links.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { countWords } from '../../text/words.ts';
import type { ContextTeam } from '../context-team.ts';
import type { Subject } from './input.ts';
import { type Place, deadlineParts, fact, item, line, restLine, text, wayLines } from './render.ts';

/** Lines of one message; the tracking issue has all of them. */
const MOST = 10;

/** The team and the Release Master talk in the issue (Y13). */
const ANSWER =
  'Today: set a fix date with a comment on the issue, /release eta DAY because REASON, or pass it on, /release not-ours TEAM.';

type TeamKind = 'approval' | 'failing-test';

export function renderTeam(
  { release, tracking }: Subject,
  kind: TeamKind,
  team: ContextTeam,
  items: readonly Standing[],
): { title: string; lines: NoticeLine[] } {
  const [only, ...more] = items;
  const place = more.length > 0 || only === undefined ? undefined : placeOf(only, tracking.url);
  const next = release.milestones.find(({ id }) => items.some(({ milestone }) => milestone === id));
  return {
    title: `${release.version}: ${titleOf(kind, sumOf(items))} ${team.github}`,
    lines: [
      ...orderLines(kind, team, next),
      ...items
        .slice(0, MOST)
        .map(({ text: words }) => item(...issueLinks(plainMarkdown(words), tracking.url))),
      ...restLine(items.length - MOST, tracking.url),
      ...(kind === 'failing-test' ? [line(text(ANSWER))] : []),
      ...wayLines(place, tracking.url),
    ],
  };
}

/** What the team does, and by when where a milestone waits for it. */
function orderLines(kind: TeamKind, { github }: ContextTeam, next: Milestone | undefined): NoticeLine[] {
  const order = kind === 'approval' ? 'review and approve' : 'fix or hand on what fails';
  if (next === undefined) return [line(text(`${github}: ${order} before the release.`))];
  return [line(text(`${github}: ${order} for ${next.title}.`)), fact('Deadline', ...deadlineParts(next))];
}

/** The issue or pull request that the words begin with. */
function placeOf({ text: words }: Standing, anyIssue: string | undefined): Place | undefined {
  const [first] = issueLinks(plainMarkdown(words), anyIssue);
  return first?.kind === 'link' ? { label: `Open ${first.text}`, url: first.url } : undefined;
}

function titleOf(kind: TeamKind, count: number): string {
  return kind === 'approval'
    ? `${countWords(count, 'pull request needs', 'pull requests need')} approval from`
    : `${countWords(count, 'failing test belongs', 'failing tests belong')} to`;
}
