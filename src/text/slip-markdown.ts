// The table of a slip as Markdown, for the text of a pull request.
import type { Day } from '../domain/day.ts';
import type { SlipGroup, SlipRow, SlipTable } from '../domain/slip.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import type { SlipMove } from '../domain/slip-pull.ts';
import { slipBox } from './slip-box.ts';
import { type Brief, type SlipSection, moveWords, slipSections } from './slip-words.ts';
import { markdownTable } from './table.ts';
import { countWords, dayWords } from './words.ts';

/**
 * Headline, one table per group with a checkbox for each milestone that may move as well, and conflicts. `taken` are
 * those whose boxes are checked. What people wrote is made harmless.
 */
export function renderSlipMarkdown(table: SlipTable, taken: readonly SlipMove[] = []): string {
  const checked = new Set(taken.map(({ milestone }) => milestone));
  const named = table.named.filter(({ milestone }) => !checked.has(milestone));
  const sections = slipSections(table).map((given) => section(given, checked));
  const hasBoxes = sections.some(({ boxes }) => boxes);
  return [
    headline({ ...table, named }),
    ...(hasBoxes ? [HOW] : []),
    ...sections.map(({ text }) => text),
    ...(table.conflicts.length === 0 ? [] : [conflicts(table)]),
  ].join('\n\n');
}

const HOW =
  'To move one of the dates below as well, check its box; to take the move back, uncheck it. relcomms then updates this pull request.';

function headline({ named, version, because }: SlipTable): string {
  const why = because === undefined ? '' : `, because ${escapeMarkdown(because)}`;
  const moves = named.map(
    ({ title, milestone, ...move }) =>
      `**${escapeMarkdown(title)}** (${codeSpan(milestone)}) of ${escapeMarkdown(version)} ${moveWords(move)}`,
  );
  if (moves.length === 1) return `${moves[0]}${why}.`;
  const verb = named.some(({ from }) => from === undefined) ? 'change' : 'move';
  return [
    `${countWords(named.length, 'date')} ${verb}${why}:`,
    '',
    ...moves.map((move) => `- ${move}.`),
  ].join('\n');
}

interface Rendered {
  readonly text: string;
  /** Whether there are checkboxes in it. */
  readonly boxes: boolean;
}

function section({ group, heading, rows, brief }: SlipSection, checked: ReadonlySet<string>): Rendered {
  const boxes = rows.flatMap((row) => boxOf(group, row, checked) ?? []);
  const others = rows.filter((row) => boxOf(group, row, checked) === undefined);
  const text = [
    `### ${heading}`,
    ...(others.length === 0 ? [] : [tableOf(group, others)]),
    ...(boxes.length === 0 ? [] : [boxes.join('\n')]),
    ...(brief.length === 0 ? [] : [brief.map(briefLine).join('\n')]),
  ].join('\n\n');
  return { text, boxes: boxes.length > 0 };
}

/** Undefined for what no box moves: a task, and a milestone without a proposed day. */
function boxOf(group: SlipGroup, row: SlipRow, checked: ReadonlySet<string>): string | undefined {
  const isChecked = MOVED.includes(group) && checked.has(row.id);
  const to = isChecked ? row.to : ASKED.includes(group) ? row.suggestion : undefined;
  if (row.kind !== 'milestone' || to === undefined || row.from === undefined) return undefined;
  const days = `from ${dayWords(row.from)} to ${dayWords(to)}`;
  const why = isChecked ? '' : `: ${escapeMarkdown(row.reason)}`;
  return slipBox({ milestone: row.id, to }, isChecked, `${what(row)}, ${days}${why}`);
}

const MOVED: readonly SlipGroup[] = ['missed', 'moves'];
const ASKED: readonly SlipGroup[] = ['asked', 'unsure'];

function tableOf(group: SlipGroup, rows: readonly SlipRow[]): string {
  const [second, cell] = SECOND[group];
  const head = ['What', group === 'fixed' || group === 'stays' ? 'On' : 'Day'];
  return markdownTable(
    [...head, ...(second === undefined ? [] : [second]), 'Why'],
    rows.map((row) => [
      what(row),
      words(row.from, row.kind === 'milestone' ? 'none yet' : 'new'),
      ...(second === undefined ? [] : [cell(row)]),
      escapeMarkdown(row.reason),
    ]),
  );
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
