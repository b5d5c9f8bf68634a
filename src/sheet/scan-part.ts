// Reads over the XML of one part of a workbook for what would blow up or act when it is opened.
import type { BookLimits } from './book-limits.ts';

/** More than the longest thing that is looked for, kept from one piece to the next. */
const OVERLAP = 300;

/** Functions that fetch, run, or send something. `HYPERLINK` does so on a click alone and stays. */
const ACTING =
  /<f\b[^>]*>[^<]{0,200}?\b(WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|IMPORT(?:DATA|XML|HTML|FEED|RANGE))\s*\(/i;
/** `cmd|' /C calc'!A0`, as old programs take it. */
const DDE = /<f\b[^>]*>[^<]{0,100}\|\s*(?:'|&apos;)[^<]{0,200}!/i;
const CELL = /<(?:\w+:)?c\s[^>]*?\br="([A-Za-z]{1,4})(\d{1,8})"/g;

/** A function that takes the pieces of a part in order and answers why it is refused, if it is. */
export function scanPart(name: string, limits: BookLimits): (piece: string) => string | undefined {
  if (!/\.(xml|rels|vml)$/.test(name)) return () => undefined;
  const isSheet = name.startsWith('xl/worksheets/');
  let tail = '';
  let columns = 0;
  let rows = 0;
  return (piece) => {
    const text = tail + piece;
    tail = text.slice(-OVERLAP);
    if (/<!(DOCTYPE|ENTITY)/i.test(text))
      return 'The workbook declares entities, which no program writes. Save it again as .xlsx.';
    if (!isSheet) return undefined;
    const acting = ACTING.exec(text)?.[1] ?? (DDE.test(text) ? 'DDE' : undefined);
    if (acting !== undefined)
      return `A formula of the workbook uses ${acting.toUpperCase()}, which acts on its own. Replace the formula by its value.`;
    for (const [, letters = '', row = ''] of text.matchAll(CELL)) {
      columns = Math.max(columns, numberOf(letters));
      rows = Math.max(rows, Number(row));
    }
    return columns > limits.columns || columns * rows > limits.cells
      ? `A sheet has ${columns} columns and ${rows} rows; at most ${limits.columns} columns and ${limits.cells.toLocaleString('en')} cells are read. Delete columns and rows that are empty.`
      : undefined;
  };
}

/** `A` is 1. */
function numberOf(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64,
    0,
  );
}
