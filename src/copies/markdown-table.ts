// A table of Markdown: which cells of a row are dates, and what each may be the date of.
import { type Candidate, type NameMeaning, meaningOf } from './candidate.ts';
import { HAS_DAY, WEEKDAY_ALONE } from './day-patterns.ts';
import { plainWords } from './title-words.ts';

export interface Cell {
  readonly text: string;
  /** Where its text begins in the file. */
  readonly at: number;
}

interface Column {
  readonly text: string;
  readonly words: string;
  readonly meaning: NameMeaning;
}

export type TableHead = readonly Column[];

/** Columns that name people and numbers, and no milestones. */
const OTHERS =
  /^(?:who|owners?|roles?|leads?|teams?|responsible|people|week|weeks|ci signal|status|state|notes?|comments?|links?|#)$/;

const MOST_CELLS = 50;

/** The cells between the bars of a row, without the space around them. */
export function splitCells(line: string, at: number): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (let index = 0; index <= line.length && cells.length < MOST_CELLS; index++) {
    const isBar = line[index] === '|' && line[index - 1] !== '\\';
    if (!isBar && index < line.length) continue;
    const raw = line.slice(from, index);
    const space = raw.length - raw.trimStart().length;
    // What is in front of the first bar and behind the last is no cell.
    const isEdge = (from === 0 || index === line.length) && raw.trim() === '';
    if (!isEdge) cells.push({ text: raw.trim(), at: at + from + space });
    from = index + 1;
  }
  return cells;
}

export function headOf(cells: readonly Cell[]): TableHead {
  return cells.map(({ text }) => {
    const words = plainWords(text);
    return { text, words, meaning: meaningOf(words) };
  });
}

export interface Around {
  readonly scopes: readonly string[];
  readonly group: number;
}

/** A date belongs to what the cells beside it say, or to what the head of its column says. */
export function rowCandidates(
  cells: readonly Cell[],
  head: TableHead,
  { scopes, group }: Around,
): Candidate[] {
  if (cells.every(({ text }) => /^:?-*:?$/.test(text)) || cells.some(({ text }) => /^~~.*~~$/.test(text)))
    return [];
  const isDated = cells.map(({ text }) => HAS_DAY.test(text));
  const words = cells.filter((_, index) => isDated[index] !== true).map(({ text }) => text);
  const weekdays = cells.filter(({ text }) => WEEKDAY_ALONE.test(text));
  const isAlone = isDated.filter(Boolean).length === 1;
  return cells.flatMap((cell, index): Candidate[] => {
    const column = head[index];
    const meaning = column?.meaning ?? 'date';
    if (isDated[index] !== true || meaning === 'history') return [];
    const beside = cells.filter(
      (_, other) => isDated[other] !== true && !OTHERS.test(head[other]?.words ?? ''),
    );
    const titles = beside.map(({ text }) => text);
    const [weekday, ...more] = weekdays;
    return [
      {
        titles: meaning === 'title' && column !== undefined ? [column.text, ...titles] : titles,
        mayBeBare: meaning === 'date',
        scopes: [`${words.join(' | ')} | ${column?.text ?? ''}`, ...scopes],
        at: cell.at,
        text: cell.text,
        bound: meaning === 'first' || meaning === 'last' ? meaning : undefined,
        group,
        ...(weekday !== undefined && more.length === 0 && isAlone
          ? { weekday: { start: weekday.at, end: weekday.at + weekday.text.replace(/\.$/, '').length } }
          : {}),
      },
    ];
  });
}
