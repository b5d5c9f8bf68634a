// Tells what people wrote into one of our blocks from our own words in it.
import type { BlockLines } from './body-lines.ts';
import { type Line, isLeftOpen, splitLines } from './split-lines.ts';

/**
 * `present` are the lines of the block with its markers, `wanted` those that it should have. As long as all our words
 * are still there, what stands between them is people's. Otherwise nobody can tell, and only what stands behind the
 * begin marker is theirs. Code that they left open is quoted: it would take all that follows along.
 */
export function peoplesLines(
  { after, isClosed }: BlockLines,
  present: readonly Line[],
  wanted: readonly string[],
): string[] {
  const inner = present.slice(1, isClosed ? -1 : undefined).map(({ text }) => text);
  const between = linesBetween(inner, wanted.slice(1, -1));
  const theirs = trimmed([...(after === '' ? [] : [after]), ...between]);
  return isLeftOpen(splitLines(theirs.join('\n'))) ? theirs.map((text) => `> ${text}`) : theirs;
}

/** The lines without the wanted ones, which stand among them in their order; none when one of those is missing. */
function linesBetween(present: readonly string[], wanted: readonly string[]): string[] {
  const open = wanted.filter((text) => text.trim() !== '');
  let next = 0;
  const between = present.filter((text) => {
    const isOurs = next < open.length && text === open[next];
    if (isOurs) next += 1;
    return !isOurs;
  });
  return next === open.length ? between : [];
}

/** Without blank lines at either end, and with one at a time between. */
function trimmed(texts: readonly string[]): string[] {
  const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
  const kept = texts.filter((text, at) => !isBlank(text) || !isBlank(texts[at - 1]));
  if (isBlank(kept.at(-1))) kept.pop();
  if (isBlank(kept[0])) kept.shift();
  return kept;
}
