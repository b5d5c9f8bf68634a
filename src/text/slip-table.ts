// The table of a slip as plain text of fixed columns, for a terminal.
import { type Day, formatDay } from '../domain/day.ts';
import type { SlipGroup, SlipRow, SlipTable } from '../domain/slip.ts';
import { type Brief, type SlipSection, moveWords, pairsWithAsked, slipSections } from './slip-words.ts';

/** Widest line. */
const COLUMNS = 110;
const DAYS_WIDTH = 'Tue 10 Nov -> Tue 17 Nov'.length;
/** Two spaces at the left, two behind the days, two for the mark, two before the reason. */
const ROOM = COLUMNS - DAYS_WIDTH - 8;
const LEAST_NAME = 30;

/** Headline, groups and conflicts. A `*` marks milestones, a `-` tasks; the suggestion of an asked row is in brackets. */
export function renderSlipTable(table: SlipTable): string {
  const because = table.because === undefined ? [] : wrapped(`because ${table.because}`);
  const head = [
    ...table.named.flatMap(({ title, milestone, ...move }) =>
      wrapped(`${table.version}: ${title} (${milestone}) ${moveWords(move)}`),
    ),
    ...because,
  ];
  const pairs = pairsWithAsked(table);
  return [
    head.join('\n'),
    ...slipSections(table).map(sectionLines),
    ...(pairs.length === 0
      ? []
      : [['To move more of them, name them too:', ...wrapped(pairs.join(' '), '  ')].join('\n')]),
    ...(table.conflicts.length === 0 ? [] : [conflictLines(table)]),
    '',
  ].join('\n\n');
}

function sectionLines(section: SlipSection): string {
  const reasonWidth = Math.min(longest(section.rows.map(({ reason }) => reason)), ROOM - LEAST_NAME);
  const nameWidth = Math.min(longest(section.rows.map(nameOf)), ROOM - reasonWidth);
  const rows = section.rows.map((row) => {
    const name = cut(nameOf(row), nameWidth).padEnd(nameWidth);
    const mark = row.kind === 'milestone' ? '*' : '-';
    return `  ${daysOf(row, section.group).padEnd(DAYS_WIDTH)}  ${mark} ${name}  ${cut(row.reason, reasonWidth)}`;
  });
  return [section.heading, ...rows, ...section.brief.flatMap(briefLines)].join('\n');
}

function briefLines({ reason, rows }: Brief): string[] {
  const names = rows.map(({ id, from }) => (from === undefined ? id : `${id} (${short(from)})`));
  return wrapped(`${reason}: ${names.join(', ')}`, '  ');
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}

function daysOf({ kind, from, to, suggestion }: SlipRow, group: SlipGroup): string {
  const none = kind === 'milestone' ? 'no day' : 'new';
  const old = from === undefined ? none.padEnd(10) : short(from);
  if (group === 'missed' || group === 'moves') return `${old} -> ${to === undefined ? 'gone' : short(to)}`;
  return suggestion === undefined ? old : `${old} (${short(suggestion)}?)`;
}

function conflictLines({ conflicts }: SlipTable): string {
  const lines = conflicts.flatMap(({ severity, message, fix }) => [
    ...wrapped(`${severity}: ${message}`, '  '),
    ...wrapped(fix, '    '),
  ]);
  return ['Conflicts', ...lines].join('\n');
}

function short(day: Day): string {
  return formatDay(day, 'ddd DD MMM');
}

/** A milestone is moved by its id, so that is told. */
function nameOf({ kind, id, title }: SlipRow): string {
  return kind === 'milestone' ? `${id}: ${title}` : title;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** Lines of at most the width of the table; a single longer word is broken. */
function wrapped(text: string, indent = ''): string[] {
  const lines = [''];
  for (const word of text.split(' ').flatMap((long) => long.match(/.{1,100}/gu) ?? [])) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && indent.length + line.length + 1 + word.length > COLUMNS) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => indent + line);
}
