// What is open at a line of Markdown: quotes, items and footnotes, and the block of text within them.
import type { Fence } from './block-starts.ts';
import type { HtmlEnd } from './html-start.ts';
import type { LineCursor } from './line-cursor.ts';

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
  /** Nothing is open behind it: what follows is read as if it were the beginning of a text. */
  readonly ends?: true | undefined;
  /** A line behind it that is not indented would be code or HTML like it. */
  readonly holds?: true | undefined;
}

export type Container =
  | { readonly kind: 'quote' }
  | { readonly kind: 'note' }
  /** `columns`: how far the words of the item are indented. `isBare`: nothing stands behind its mark. */
  | { readonly kind: 'item'; readonly columns: number; isBare: boolean };

export type ParagraphLeaf = { readonly kind: 'paragraph'; readonly number: number; readonly first: number };

export type HtmlLeaf = { readonly kind: 'html'; readonly end: HtmlEnd };

export type Leaf =
  | { readonly kind: 'none' }
  | ParagraphLeaf
  | { readonly kind: 'table' }
  | { readonly kind: 'indented' }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | HtmlLeaf;

export interface State {
  readonly lines: readonly string[];
  readonly found: BlockLine[];
  readonly containers: Container[];
  leaf: Leaf;
  paragraphs: number;
}

export const NONE: Leaf = { kind: 'none' };

export function closeTo(state: State, kept: number, leaf: Leaf): void {
  if (kept < state.containers.length) state.containers.length = kept;
  state.leaf = leaf;
}

/** The line that closes what is deeper than `kept`, and opens at most this. */
export function closed(
  state: State,
  kept: number,
  cursor: LineCursor,
  kind: LineKind,
  leaf: Leaf = NONE,
): BlockLine {
  closeTo(state, kept, leaf);
  return lineAt(state, cursor, kind);
}

export function beginParagraph(state: State, cursor: LineCursor): BlockLine {
  state.paragraphs += 1;
  state.leaf = { kind: 'paragraph', number: state.paragraphs, first: state.found.length };
  return lineAt(state, cursor, 'paragraph', state.paragraphs);
}

/** The line as it is by what is open now. */
export function lineAt(
  { containers, leaf }: State,
  { text, at }: LineCursor,
  kind: LineKind,
  paragraph?: number,
): BlockLine {
  let from = at;
  while (text[from] === ' ' || text[from] === '\t') from += 1;
  const depth = containers.length;
  if (paragraph !== undefined) return { kind, depth, from, paragraph };
  if (depth > 0) return { kind, depth, from };
  if (leaf === NONE) return { kind, depth, from, ends: true };
  const holds = leaf.kind === 'fence' || (leaf.kind === 'html' && leaf.end !== 'blank');
  return holds ? { kind, depth, from, holds } : { kind, depth, from };
}
