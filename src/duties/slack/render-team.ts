// The words of a message to one team.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Standing } from '../../domain/standing.ts';
import { sumOf } from '../../standing/kinds.ts';
import { issueLinks } from '../../text/issue-links.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { countWords } from '../../text/words.ts';
import type { ContextTeam } from '../duty.ts';
import type { Subject } from './input.ts';
import { item, line, moreLine, restLine, text } from './render.ts';

/** Lines of one message; the tracking issue has all of them. */
const MOST = 10;

/** The team and the Release Master talk in the issue (Y13). */
const ANSWER = 'To set a fix date, comment on the issue: /release eta DAY because REASON.';

export function renderTeam(
  { release, tracking }: Subject,
  kind: 'approval' | 'failing-test',
  team: ContextTeam,
  items: readonly Standing[],
): { title: string; lines: NoticeLine[] } {
  return {
    title: `${release.version}: ${titleOf(kind, sumOf(items))} ${team.github}`,
    lines: [
      ...items
        .slice(0, MOST)
        .map(({ text: words }) => item(...issueLinks(plainMarkdown(words), tracking.url))),
      ...restLine(items.length - MOST, tracking.url),
      ...(kind === 'failing-test' ? [line(text(ANSWER))] : []),
      ...moreLine(tracking.url),
    ],
  };
}

function titleOf(kind: 'approval' | 'failing-test', count: number): string {
  return kind === 'approval'
    ? `${countWords(count, 'pull request needs', 'pull requests need')} approval from`
    : `${countWords(count, 'failing test belongs', 'failing tests belong')} to`;
}
