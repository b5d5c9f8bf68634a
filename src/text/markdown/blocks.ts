// The blocks of a text in Markdown, line by line and in time that grows with its length alone.
import {
  type Fence,
  cellsIn,
  closesFence,
  fenceIn,
  footnoteIn,
  isBreak,
  isHeading,
  isUnderline,
  listMarkIn,
  tableCells,
} from './block-starts.ts';
import { type HtmlEnd, htmlStart, isOneComment } from './html-start.ts';
import {
  type LineCursor,
  indentAt,
  isBlank,
  skipCharacters,
  skipColumns,
  startCursor,
  wordsAt,
} from './line-cursor.ts';

/** What a line is; `fence` are the lines that open and close code, `other` breaks, underlines and marks alone. */
export type LineKind = 'paragraph' | 'heading' | 'table' | 'code' | 'fence' | 'html' | 'blank' | 'other';

export interface BlockLine {
  readonly kind: LineKind;
  /** Quotes, list items and footnotes that it is in. */
  readonly depth: number;
  /** Index of the first character of its own words in the line. */
  readonly from: number;
  /** The same for all lines of one paragraph or heading; absent for other lines. */
  readonly paragraph?: number | undefined;
  /**
   * Of HTML alone: `comment` is one that begins and ends in this line, `tags` is what reaches to the next blank line,
   * `raw` all else, such as `<pre>`, `<script>` and a comment of several lines.
   */
  readonly html?: 'comment' | 'tags' | 'raw' | undefined;
  /** The first line of code in a fence, or of HTML. */
  readonly begins?: true | undefined;
}

/** Deeper than this nothing is opened: what is there is a quote or a list all the same. */
const DEEPEST = 100;

type Container =
  | { readonly kind: 'quote' }
  | { readonly kind: 'note' }
  /** `columns`: how far the words of the item are indented. `isBare`: nothing stands behind its mark. */
  | { readonly kind: 'item'; readonly columns: number; isBare: boolean };

type Leaf =
  | { readonly kind: 'none' }
  | { readonly kind: 'paragraph'; readonly number: number; readonly first: number }
  | { readonly kind: 'table' }
  | { readonly kind: 'indented' }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'html'; readonly end: HtmlEnd };

interface State {
  readonly lines: readonly string[];
  readonly found: BlockLine[];
  containers: Container[];
  leaf: Leaf;
  paragraphs: number;
}

const NONE: Leaf = { kind: 'none' };

/** `lines` without their line ends. One answer for each, in order. */
export function blockLines(lines: readonly string[]): BlockLine[] {
  const state: State = { lines, found: [], containers: [], leaf: NONE, paragraphs: 0 };
  for (const line of lines) state.found.push(readLine(state, startCursor(line)));
  return state.found;
}

function readLine(state: State, cursor: LineCursor): BlockLine {
  const matched = matchContainers(state, cursor);
  const isWhole = matched === state.containers.length;
  if (isWhole && isClosedText(state.leaf)) return insideText(state, cursor, state.leaf);
  const before = state.leaf;
  const isOpen = before.kind === 'paragraph' || before.kind === 'table';
  if (isBlank(cursor)) {
    // Blank lines within indented code are code when more of it follows: nobody asks for that.
    closeTo(state, matched, isWhole && before.kind === 'indented' ? before : NONE);
    return lineAt(state, cursor, 'blank');
  }
  const start = startOf(state, cursor, matched);
  if (start !== undefined) return start;
  // A paragraph goes on without the marks of its quotes and items.
  if (isOpen && (isWhole || before.kind === 'paragraph') && state.leaf === before)
    return goOn(state, cursor, before);
  closeTo(state, matched, state.leaf);
  return beginParagraph(state, cursor);
}

/** How many of the open containers the line goes on with. */
function matchContainers({ containers }: State, cursor: LineCursor): number {
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

function takeQuote(cursor: LineCursor, indent: number): void {
  skipColumns(cursor, indent);
  skipCharacters(cursor, 1);
  if (indentAt(cursor) > 0) skipColumns(cursor, 1);
}

type ClosedText = Extract<Leaf, { kind: 'fence' | 'html' | 'indented' }>;

function isClosedText(leaf: Leaf): leaf is ClosedText {
  return leaf.kind === 'fence' || leaf.kind === 'html';
}

/** A line within code or HTML, which only its own end ends. */
function insideText(state: State, cursor: LineCursor, leaf: ClosedText): BlockLine {
  if (leaf.kind === 'fence') {
    const closes = indentAt(cursor) <= 3 && closesFence(wordsAt(cursor), leaf.fence);
    if (closes) state.leaf = NONE;
    return lineAt(state, cursor, closes ? 'fence' : 'code');
  }
  const { end } = leaf as Extract<Leaf, { kind: 'html' }>;
  const ends = end === 'blank' ? isBlank(cursor) : end.test(cursor.text.slice(cursor.at));
  if (ends) state.leaf = NONE;
  if (ends && end === 'blank') return lineAt(state, cursor, 'blank');
  return { ...lineAt(state, cursor, 'html'), html: end === 'blank' ? 'tags' : 'raw' };
}

/** The line that begins a block; containers on its way are opened. Undefined: it is text of a paragraph or of a table. */
function startOf(state: State, cursor: LineCursor, matched: number): BlockLine | undefined {
  const isWhole = matched === state.containers.length;
  let paragraph = isWhole && state.leaf.kind === 'paragraph' ? state.leaf : undefined;
  const isLazy = state.leaf.kind === 'paragraph';
  let kept = matched;
  let opened = false;
  const open = (container: Container): void => {
    closeTo(state, kept, NONE);
    state.containers.push(container);
    kept = state.containers.length;
    paragraph = undefined;
    opened = true;
  };
  for (;;) {
    const indent = indentAt(cursor);
    if (isBlank(cursor)) return closed(state, kept, cursor, 'other');
    if (indent > 3) {
      if ((isLazy && !opened) || paragraph !== undefined) return undefined;
      closeTo(state, kept, { kind: 'indented' });
      return lineAt(state, cursor, 'code');
    }
    const words = wordsAt(cursor);
    const isDeep = kept >= DEEPEST;
    if (words.startsWith('>') && !isDeep) {
      takeQuote(cursor, indent);
      open({ kind: 'quote' });
      continue;
    }
    if (isHeading(words)) return closed(state, kept, cursor, 'heading');
    const fence = fenceIn(words);
    if (fence !== undefined)
      return { ...closed(state, kept, cursor, 'fence', { kind: 'fence', fence }), begins: true };
    const end = htmlStart(words, paragraph !== undefined);
    if (end !== undefined) return htmlLine(state, kept, cursor, words, end);
    if (paragraph !== undefined && isUnderline(words)) return underline(state, cursor, paragraph.number);
    if (isBreak(words)) return closed(state, kept, cursor, 'other');
    const mark = isDeep ? undefined : listMarkIn(words);
    if (mark !== undefined && (paragraph === undefined || mark.interrupts)) {
      open(itemAt(cursor, indent, mark.width));
      continue;
    }
    const note = isDeep || paragraph !== undefined ? undefined : footnoteIn(words);
    if (note !== undefined) {
      skipColumns(cursor, indent);
      skipCharacters(cursor, note);
      open({ kind: 'note' });
      continue;
    }
    if (paragraph !== undefined && isTable(state, words)) return tableLine(state, cursor, paragraph);
    return opened ? beginParagraph(state, cursor) : undefined;
  }
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

function htmlLine(state: State, kept: number, cursor: LineCursor, words: string, end: HtmlEnd): BlockLine {
  // What begins may end in the same line.
  const isOver = end !== 'blank' && end.test(words);
  const html = end === 'blank' ? 'tags' : isOver && isOneComment(words) ? 'comment' : 'raw';
  return {
    ...closed(state, kept, cursor, 'html', isOver ? NONE : { kind: 'html', end }),
    html,
    begins: true,
  };
}

/** The lines above were a heading. */
function underline(state: State, cursor: LineCursor, number: number): BlockLine {
  for (let at = state.found.length - 1; state.found[at]?.paragraph === number; at--)
    state.found[at] = { ...(state.found[at] as BlockLine), kind: 'heading' };
  state.leaf = NONE;
  return lineAt(state, cursor, 'other');
}

function isTable(state: State, words: string): boolean {
  const cells = tableCells(words);
  const head = state.found.at(-1);
  const line = state.lines[state.found.length - 1] ?? '';
  return cells !== undefined && head?.kind === 'paragraph' && cellsIn(line.slice(head.from)) === cells;
}

/** The last line of the paragraph was the head of a table. */
function tableLine(state: State, cursor: LineCursor, { first }: { readonly first: number }): BlockLine {
  const at = state.found.length - 1;
  const { paragraph: _, ...head } = state.found[at] as BlockLine;
  if (at >= first) state.found[at] = { ...head, kind: 'table' };
  state.leaf = { kind: 'table' };
  return lineAt(state, cursor, 'table');
}

function goOn(state: State, cursor: LineCursor, leaf: Leaf): BlockLine {
  return leaf.kind === 'paragraph'
    ? lineAt(state, cursor, 'paragraph', leaf.number)
    : lineAt(state, cursor, 'table');
}

function beginParagraph(state: State, cursor: LineCursor): BlockLine {
  state.paragraphs += 1;
  state.leaf = { kind: 'paragraph', number: state.paragraphs, first: state.found.length };
  return lineAt(state, cursor, 'paragraph', state.paragraphs);
}

function closed(
  state: State,
  kept: number,
  cursor: LineCursor,
  kind: LineKind,
  leaf: Leaf = NONE,
): BlockLine {
  closeTo(state, kept, leaf);
  return lineAt(state, cursor, kind);
}

function closeTo(state: State, kept: number, leaf: Leaf): void {
  if (kept < state.containers.length) state.containers.length = kept;
  state.leaf = leaf;
}

function lineAt(
  { containers, lines, found }: State,
  cursor: LineCursor,
  kind: LineKind,
  paragraph?: number,
): BlockLine {
  const text = lines[found.length] ?? '';
  let from = cursor.at;
  while (from < text.length && (text[from] === ' ' || text[from] === '\t')) from += 1;
  return { kind, depth: containers.length, from, ...(paragraph === undefined ? {} : { paragraph }) };
}
