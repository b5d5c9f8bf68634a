// The words with which commands are answered.
import { usageOf } from '../../commands/parse.ts';
import { COMMANDS } from '../../commands/table.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';

/** Longest command that the log repeats. */
const LINE_LIMIT = 120;

export function renderCommandEntry(author: string, line: string, words: string): string {
  return `${escapeMarkdown(author)}: ${codeSpan(line.slice(0, LINE_LIMIT))}, ${escapeMarkdown(words)}`;
}

export function renderHelp(): string {
  return [
    'Write a command at the start of a line:',
    '',
    ...COMMANDS.map((row) => `- ${codeSpan(usageOf(row))} ${row.help}`),
    '',
    'TASK is a part of its title, or #12 for its issue; in the issue of a task it can be left out.',
  ].join('\n');
}

/** Several answers of one comment stand below each other. Each is made of our own words and escaped ones. */
export function renderReply(replies: readonly string[]): string {
  return replies.join('\n\n');
}
