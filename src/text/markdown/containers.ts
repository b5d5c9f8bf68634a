// Quotes, list items and footnotes: which of them a line goes on with, and which it opens.
import { footnoteIn, listMarkIn } from './block-starts.ts';
import type { Container, State } from './block-state.ts';
import { type LineCursor, indentAt, isBlank, skipCharacters, skipColumns, wordsAt } from './line-cursor.ts';

/** How many of the open containers the line goes on with. */
export function matchContainers({ containers }: State, cursor: LineCursor): number {
  for (const [index, container] of containers.entries()) if (!goesOn(container, cursor)) return index;
  return containers.length;
}

function goesOn(container: Container, cursor: LineCursor): boolean {
  const indent = indentAt(cursor);
  if (container.kind === 'quote') {
    if (indent > 3 || !wordsAt(cursor).startsWith('>')) return false;
    takeQuote(cursor, indent);
    return true;
  }
  const columns = container.kind === 'note' ? 4 : container.columns;
  if (isBlank(cursor)) return container.kind === 'note' || !container.isBare;
  if (indent < columns) return false;
  skipColumns(cursor, columns);
  if (container.kind === 'item') container.isBare = false;
  return true;
}

/** Goes behind the mark of a quote. */
export function takeQuote(cursor: LineCursor, indent: number): Container {
  skipColumns(cursor, indent);
  skipCharacters(cursor, 1);
  if (indentAt(cursor) > 0) skipColumns(cursor, 1);
  return { kind: 'quote' };
}

/** Goes behind the mark of an item, where there is one that may begin here. */
export function takeItem(
  cursor: LineCursor,
  indent: number,
  words: string,
  inParagraph: boolean,
): Container | undefined {
  const mark = listMarkIn(words);
  return mark === undefined || (inParagraph && !mark.interrupts)
    ? undefined
    : itemAt(cursor, indent, mark.width);
}

/** The words of an item begin behind its mark; four spaces more are code, of which one belongs to the mark. */
function itemAt(cursor: LineCursor, indent: number, width: number): Container {
  skipColumns(cursor, indent);
  skipCharacters(cursor, width);
  const space = indentAt(cursor);
  // A box alone says nothing either.
  const box = /^[ \t]*\[[ xX]\][ \t]*$/.exec(cursor.text.slice(cursor.at));
  if (box !== null) skipCharacters(cursor, box[0].length);
  const isBare = isBlank(cursor);
  const taken = isBare || space > 4 ? 1 : space;
  skipColumns(cursor, taken);
  return { kind: 'item', columns: indent + width + taken, isBare };
}

/** Goes behind the mark of a footnote; none may begin in a paragraph. */
export function takeNote(
  cursor: LineCursor,
  indent: number,
  words: string,
  inParagraph: boolean,
): Container | undefined {
  const width = inParagraph ? undefined : footnoteIn(words);
  if (width === undefined) return undefined;
  skipColumns(cursor, indent);
  skipCharacters(cursor, width);
  return { kind: 'note' };
}
