// The table of a slip as Markdown, for the text of a pull request.
import type { Day } from '../domain/day.ts';
import type { SlipGroup, SlipRow, SlipTable } from '../domain/slip.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { type Brief, type SlipSection, moveWords, pairsWithAsked, slipSections } from './slip-words.ts';
import { markdownTable } from './table.ts';
import { countWords, dayWords } from './words.ts';

/** Headline, one table per group, the command for what is asked, and conflicts. What people wrote is made harmless. */
export function renderSlipMarkdown(table: SlipTable): string {
  const pairs = pairsWithAsked(table);
  return [
    headline(table),
    ...slipSections(table).map(section),
    ...(pairs.length === 0 ? [] : [takeAlong(pairs)]),
    ...(table.conflicts.length === 0 ? [] : [conflicts(table)]),
  ].join('\n\n');
}

function headline({ named, version, because }: SlipTable): string {
  const why = because === undefined ? '' : `, because ${escapeMarkdown(because)}`;
  const moves = named.map(
    ({ title, milestone, ...move }) =>
      `**${escapeMarkdown(title)}** (${codeSpan(milestone)}) of ${escapeMarkdown(version)} moves ${moveWords(move)}`,
  );
  if (moves.length === 1) return `${moves[0]}${why}.`;
  return [`${countWords(named.length, 'date')} move${why}:`, '', ...moves.map((move) => `- ${move}.`)].join(
    '\n',
  );
}

function takeAlong(pairs: readonly string[]): string {
  return [
    'To move more of them, comment this on the tracking issue, leave out the dates that stay, and close this pull request:',
    codeSpan(`/release slip ${pairs.join(' ')} because REASON`),
  ].join('\n\n');
}

function section(given: SlipSection): string {
  const { group, heading, rows, brief } = given;
  const [second, cell] = SECOND[group];
  const head = ['What', group === 'fixed' || group === 'stays' ? 'On' : 'Day'];
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
    ...(brief.length === 0 ? [] : [brief.map(briefLine).join('\n')]),
  ].join('\n\n');
}

function briefLine({ reason, rows }: Brief): string {
  const names = rows.map(({ id, from }) => `${codeSpan(id)} (${words(from, 'new')})`);
  return `- ${escapeMarkdown(reason)}: ${names.join(', ')}`;
}

type Cell = (row: SlipRow) => string;

const moved: Cell = ({ to }) => words(to, 'is removed');

/** Heading and cells of the column behind the day, where a group has one. */
const SECOND: Readonly<Record<SlipGroup, readonly [string | undefined, Cell]>> = {
  missed: ['New day', moved],
  moves: ['New day', moved],
  asked: ['Proposed', ({ suggestion }) => words(suggestion, 'none')],
  unsure: ['If not', ({ suggestion }) => words(suggestion, 'none')],
  fixed: [undefined, moved],
  stays: [undefined, moved],
  keeps: [undefined, moved],
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
