// Finds our own lines in a body: blocks, group headings and checklist items.
import { ENDS_PART, GROUP, type OwnWords, TASK, endMarker, ownWords } from './own-words.ts';
import type { Line } from './split-lines.ts';

interface OwnLine {
  readonly at: number;
  readonly id: string;
  readonly before: string;
  /** Our words. */
  readonly text: string;
  /** What people wrote behind them. */
  readonly after: string;
  /** False: somebody deleted the mark behind our words, and they are the beginning of `after`. */
  readonly isClosed: boolean;
  /** People put nothing before it: no quote, no strike, no words. */
  readonly isPlain: boolean;
}

/** `before` are bullet and box, `- [ ] `, and what people put there. */
export interface ItemLine extends OwnLine {
  readonly kind: 'item';
  /** The group in which we last put it; people may have moved it elsewhere. */
  readonly group: string;
  readonly ticked: boolean;
}

export interface GroupLine extends OwnLine {
  readonly kind: 'group';
}

export interface BlockLines {
  readonly kind: 'block';
  readonly name: string;
  /** Index of the line with the begin marker. */
  readonly begin: number;
  /** Index of the first line behind the block. */
  readonly end: number;
  /** What people wrote behind the begin marker. */
  readonly after: string;
  /** Its end marker is there. */
  readonly isClosed: boolean;
}

const PLAIN_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s+$/;
const BULLET = /^\s*(?:[-*+]|\d{1,9}[.)])\s+$/;
const PLAIN_GROUP = /^#{1,6}\s+$/;
const BEGIN = /^\s*<!-- relcomms:begin (\S+) (\d+) -->(.*)$/;

/** The box of an item, in what stands before its words. */
export const BOX = /\[([ xX])\]/;

/**
 * All checklist items of ours, in order: what stands in code is somebody's example. One that people quote, strike or
 * put words before is ours as long as the item stands nowhere else; so is one that lost its box alone.
 */
export function findItems(lines: readonly Line[]): ItemLine[] {
  return preferPlain(
    found(lines, TASK).flatMap(({ at, words }) => {
      const { before, text, after, isClosed } = words;
      const [id = '', group = ''] = words.names;
      const box = BOX.exec(before)?.[1];
      if (box === undefined && !BULLET.test(before)) return [];
      const ticked = box !== undefined && box !== ' ';
      const isPlain = PLAIN_ITEM.test(before);
      return [{ kind: 'item' as const, at, id, group, ticked, before, text, after, isClosed, isPlain }];
    }),
  );
}

/** All group headings of ours, in order. */
export function findGroups(lines: readonly Line[]): GroupLine[] {
  return preferPlain(
    found(lines, GROUP).map(({ at, words: { names, before, text, after, isClosed } }) => {
      const isPlain = PLAIN_GROUP.test(before) || (before === '' && text.startsWith(ENDS_PART));
      return { kind: 'group' as const, at, id: names[0] ?? '', before, text, after, isClosed, isPlain };
    }),
  );
}

function found(lines: readonly Line[], frame: typeof TASK): { at: number; words: OwnWords }[] {
  const own: { at: number; words: OwnWords }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.foreign === true || line.dead !== undefined) continue;
    const words = ownWords(line.text, frame);
    if (words !== undefined) own.push({ at, words });
  }
  return own;
}

function preferPlain<L extends OwnLine>(lines: readonly L[]): L[] {
  if (lines.every(({ isPlain }) => isPlain)) return [...lines];
  const plain = new Set(lines.flatMap(({ id, isPlain }) => (isPlain ? [id] : [])));
  return lines.filter(({ id, isPlain }) => isPlain || !plain.has(id));
}

/** The first block of that name. */
export function findBlock(lines: readonly Line[], name: string): BlockLines | undefined {
  return findBlocks(lines, name)[0];
}

/**
 * All blocks of that name. Without its end marker (people delete it by accident) the begin marker's
 * own count of lines says how far it reaches, so that what people wrote behind it stays theirs.
 */
export function findBlocks(lines: readonly Line[], name: string): BlockLines[] {
  const blocks: BlockLines[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.foreign === true || line.dead !== undefined) continue;
    const match = BEGIN.exec(line.text);
    if (match === null || match[1] !== name) continue;
    const closed = endOf(lines, at, name);
    const end = closed ?? countedEnd(lines, at, Number(match[2]));
    const after = (match[3] ?? '').trim();
    blocks.push({ kind: 'block', name, begin: at, end, after, isClosed: closed !== undefined });
    at = end - 1;
  }
  return blocks;
}

/** It reaches no further than to the next line of ours. */
function countedEnd(lines: readonly Line[], begin: number, count: number): number {
  const most = Math.min(lines.length, begin + 1 + count);
  for (let at = begin + 1; at < most; at++) if (isOurs(lines[at]?.text ?? '')) return at;
  return most;
}

function endOf(lines: readonly Line[], begin: number, name: string): number | undefined {
  for (let at = begin + 1; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === endMarker(name)) return at + 1;
    if (isOurs(text)) return undefined;
  }
  return undefined;
}

function isOurs(text: string): boolean {
  return BEGIN.test(text) || ownWords(text, GROUP) !== undefined || ownWords(text, TASK) !== undefined;
}
