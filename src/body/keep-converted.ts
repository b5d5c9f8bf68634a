// Knows a task again whose line GitHub turned into a reference to an issue, and keeps the reference behind its words.
import { type ItemLine, findGroups, findItems } from './body-lines.ts';
import { itemText } from './own-words.ts';
import { type Line, readAgain } from './split-lines.ts';

/** What "Convert to issue" leaves of a line: bullet, box and number. */
const REFERENCE = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s+)(#\d+)\s*$/;

/**
 * The lines with our words before each such reference. `last` is how we wrote them: a reference is a task of ours where
 * between the same two lines of ours as many references came as tasks went.
 */
export function keepConverted(lines: readonly Line[], last: readonly Line[]): readonly Line[] {
  const here = new Set(findItems(lines).map(({ id }) => id));
  const gone = findItems(last).filter(({ id }) => !here.has(id));
  const known = new Set(last.map(({ text }) => text));
  const came = lines.flatMap(({ text, dead }, at) =>
    dead === undefined && REFERENCE.test(text) && !known.has(text) ? [at] : [],
  );
  if (came.length === 0) return lines;
  const kept = (id: string): boolean => here.has(id);
  const placeOf = { last: gapsOf(last, kept), here: gapsOf(lines, kept) };
  const copy = [...lines];
  for (const [gap, items] of grouped(gone, ({ at }) => placeOf.last(at))) {
    const places = came.filter((at) => placeOf.here(at) === gap);
    if (places.length !== items.length) continue;
    for (const [index, at] of places.entries()) {
      const [line, item] = [lines[at], items[index]];
      if (line !== undefined && item !== undefined) copy[at] = restored(line, item);
    }
  }
  return readAgain(copy, lines);
}

function restored(line: Line, item: ItemLine): Line {
  const [, before = '', number = ''] = REFERENCE.exec(line.text) ?? [];
  // The words of a task that has an issue end with its number.
  const behind = item.text.split(' ').includes(number) ? '' : ` ${number}`;
  return {
    ...line,
    text: `${before}${itemText(item.id, item.group, item.text)}${behind}`,
    foreign: undefined,
  };
}

/** Between which lines of ours that stayed a line stands, as one word. */
function gapsOf(lines: readonly Line[], kept: (id: string) => boolean): (at: number) => string {
  const fixed = [
    ...findItems(lines).flatMap(({ at, id }) => (kept(id) ? [{ at, name: `task ${id}` }] : [])),
    ...findGroups(lines).map(({ at, id }) => ({ at, name: `group ${id}` })),
  ].toSorted((a, b) => a.at - b.at);
  return (at) => {
    const above = fixed.findLast((one) => one.at < at)?.name ?? 'top';
    const below = fixed.find((one) => one.at > at)?.name ?? 'end';
    return `${above} ${below}`;
  };
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}
