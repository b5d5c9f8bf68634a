// The words with which commands are answered.
import { usageOf } from '../../commands/parse.ts';
import { COMMANDS } from '../../commands/table.ts';
import type { SlipTable } from '../../domain/slip.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { renderSlipMarkdown } from '../../text/slip-markdown.ts';

/** Longest table in a pull request; GitHub takes 65,536 characters. */
const PULL_LIMIT = 60_000;

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

/** The text of a pull request that moves a date; `tracking` is the number of the tracking issue. */
export function renderPull(table: SlipTable, tracking: number | undefined): string {
  const merged = 'When this is merged, the tracking issue, the GitHub milestone and the task issues follow';
  return [
    renderSlipMarkdown(table).slice(0, PULL_LIMIT),
    `${merged}, and one comment tells everybody concerned.${tracking === undefined ? '' : ` Tracking issue: #${tracking}`}`,
  ].join('\n\n');
}
