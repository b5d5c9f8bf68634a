// Lines that make something else of the paragraph above them: a heading by its underline, the head of a table.
import { cellsIn, tableCells } from './block-starts.ts';
import { type BlockLine, NONE, type ParagraphLeaf, type State, lineAt } from './block-state.ts';
import type { LineCursor } from './line-cursor.ts';

/** The lines above were a heading. */
export function underline(state: State, cursor: LineCursor, { number }: ParagraphLeaf): BlockLine {
  for (let at = state.found.length - 1; state.found[at]?.paragraph === number; at--)
    state.found[at] = { ...(state.found[at] as BlockLine), kind: 'heading' };
  state.leaf = NONE;
  return lineAt(state, cursor, 'other');
}

/** Whether the words are the line below a table's head, which was taken for words of a paragraph. */
export function isTable(state: State, words: string): boolean {
  const cells = tableCells(words);
  const head = state.found.at(-1);
  const line = state.lines[state.found.length - 1] ?? '';
  return cells !== undefined && head?.kind === 'paragraph' && cellsIn(line.slice(head.from)) === cells;
}

/** The last line of the paragraph was the head of a table. */
export function tableLine(state: State, cursor: LineCursor, { first }: ParagraphLeaf): BlockLine {
  const at = state.found.length - 1;
  const { paragraph: _, ...head } = state.found[at] as BlockLine;
  if (at >= first) state.found[at] = { ...head, kind: 'table' };
  state.leaf = { kind: 'table' };
  return lineAt(state, cursor, 'table');
}
