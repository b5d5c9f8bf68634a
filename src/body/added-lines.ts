// Finds the checkboxes that people added to a checklist of ours: their words, their tick, and where they stand.
import type { Heading, ListItem, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { findGroups, findItems, joinLines, splitLines } from './body-lines.ts';

export interface AddedLine {
  /** Plain text of one line, not escaped; never empty. */
  readonly title: string;
  readonly ticked: boolean;
  /** The group under whose heading it stands; undefined elsewhere. */
  readonly group: string | undefined;
}

/** What does not begin with a box, or has nothing behind it, is no task. */
const BOX = /^\[([ xX])\][ \t]+(?=\S)/;

/** A line of a list, with its box if it has one. */
const ITEM = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)(\[[ xX]\]\s.*)?/;

/** As much of a line as is looked at: titles are far shorter, and long lines are slow to read. */
const LINE_LIMIT = 500;

/** Longest title that is looked at, in UTF-16 units: that of a task in a config. */
const TITLE_LIMIT = 160;

/** Controls, marks of direction, halves of characters and the like; the joiners that emoji are made with stay. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd]|(?![\u200c\u200d])\p{Cf}/gu;

/**
 * The checkboxes of the body that are not ours, in order, each with the words of its line. What is nested below another line belongs to that line,
 * and what stands in code, quotes or comments is an example.
 */
export function addedLines(body: string): AddedLine[] {
  const lines = splitLines(body);
  const own = new Set(findItems(lines).map(({ at }) => at + 1));
  const groups = new Map(findGroups(lines).map(({ at, id }) => [at + 1, id]));
  const added: AddedLine[] = [];
  let group: string | undefined;
  let depth = 0;
  const source = joinLines(lines.map((line, at) => ({ ...line, text: outline(line.text, own.has(at + 1)) })));
  for (const node of fromMarkdown(source).children) {
    const id = node.type === 'heading' ? groups.get(lineOf(node)) : undefined;
    // A smaller heading of people's own divides the group, and does not end it.
    if (node.type === 'heading' && (id !== undefined || node.depth <= depth))
      [group, depth] = [id, id === undefined ? 0 : node.depth];
    if (node.type !== 'list') continue;
    for (const item of node.children)
      if (!own.has(lineOf(item))) added.push(...lineFrom(source, item).map((line) => ({ ...line, group })));
  }
  return added;
}

/**
 * The line without what says nothing about where boxes stand. Markdown takes time that grows with the square of a
 * paragraph, and people may paste what they like: so only the words of boxes are left.
 */
function outline(text: string, own: boolean): string {
  const [all, bullet, box] = ITEM.exec(text) ?? [];
  if (all !== undefined && bullet !== undefined)
    return own || box === undefined ? `${bullet}x` : all.slice(0, LINE_LIMIT);
  const [space = ''] = /^\s*/.exec(text) ?? [];
  const words = text.slice(space.length);
  const heading = /^#{1,6}(?=\s)/.exec(words)?.[0];
  if (heading !== undefined) return `${space}${heading} x`;
  if (words.startsWith('<!--')) return `${space}<!--${words.includes('-->') ? ' -->' : ''}`;
  if (words.includes('-->')) return `${space}-->`;
  const mark = /^(?:`{3,}|~{3,}|<\/?[a-zA-Z][a-zA-Z0-9]{0,20}>?)/.exec(words)?.[0];
  // Text gives way to an empty line: many lines of it would be one long paragraph.
  return mark === undefined ? '' : space + mark;
}

function lineOf(node: Heading | ListItem): number {
  return node.position?.start.line ?? 0;
}

function lineFrom(source: string, { children: [first] }: ListItem): Omit<AddedLine, 'group'>[] {
  if (first?.type !== 'paragraph') return [];
  const box = BOX.exec(source.slice(first.position?.start.offset, first.position?.end.offset))?.[1];
  if (box === undefined) return [];
  const [line = ''] = textOf(first).split(/[\r\n]/);
  const words = line
    .replace(/^\[[ xX]\]/, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(UNSEEN, '')
    .trim();
  // A character outside of the basic plane may be cut in two: its half goes with the unseen.
  const title = words
    .slice(0, TITLE_LIMIT)
    .replaceAll(/\p{Cs}/gu, '')
    .trim();
  return title === '' ? [] : [{ title, ticked: box !== ' ' }];
}

/** The words without their dress. HTML says nothing to people who read the issue. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
