// The line of Markdown with which a block begins.
import { fenceIn, isBreak, isHeading, isUnderline } from './block-starts.ts';
import {
  type BlockLine,
  type Container,
  NONE,
  type ParagraphLeaf,
  type State,
  beginParagraph,
  closeTo,
  closed,
} from './block-state.ts';
import { takeItem, takeNote, takeQuote } from './containers.ts';
import { type HtmlEnd, htmlStart, isOneComment } from './html-start.ts';
import { type LineCursor, indentAt, isBlank, wordsAt } from './line-cursor.ts';
import { isTable, tableLine, underline } from './turned-paragraph.ts';

/** Deeper than this nothing is opened: what is there is a quote or a list all the same. */
const DEEPEST = 100;

/** The line that begins a block; containers on its way are opened. Undefined: it is text of a paragraph or of a table. */
export function beginBlock(state: State, cursor: LineCursor, matched: number): BlockLine | undefined {
  const isWhole = matched === state.containers.length;
  const isLazy = state.leaf.kind === 'paragraph';
  let paragraph = isWhole && state.leaf.kind === 'paragraph' ? state.leaf : undefined;
  let kept = matched;
  for (;;) {
    const indent = indentAt(cursor);
    if (isBlank(cursor)) return closed(state, kept, cursor, 'other');
    const opened = kept > matched;
    if (indent > 3) {
      if ((isLazy && !opened) || paragraph !== undefined) return undefined;
      return closed(state, kept, cursor, 'code', { kind: 'indented' });
    }
    const words = wordsAt(cursor);
    const leaf = beginLeaf(state, cursor, words, kept, paragraph);
    if (leaf !== undefined) return leaf;
    const container = kept >= DEEPEST ? undefined : takeContainer(cursor, indent, words, paragraph);
    if (container === undefined) {
      if (paragraph !== undefined && isTable(state, words)) return tableLine(state, cursor, paragraph);
      return opened ? beginParagraph(state, cursor) : undefined;
    }
    closeTo(state, kept, NONE);
    state.containers.push(container);
    kept = state.containers.length;
    paragraph = undefined;
  }
}

function takeContainer(
  cursor: LineCursor,
  indent: number,
  words: string,
  paragraph: ParagraphLeaf | undefined,
): Container | undefined {
  if (words.startsWith('>')) return takeQuote(cursor, indent);
  const inParagraph = paragraph !== undefined;
  return takeItem(cursor, indent, words, inParagraph) ?? takeNote(cursor, indent, words, inParagraph);
}

/** A heading, fence, HTML, underline or break. */
function beginLeaf(
  state: State,
  cursor: LineCursor,
  words: string,
  kept: number,
  paragraph: ParagraphLeaf | undefined,
): BlockLine | undefined {
  if (isHeading(words)) return closed(state, kept, cursor, 'heading');
  const fence = fenceIn(words);
  if (fence !== undefined)
    return { ...closed(state, kept, cursor, 'fence', { kind: 'fence', fence }), begins: true };
  const end = htmlStart(words, paragraph !== undefined);
  if (end !== undefined) return htmlLine(state, kept, cursor, words, end);
  if (paragraph !== undefined && isUnderline(words)) return underline(state, cursor, paragraph);
  return isBreak(words) ? closed(state, kept, cursor, 'other') : undefined;
}

function htmlLine(state: State, kept: number, cursor: LineCursor, words: string, end: HtmlEnd): BlockLine {
  // What begins may end in the same line.
  const isOver = end !== 'blank' && end.test(words);
  const html = end === 'blank' ? 'tags' : isOver && isOneComment(words) ? 'comment' : 'raw';
  const line = closed(state, kept, cursor, 'html', isOver ? NONE : { kind: 'html', end });
  return { ...line, html, begins: true };
}
