// The words about one late task: what it is, since when it is late, and who has it.
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Task } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';
import { dayWords, listWords } from '../../../text/words.ts';

const LONGEST_TITLE = 80;
const MOST_OWNERS = 3;

/** Names stand here without a ping: those of the people who hold it, else of the role. `waits` may be empty, and so may the `lines` of a train. */
export function renderLateTask(
  task: Task,
  issue: OwnIssue | undefined,
  waits = '',
  lines: readonly string[] = [],
): Pick<Standing, 'text' | 'owner'> {
  const link = issue === undefined ? '' : `#${issue.number} `;
  const open = lines.length === 0 ? '' : `, still to do for ${escapeMarkdown(listWords(lines))}`;
  const title = escapeMarkdown(shorten(task.title, LONGEST_TITLE));
  return {
    text: `${link}${title}, was due ${dayWords(task.due)}${open}${waits === '' ? '' : `, ${waits}`}`,
    owner: ownerOf(task),
  };
}

function ownerOf({ holders, role }: Task): string {
  if (holders.length === 0)
    return role === undefined ? 'nobody' : `nobody has the role ${escapeMarkdown(role.replaceAll('-', ' '))}`;
  const more = holders.length > MOST_OWNERS ? [`and ${holders.length - MOST_OWNERS} more`] : [];
  return [...holders.slice(0, MOST_OWNERS).map(escapeMarkdown), ...more].join(', ');
}
