// The parts of a paragraph that are no plain text: code, HTML, links and images. In time that grows with its length alone.

/** Half open: from the first character to the one behind the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** In order, none within another. What is never closed is plain text. */
export function deadRanges(text: string): Range[] {
  return outermost(findRanges(text));
}

function outermost(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (range.from >= (found.at(-1)?.to ?? 0)) found.push(range);
  return found;
}

/** In order of their ends; a link may hold others. */
function findRanges(text: string): Range[] {
  const ranges: Range[] = [];
  const closers = startClosers(text);
  const brackets: number[] = [];
  for (let at = 0; at < text.length;) {
    const character = text[at];
    const found = character === '\\' ? { from: at, to: at + 2 } : spanAt(text, at, closers);
    if (found !== undefined) {
      if (character !== '\\') ranges.push(found);
      at = found.to;
    } else if (character === '[') {
      brackets.push(at);
      at += 1;
    } else if (character === ']') {
      const from = brackets.pop();
      const to = from === undefined ? undefined : linkEnd(text, at + 1);
      if (from !== undefined && to !== undefined) ranges.push({ from, to });
      at = to ?? at + 1;
    } else at += character === '`' ? runAt(text, at, '`') : 1;
  }
  return ranges;
}

/** Where things end that may begin here: each is looked for once, however often they begin. */
interface Closers {
  /** Positions of runs of backticks by their length, from the last to the first. */
  readonly ticks: ReadonlyMap<number, number[]>;
  /** By the sign that ends HTML of a kind: the next place of it, or -1 when there is none any more. */
  readonly signs: Map<string, number>;
}

function startClosers(text: string): Closers {
  const ticks = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const places = ticks.get(run.length);
    if (places === undefined) ticks.set(run.length, [index]);
    else places.push(index);
  }
  for (const places of ticks.values()) places.reverse();
  return { ticks, signs: new Map() };
}

function spanAt(text: string, at: number, closers: Closers): Range | undefined {
  if (text[at] === '`') return codeAt(text, at, closers);
  return text[at] === '<' ? htmlAt(text, at, closers) : undefined;
}

/** From a run of backticks to the next of the same length. */
function codeAt(text: string, at: number, { ticks }: Closers): Range | undefined {
  const length = runAt(text, at, '`');
  const places = ticks.get(length) ?? [];
  while ((places.at(-1) ?? Infinity) <= at) places.pop();
  const end = places.at(-1);
  return end === undefined ? undefined : { from: at, to: end + length };
}

const ENDS: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
];

/** Longest tag or address that is looked at; a longer one is text. */
const LONGEST = 2000;

const TAG =
  /^<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[A-Za-z][A-Za-z0-9-]*\s*)>/;
const ADDRESS =
  /^<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+)>/;

function htmlAt(text: string, at: number, { signs }: Closers): Range | undefined {
  for (const [begin, end] of ENDS) {
    if (!text.startsWith(begin, at)) continue;
    const to = nextOf(text, end, at + (begin === '<!--' ? 2 : begin.length), signs);
    return to === undefined ? undefined : { from: at, to };
  }
  const close = nextOf(text, '>', at, signs);
  if (close === undefined || close - at > LONGEST) return undefined;
  const part = text.slice(at, at + LONGEST);
  const [found] = ADDRESS.exec(part) ?? TAG.exec(part) ?? [];
  return found === undefined ? undefined : { from: at, to: at + found.length };
}

/** Behind the next place of a sign; places that were passed are never looked at again. */
function nextOf(text: string, sign: string, from: number, signs: Map<string, number>): number | undefined {
  let place = signs.get(sign) ?? 0;
  if (place !== -1 && (place < from || !signs.has(sign))) {
    place = text.indexOf(sign, from);
    signs.set(sign, place);
  }
  return place === -1 ? undefined : place + sign.length;
}

function runAt(text: string, at: number, character: string): number {
  let end = at;
  while (text[end] === character) end += 1;
  return end - at;
}

/** Behind the address or the label that follows a link's words; undefined: there is none, and the words are text. */
function linkEnd(text: string, at: number): number | undefined {
  const part = text.slice(at, at + LONGEST);
  const [found] =
    /^\(\s*(?:<[^<>\n]*>|[^\s<()][^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/.exec(
      part,
    ) ??
    /^\[[^[\]]{0,999}\]/.exec(part) ??
    [];
  return found === undefined ? undefined : at + found.length;
}
