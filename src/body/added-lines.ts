// Finds the checkboxes that people added to a checklist of ours: their words, their tick, and where they stand.
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { BlockLine } from '../text/markdown/block-state.ts';
import { blockLines } from '../text/markdown/blocks.ts';
import { findGroups, findItems } from './body-lines.ts';
import { END_OF_GROUPS } from './own-words.ts';
import { splitLines } from './split-lines.ts';
import { HIDING } from '../domain/code-points.ts';

export interface AddedLine {
  /** Plain text of one line, not escaped; never empty. */
  readonly title: string;
  readonly ticked: boolean;
  /** The group under whose heading it stands; undefined elsewhere. */
  readonly group: string | undefined;
}

/** What does not begin with a box, or has nothing behind it, is no task. */
const BOX = /^\[([ xX])\][ \t]+(?=\S)/;

/** What stands before the words of an item that is in no other and in no quote. */
const BULLET = /^\s*(?:[-*+]|\d{1,9}[.)])\s+$/;

/** The level of a heading that a group which can be folded has instead. */
const FOLDED_LEVEL = 3;

/** As much of a line as is looked at: titles are far shorter, and long lines are slow to read. */
const LINE_LIMIT = 500;

/** Longest title that is looked at, in UTF-16 units: that of a task in a config. */
const TITLE_LIMIT = 160;

/** What a config may not hold (controls, halves, what hides or reorders), and signs that nobody reads. */
const UNSEEN = new RegExp(String.raw`[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd]|${HIDING.source}`, 'gu');

/**
 * The checkboxes of the body that are not ours, in order, each with the words of its line. What is nested below another line belongs to that line,
 * and what stands in code, quotes or comments is an example.
 */
export function addedLines(body: string): AddedLine[] {
  const lines = splitLines(body);
  const own = new Set(findItems(lines).map(({ at }) => at));
  const groups = new Map(findGroups(lines).map(({ at, id }) => [at, id]));
  const added: AddedLine[] = [];
  let group: string | undefined;
  let depth = 0;
  const blocks = blockLines(lines.map(({ text }) => text));
  for (const [at, block] of blocks.entries()) {
    const text = lines[at]?.text ?? '';
    const id = groups.get(at);
    const level =
      headingLevel(block, text) ?? (id !== undefined && block.kind === 'html' ? FOLDED_LEVEL : undefined);
    // A smaller heading of people's own divides the group, and does not end it.
    if (level !== undefined && (id !== undefined || level <= depth))
      [group, depth] = id === undefined || id === END_OF_GROUPS ? [undefined, 0] : [id, level];
    if (own.has(at) || !beginsItem(block, text)) continue;
    const line = readLine(text.slice(block.from, block.from + LINE_LIMIT));
    if (line !== undefined) added.push({ ...line, group });
  }
  return added;
}

function headingLevel({ kind, depth, from }: BlockLine, text: string): number | undefined {
  return kind === 'heading' && depth === 0 ? /^#+/.exec(text.slice(from))?.[0].length : undefined;
}

function beginsItem({ kind, depth, from }: BlockLine, text: string): boolean {
  return kind === 'paragraph' && depth === 1 && BULLET.test(text.slice(0, from));
}

/** The title and tick of an item's first line; undefined when it is none that says anything. */
function readLine(words: string): Omit<AddedLine, 'group'> | undefined {
  const box = BOX.exec(words);
  if (box === null) return undefined;
  // What may begin a block of its own is no more than words here.
  const [line = ''] = textOf(fromMarkdown(`x ${words.slice(box[0].length)}`))
    .slice(2)
    .split(/[\r\n]/);
  const seen = line.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, '').trim();
  // A character outside of the basic plane may be cut in two: its half goes with the unseen.
  const title = seen
    .slice(0, TITLE_LIMIT)
    .replaceAll(/\p{Cs}/gu, '')
    .trim();
  return title === '' ? undefined : { title, ticked: box[1] !== ' ' };
}

/** The words without their dress. HTML says nothing to people who read the issue. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
