// A body as lines that go together again byte for byte, each with whether it can hold anything of ours.
import type { BlockLine } from '../text/markdown/block-state.ts';
import { blockLines } from '../text/markdown/blocks.ts';

/** A line and what ended it. */
export interface Line {
  readonly text: string;
  readonly eol: string;
  /** In code or in HTML whose words are no Markdown, as the first line of it or a further one: somebody's example. */
  readonly dead?: 'first' | 'further' | undefined;
  /** Nothing of Markdown is open behind it. */
  readonly ends?: true | undefined;
  /** A line behind it that is not indented would be dead. */
  readonly holds?: true | undefined;
  /** Nothing in it can be ours. */
  readonly foreign?: true | undefined;
}

/** The bodies that were read last: one run looks at the same one again and again. */
const lately = new Map<string, readonly Line[]>();

/** As many as a release has bodies that it knows itself to have written. */
const MOST_KEPT = 8;

/** Splits a body into lines; `\r\n`, `\n` and a missing last end all survive. The list is the caller's own. */
export function splitLines(body: string): Line[] {
  const known = lately.get(body);
  const lines = known ?? readLines(cutLines(body), undefined);
  lately.delete(body);
  lately.set(body, lines);
  if (lately.size > MOST_KEPT) lately.delete(lately.keys().next().value ?? body);
  return [...lines];
}

/**
 * `lines` as `splitLines` would read them anew, where some of `before`, which it read, were exchanged: only those
 * around the change are looked at.
 */
export function readAgain(lines: readonly Line[], before: readonly Line[]): readonly Line[] {
  const most = Math.min(lines.length, before.length);
  let above = 0;
  while (above < most && lines[above] === before[above]) above += 1;
  if (above === lines.length && above === before.length) return lines;
  let below = 0;
  while (below < most - above && lines.at(-1 - below) === before.at(-1 - below)) below += 1;
  const start = startOfOpen(lines, above);
  const end = endOfOpen(lines, lines.length - below);
  const read = readPart(lines, start, end);
  const isSame = read.at(-1)?.ends === true && read.at(-1)?.dead === lines[end - 1]?.dead;
  if (!isSame && end < lines.length)
    return [...lines.slice(0, start), ...readPart(lines, start, lines.length)];
  return [...lines.slice(0, start), ...read, ...lines.slice(end)];
}

export function joinLines(lines: readonly Line[]): string {
  let body = '';
  for (const { text, eol } of lines) body += text + eol;
  return body;
}

/** Whether both say the same, byte for byte. */
export function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, at) => line === b[at] || (line.text === b[at]?.text && line.eol === b[at]?.eol))
  );
}

/** The line end that the body uses: browsers send `\r\n`. */
export function eolOf(lines: readonly Line[]): string {
  for (const { eol } of lines) if (eol === '\r\n') return eol;
  return '\n';
}

/**
 * The nearest place at or above index `at` where a line that is put in is no part of code or of such HTML. What is
 * never closed reaches to the end, as Markdown has it.
 */
export function openPlace(lines: readonly Line[], at: number): number {
  let place = at < lines.length || !isLeftOpen(lines) ? at : lines.length - 1;
  while (lines[place]?.dead === 'further') place -= 1;
  return place;
}

/** Whether a line behind the last would be dead. */
export function isLeftOpen(lines: readonly Line[]): boolean {
  return lines.at(-1)?.holds === true;
}

type Bare = Pick<Line, 'text' | 'eol'>;

function cutLines(body: string): Bare[] {
  const lines: Bare[] = [];
  const ends = /\r\n|\n|\r/g;
  for (let from = 0; from < body.length; from = ends.lastIndex) {
    const eol = ends.exec(body);
    lines.push({ text: body.slice(from, eol?.index ?? body.length), eol: eol?.[0] ?? '' });
    if (eol === null) break;
  }
  return lines;
}

/** `above` is what stands before the first of them. */
function readLines(lines: readonly Bare[], above: Line | undefined): Line[] {
  // What holds no marker of ours may hold the place for one.
  const blocks = blockLines(lines.map(({ text }) => text));
  let follows = above?.dead !== undefined;
  return lines.map(({ text, eol }, at) => {
    const block = blocks[at];
    // Indented code begins without a sign.
    const dead = !isDead(block) ? undefined : block?.begins === true || !follows ? 'first' : 'further';
    follows = dead !== undefined;
    // What comes behind `\r` may make one line end of both.
    const ends = eol === '\r' ? undefined : block?.ends;
    const foreign = text.includes('<!-- relcomms:') ? undefined : true;
    return { text, eol, dead, ends, holds: block?.holds, foreign };
  });
}

function readPart(lines: readonly Line[], start: number, end: number): Line[] {
  return readLines(cutLines(joinLines(lines.slice(start, end))), lines[start - 1]);
}

/** Where what is open before index `at` began. */
function startOfOpen(lines: readonly Line[], at: number): number {
  let start = at;
  while (start > 0 && lines[start - 1]?.ends !== true) start -= 1;
  return start;
}

/** Behind the first line at or below index `at` that left nothing open. */
function endOfOpen(lines: readonly Line[], at: number): number {
  const found = lines.findIndex(({ ends }, index) => index >= at && ends === true);
  return found < 0 ? lines.length : found + 1;
}

function isDead(block: BlockLine | undefined): boolean {
  return block?.kind === 'code' || block?.kind === 'fence' || block?.html === 'raw';
}
