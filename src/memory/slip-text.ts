// The text of a pull request that moves dates: what it remembers, its checkboxes, and our part between people's words.
import { parseDay } from '../domain/day.ts';
import type { SlipBox, SlipMemory, SlipMove } from '../domain/slip-pull.ts';
import { BOX_MARK, isMilestoneId } from '../text/slip-box.ts';
import { quietData, readHiddenData } from './hidden-data.ts';
import { fieldsOf, textIn, valueIn } from './read-value.ts';

const NAME = 'slip';
const BEGIN = `<!-- relcomms:${NAME} `;
const END = '<!-- relcomms:slip-end -->';
const NOTE = '<!-- relcomms:slip-note -->';

/** Longest text that is looked at, in characters: more than GitHub takes. */
const MOST_TEXT = 131_072;

/** Most checkboxes and moves that count. */
const MOST_MOVES = 200;

/** Longest version and reason, in characters. */
const MOST_WORDS = 1000;

/** Our part of the text: what it remembers, and the Markdown. */
export function slipPart(memory: SlipMemory, markdown: string): string {
  const { version, because, file } = memory;
  const data = { version, named: pairsOf(memory.named), taken: pairsOf(memory.taken), because, file };
  return [quietData(NAME, data), '', markdown, '', END].join('\n');
}

function pairsOf(moves: readonly SlipMove[]): string[][] {
  return moves.map(({ milestone, to }) => [milestone, to]);
}

/** What our part says. */
export interface SlipText {
  readonly memory: SlipMemory;
  /** Each milestone once. */
  readonly boxes: readonly SlipBox[];
  /** A line of ours that says why nothing is changed; absent: there is none. */
  readonly note?: string | undefined;
}

/**
 * `none` where there is no part of ours. `broken` where there are two, or one that says nothing sure: a changed mark, a
 * milestone with two boxes, more boxes than anybody needs.
 */
export function readSlipText(body: string): SlipText | 'none' | 'broken' {
  if (body.length > MOST_TEXT) return 'broken';
  if (!body.includes(BEGIN)) return 'none';
  const part = partOf(body);
  const memory = part && memoryIn(part.ours);
  const boxes = part && boxesIn(part.ours);
  if (memory === undefined || boxes === undefined) return 'broken';
  const note = part?.ours.find((line) => line.startsWith(NOTE));
  return { memory, boxes, note: note?.slice(NOTE.length).trimEnd() };
}

/** The same text with another part of ours; what people wrote around it stays. */
export function withSlipPart(body: string, ours: string): string {
  const part = partOf(body);
  return part === undefined ? body : [...part.before, ours, ...part.after].join('\n');
}

/** The same text with these of our checkboxes as given; each is known by its milestone. */
export function withSlipBoxes(body: string, boxes: readonly SlipBox[]): string {
  const part = partOf(body);
  if (part === undefined) return body;
  const ours = part.ours.map((line) => {
    const milestone = BOX_MARK.line.exec(line)?.[2];
    const box = boxes.find((one) => one.milestone === milestone);
    return box === undefined ? line : line.replace(/\[[ xX]\]/, box.isChecked ? '[x]' : '[ ]');
  });
  return [...part.before, ...ours, ...part.after].join('\n');
}

/** The same text that remembers what the other one does; as it is where the other one has no part of ours. */
export function withSlipMemory(body: string, other: string): string {
  const [part, own] = [partOf(body), partOf(other)];
  const first = own?.ours[0];
  if (part === undefined || first === undefined || memoryIn([first]) === undefined) return body;
  if (part.ours[0]?.trimEnd() === first.trimEnd()) return body;
  return [...part.before, first, ...part.ours.slice(1), ...part.after].join('\n');
}

/** The same text with this line of ours below what it remembers, or without one. */
export function withSlipNote(body: string, note: string | undefined): string {
  const part = partOf(body);
  const [first, ...rest] = part?.ours ?? [];
  if (part === undefined || first === undefined) return body;
  const at = rest.findIndex((line) => line.startsWith(NOTE));
  const kept = at < 0 ? rest : rest.toSpliced(at, rest[at + 1]?.trim() === '' ? 2 : 1);
  const line = note === undefined ? [] : [`${NOTE}${note}`, ''];
  const [gap = '', ...below] = kept;
  return [...part.before, first, gap, ...line, ...below, ...part.after].join('\n');
}

interface Part {
  readonly before: readonly string[];
  readonly ours: readonly string[];
  readonly after: readonly string[];
}

/** Line ends stay with their lines. */
function partOf(body: string): Part | undefined {
  const lines = body.split('\n');
  const begins = lines.flatMap((line, index) => (line.startsWith(BEGIN) ? [index] : []));
  const ends = lines.flatMap((line, index) => (line.trimEnd() === END ? [index] : []));
  const [begin, secondBegin] = begins;
  const [end, secondEnd] = ends;
  if (begin === undefined || end === undefined || end < begin) return undefined;
  if (secondBegin !== undefined || secondEnd !== undefined) return undefined;
  return {
    before: lines.slice(0, begin),
    ours: lines.slice(begin, end + 1),
    after: lines.slice(end + 1),
  };
}

function memoryIn(ours: readonly string[]): SlipMemory | undefined {
  const fields = fieldsOf(readHiddenData(ours[0] ?? '', NAME));
  const [version, file, because] = ['version', 'file', 'because'].map((name) => textIn(fields, name));
  const named = movesIn(valueIn(fields, 'named'));
  const taken = movesIn(valueIn(fields, 'taken'));
  if (version === undefined || named === undefined || taken === undefined || named.length === 0)
    return undefined;
  if (file === undefined || !/^[0-9a-f]{40}$/.test(file)) return undefined;
  if (version.length > MOST_WORDS || (because?.length ?? 0) > MOST_WORDS) return undefined;
  return { version, named, taken, because, file };
}

function movesIn(value: unknown): SlipMove[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_MOVES) return undefined;
  const moves = (value as unknown[]).flatMap((pair) => moveOf(pair) ?? []);
  return moves.length === value.length && isEachOnce(moves) ? moves : undefined;
}

function moveOf(pair: unknown): SlipMove | undefined {
  const [milestone, text, more] = Array.isArray(pair) ? (pair as unknown[]) : [];
  if (typeof milestone !== 'string' || typeof text !== 'string' || more !== undefined) return undefined;
  const to = parseDay(text);
  return to === undefined || !isMilestoneId(milestone) ? undefined : { milestone, to };
}

/** Undefined where one of our marks is not as we write them: whoever changed it meant something else. */
function boxesIn(ours: readonly string[]): SlipBox[] | undefined {
  const marked = ours.filter((line) => line.includes(BOX_MARK.begin));
  const boxes = marked.slice(0, MOST_MOVES).flatMap((line) => boxOf(line) ?? []);
  return boxes.length === marked.length && isEachOnce(boxes) ? boxes : undefined;
}

function boxOf(line: string): SlipBox | undefined {
  const [, box, milestone = '', text = ''] = BOX_MARK.line.exec(line) ?? [];
  const to = parseDay(text);
  if (box === undefined || to === undefined || !isMilestoneId(milestone)) return undefined;
  return { milestone, to, isChecked: box !== ' ' };
}

function isEachOnce(moves: readonly SlipMove[]): boolean {
  return new Set(moves.map(({ milestone }) => milestone)).size === moves.length;
}
