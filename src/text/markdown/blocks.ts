// The blocks of a text in Markdown, line by line and in time that grows with its length alone.
import { beginBlock } from './begin-block.ts';
import { closesFence } from './block-starts.ts';
import {
  type BlockLine,
  type HtmlLeaf,
  type Leaf,
  NONE,
  type State,
  beginParagraph,
  closeTo,
  lineAt,
} from './block-state.ts';
import { matchContainers } from './containers.ts';
import { type LineCursor, indentAt, isBlank, startCursor, wordsAt } from './line-cursor.ts';

/** `lines` without their line ends. One answer for each, in order. */
export function blockLines(lines: readonly string[]): BlockLine[] {
  const state: State = { lines, found: [], containers: [], leaf: NONE, paragraphs: 0 };
  for (const line of lines) state.found.push(readLine(state, startCursor(line)));
  return state.found;
}

function readLine(state: State, cursor: LineCursor): BlockLine {
  const matched = matchContainers(state, cursor);
  const isWhole = matched === state.containers.length;
  const before = state.leaf;
  if (isWhole && before.kind === 'fence') return inCode(state, cursor, before);
  if (isWhole && before.kind === 'html') return inHtml(state, cursor, before);
  if (isBlank(cursor)) {
    // Blank lines within indented code are code when more of it follows: nobody asks for that.
    closeTo(state, matched, isWhole && before.kind === 'indented' ? before : NONE);
    return lineAt(state, cursor, 'blank');
  }
  const begun = beginBlock(state, cursor, matched);
  if (begun !== undefined) return begun;
  // A paragraph goes on without the marks of its quotes and items.
  if (before.kind === 'paragraph' && state.leaf === before)
    return lineAt(state, cursor, 'paragraph', before.number);
  if (before.kind === 'table' && isWhole && state.leaf === before) return lineAt(state, cursor, 'table');
  closeTo(state, matched, state.leaf);
  return beginParagraph(state, cursor);
}

/** A line within code, which only its own end ends. */
function inCode(state: State, cursor: LineCursor, { fence }: Extract<Leaf, { kind: 'fence' }>): BlockLine {
  const closes = indentAt(cursor) <= 3 && closesFence(wordsAt(cursor), fence);
  if (closes) state.leaf = NONE;
  return lineAt(state, cursor, closes ? 'fence' : 'code');
}

/** A line within HTML, which ends with a sign or with the next blank line. */
function inHtml(state: State, cursor: LineCursor, { end }: HtmlLeaf): BlockLine {
  const ends = end === 'blank' ? isBlank(cursor) : end.test(cursor.text.slice(cursor.at));
  if (ends) state.leaf = NONE;
  if (ends && end === 'blank') return lineAt(state, cursor, 'blank');
  return { ...lineAt(state, cursor, 'html'), html: end === 'blank' ? 'tags' : 'raw' };
}
