// Dates in Markdown: rows of tables and items of lists, outside of code, comments and what is about the past.
import { type BlockLine } from '../text/markdown/block-state.ts';
import { blockLines } from '../text/markdown/blocks.ts';
import { PAST, type Candidate } from './candidate.ts';
import { itemCandidate } from './markdown-item.ts';
import { type TableHead, headOf, rowCandidates, splitCells } from './markdown-table.ts';

/** Longer lines are no rows that somebody reads. */
const LONGEST_LINE = 4000;

interface Heading {
  readonly level: number;
  readonly text: string;
}

interface Reading {
  headings: Heading[];
  /** The paragraph above. */
  caption: string;
  head: TableHead | undefined;
  group: number;
}

/** `lines` with the place where each begins in the file. */
export function markdownCandidates(
  lines: readonly { readonly text: string; readonly at: number }[],
  path: readonly string[],
): Candidate[] {
  const kinds = blockLines(lines.map(({ text }) => text));
  const reading: Reading = { headings: [], caption: '', head: undefined, group: 0 };
  return lines.flatMap(({ text, at }, index): Candidate[] => {
    const kind = kinds[index];
    if (kind === undefined || text.length > LONGEST_LINE) return [];
    return readLine(reading, { text, at, kind, next: kinds[index + 1]?.kind }, path);
  });
}

interface Line {
  readonly text: string;
  readonly at: number;
  readonly kind: BlockLine;
  readonly next: BlockLine['kind'] | undefined;
}

function readLine(reading: Reading, line: Line, path: readonly string[]): Candidate[] {
  const { text, at, kind } = line;
  if (kind.kind !== 'table' && reading.head !== undefined) {
    reading.head = undefined;
    reading.caption = '';
  }
  switch (kind.kind) {
    case 'heading':
      openSection(reading, text.slice(kind.from));
      return [];
    case 'table': {
      if (isPast(reading)) return [];
      const cells = splitCells(text, at);
      if (reading.head === undefined) {
        reading.group += 1;
        reading.head = headOf(cells);
        return [];
      }
      return rowCandidates(cells, reading.head, { scopes: scopesOf(reading, path), group: reading.group });
    }
    case 'paragraph': {
      const words = text.slice(kind.from);
      const isItem = kind.depth > 0 && /[-+*\d.)]\s+$/.test(text.slice(0, kind.from));
      if (!isItem) reading.caption = words;
      if (!isItem || isPast(reading)) return [];
      const found = itemCandidate(words, at + kind.from, {
        scopes: scopesOf(reading, path),
        group: reading.group,
      });
      return found === undefined ? [] : [found];
    }
    default:
      return [];
  }
}

/** Headings below it are closed; one by its underline counts as the second level. */
function openSection(reading: Reading, words: string): void {
  const marks = /^#{1,6}(?=\s)/.exec(words)?.[0].length;
  const level = marks ?? 2;
  reading.headings = [
    ...reading.headings.filter((one) => one.level < level),
    { level, text: words.slice(marks ?? 0).trim() },
  ];
  reading.caption = '';
  reading.group += 1;
}

function isPast({ headings }: Reading): boolean {
  return headings.some(({ text }) => PAST.test(text));
}

function scopesOf({ headings, caption }: Reading, path: readonly string[]): string[] {
  return [caption, ...headings.map(({ text }) => text).toReversed(), ...path];
}
