// Repeats what one edit of a person changed on a text that has changed in the meantime.
import { findGroups, findItems } from './body-lines.ts';
import { setBox } from './set-box.ts';
import { type Line, eolOf, joinLines, splitLines } from './split-lines.ts';

/** A line as an edit knows it again: our own lines by their id, whatever words and tick they have now. */
interface Known extends Line {
  readonly key: string;
  /** One of our checkboxes or headings: their words are not the edit's. */
  readonly ours: boolean;
}

/** The text with the boxes set, the lines added and the lines taken out as the edit did from `before` to `after`. */
export function replayEdit(text: string, before: string, after: string): string {
  const ticked = setBoxes(splitLines(text), before, after);
  const from = knownLines(splitLines(before));
  const to = knownLines(splitLines(after));
  const kept = commonLines(from, to);
  const lines = dropLines(knownLines(ticked), from, new Set(kept.map(([index]) => index)));
  const stayed = new Set(kept.map(([, index]) => index));
  to.forEach((line, index) => {
    if (!stayed.has(index) && !line.ours) insertAfter(lines, to, index);
  });
  return joinLines(lines);
}

function setBoxes(lines: Line[], before: string, after: string): Line[] {
  const was = new Map(findItems(splitLines(before)).map((item) => [item.id, item.ticked]));
  const wanted = new Map(
    findItems(splitLines(after)).flatMap((item) =>
      item.ticked === was.get(item.id) ? [] : [[item.id, item.ticked] as const],
    ),
  );
  for (const item of findItems(lines)) {
    const on = wanted.get(item.id);
    if (on !== undefined) setBox(lines, item, on);
  }
  return lines;
}

function knownLines(lines: readonly Line[]): Known[] {
  const own = new Map([
    ...findItems(lines).map((item) => [item.at, `item ${item.id}`] as const),
    ...findGroups(lines).map((group) => [group.at, `group ${group.id}`] as const),
  ]);
  return lines.map((line, at) => ({ ...line, key: own.get(at) ?? `text ${line.text}`, ours: own.has(at) }));
}

/** Takes out lines that the edit took out; never one of ours, and never one that stands there twice. */
function dropLines(lines: Known[], from: readonly Known[], kept: ReadonlySet<number>): Known[] {
  const gone = new Set(from.flatMap((line, at) => (kept.has(at) || isBlank(line) ? [] : [line.key])));
  const counts = new Map<string, number>();
  for (const { key } of lines) counts.set(key, (counts.get(key) ?? 0) + 1);
  return lines.filter(({ key, ours }) => ours || !gone.has(key) || counts.get(key) !== 1);
}

/** Puts the line behind the nearest line above it that is still there, with the same blank lines between. */
function insertAfter(lines: Known[], to: readonly Known[], index: number): void {
  const line = to[index];
  if (line === undefined) return;
  let above = index - 1;
  let found = -1;
  for (; above >= 0 && found < 0; above--) {
    const candidate = to[above];
    if (candidate !== undefined && !isBlank(candidate))
      found = lines.findLastIndex(({ key }) => key === candidate.key);
    if (found >= 0) break;
  }
  let at = found + 1;
  for (let blanks = index - 1 - above; blanks > 0; blanks--) {
    const next = lines[at];
    if (next === undefined || !isBlank(next)) break;
    at += 1;
  }
  const eol = eolOf(lines);
  const previous = lines[at - 1];
  if (previous !== undefined && previous.eol === '') lines[at - 1] = { ...previous, eol };
  lines.splice(at, 0, { ...line, eol });
}

/** More pairs of lines than this are not compared: between where a text begins and ends to differ, all is new. */
const MOST_PAIRS = 4_000_000;

/** Lines that stayed, as pairs of indexes: those above and below the change, and the longest common run within it. */
function commonLines(a: readonly Known[], b: readonly Known[]): [number, number][] {
  const most = Math.min(a.length, b.length);
  let above = 0;
  while (above < most && a[above]?.key === b[above]?.key) above += 1;
  let below = 0;
  while (below < most - above && a.at(-1 - below)?.key === b.at(-1 - below)?.key) below += 1;
  const [from, to] = [a.slice(above, a.length - below), b.slice(above, b.length - below)];
  const within = from.length * to.length > MOST_PAIRS ? [] : longestCommon(from, to);
  return [
    ...Array.from({ length: above }, (_, at): [number, number] => [at, at]),
    ...within.map(([i, j]): [number, number] => [above + i, above + j]),
    ...Array.from({ length: below }, (_, at): [number, number] => [
      a.length - below + at,
      b.length - below + at,
    ]),
  ];
}

function longestCommon(a: readonly Known[], b: readonly Known[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a[i]?.key === b[j]?.key;
      lengths[i]?.fill(same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1)), j, j + 1);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.key === b[j]?.key) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}
