// The table of a slip as Markdown, for the text of a pull request.
import type { Day } from '../domain/day.ts';
import type { SlipGroup, SlipRow, SlipTable } from '../domain/slip.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { type SlipSection, moveWords, pastWords, slipSections } from './slip-words.ts';
import { markdownTable } from './table.ts';
import { dayWords } from './words.ts';

/** Headline, one table per group, and conflicts. Everything that people wrote is made harmless. */
export function renderSlipMarkdown(table: SlipTable): string {
  const why = table.because === undefined ? '' : `, because ${escapeMarkdown(table.because)}`;
  const name = `**${escapeMarkdown(table.title)}** (${codeSpan(table.milestone)})`;
  return [
    `${name} of ${escapeMarkdown(table.version)} moves ${moveWords(table)}${why}.`,
    ...slipSections(table).map(section),
    ...(table.conflicts.length === 0 ? [] : [conflicts(table)]),
  ].join('\n\n');
}

function section(given: SlipSection): string {
  const { group, heading, rows, past } = given;
  const [second, cell] = SECOND[group];
  const head = ['What', group === 'asked' || group === 'missed' || group === 'moves' ? 'Day' : 'On'];
  const table = markdownTable(
    [...head, ...(second === undefined ? [] : [second]), 'Why'],
    rows.map((row) => [
      what(row),
      words(row.from, 'new'),
      ...(second === undefined ? [] : [cell(row)]),
      escapeMarkdown(row.reason),
    ]),
  );
  return [
    `### ${heading}`,
    ...(rows.length === 0 ? [] : [table]),
    ...(past === 0 ? [] : [`${pastWords(given)}.`]),
  ].join('\n\n');
}

type Cell = (row: SlipRow) => string;

const moved: Cell = ({ to }) => words(to, 'is removed');

/** Heading and cells of the column behind the day, where a group has one. */
const SECOND: Readonly<Record<SlipGroup, readonly [string | undefined, Cell]>> = {
  missed: ['New day', moved],
  moves: ['New day', moved],
  asked: ['The same shift', ({ suggestion }) => words(suggestion, 'past')],
  fixed: [undefined, moved],
  stays: [undefined, moved],
};

function what({ kind, id, title }: SlipRow): string {
  return `${escapeMarkdown(title)} (${kind === 'task' ? 'task ' : ''}${codeSpan(id)})`;
}

function words(day: Day | undefined, none: string): string {
  return day === undefined ? none : dayWords(day);
}

function conflicts(table: SlipTable): string {
  const lines = table.conflicts.map(
    ({ severity, message, fix }) => `- **${severity}**: ${escapeMarkdown(message)} ${escapeMarkdown(fix)}`,
  );
  return ['### Conflicts', lines.join('\n')].join('\n\n');
}
