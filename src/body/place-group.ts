// Puts the items of one group where they belong: those that are new, and those that came from another group.
import type { ChecklistGroup } from '../domain/issue-body.ts';
import { type ItemLine, findItems } from './body-lines.ts';
import { headingAt, indentOf, regionEnd, subLines } from './checklist-regions.ts';
import { insertItems, insertLines } from './insert-lines.ts';
import { itemText } from './own-words.ts';
import { headingLine, itemLine } from './render-body.ts';
import { type Line, eolOf } from './split-lines.ts';

/** Each item with the group in which we put it, as `item group`; a line that people doubled may be in two. */
export function placesOf(items: readonly ItemLine[]): Set<string> {
  return new Set(items.map(({ id, group }) => `${id} ${group}`));
}

/** Puts the heading and its items where they belong; answers the end of the group. */
export function placeGroup(lines: Line[], group: ChecklistGroup, cursor: number): number {
  const heading = headingAt(lines, group.id);
  const isThere = heading < lines.length;
  if (!isThere) insertLines(lines, cursor, [headingLine(group)]);
  const coming = comingItems(lines, group);
  if (coming.size === 0 && isThere) return regionEnd(lines, heading);
  for (const [behind, texts] of runsOf(lines, group, coming)) insertRun(lines, group.id, behind, texts);
  return regionEnd(lines, headingAt(lines, group.id));
}

/** The lines of the items that are not in the group yet, by id; those of other groups are taken out there. */
function comingItems(lines: Line[], group: ChecklistGroup): ReadonlyMap<string, readonly Line[]> {
  const items = findItems(lines);
  const placed = placesOf(items);
  const elsewhere = new Set(items.map(({ id }) => id));
  const missing = group.items.filter(({ id }) => !placed.has(`${id} ${group.id}`));
  const eol = eolOf(lines);
  return new Map(
    missing.map((item) => {
      const found = elsewhere.has(item.id) ? findItems(lines).find(({ id }) => id === item.id) : undefined;
      const fresh = { text: itemLine(item, group.id), eol };
      return [item.id, found === undefined ? [fresh] : takeOut(lines, found, group.id, eol)];
    }),
  );
}

/** Removes an item with what people nested under it, and names its new group in it. It comes out of what it was nested in. */
function takeOut(lines: Line[], found: ItemLine, group: string, eol: string): Line[] {
  const taken = lines.splice(found.at, 1 + subLines(lines, found.at));
  const indent = indentOf(taken[0]?.text ?? '');
  const first = found.before + itemText(found.id, group, found.text) + found.after;
  return taken.map((line, index) => ({
    ...line,
    text: (index === 0 ? first : line.text).slice(indent),
    eol: line.eol === '' ? eol : line.eol,
  }));
}

/** Lines that come in together, by the id of the nearest earlier item of the group that is there; '' without one. */
function runsOf(
  lines: readonly Line[],
  group: ChecklistGroup,
  coming: ReadonlyMap<string, readonly Line[]>,
): Map<string, Line[]> {
  const there = new Set(itemsIn(lines, group.id).map(({ id }) => id));
  const runs = new Map<string, Line[]>();
  let behind = '';
  for (const { id } of group.items) {
    const texts = coming.get(id);
    if (texts !== undefined) runs.set(behind, [...(runs.get(behind) ?? []), ...texts]);
    else if (there.has(id)) behind = id;
  }
  return runs;
}

function itemsIn(lines: readonly Line[], group: string): ItemLine[] {
  const heading = headingAt(lines, group);
  const end = regionEnd(lines, heading);
  return findItems(lines).filter((item) => item.at > heading && item.at < end);
}

/** Inserts behind the item of that id, without one before the first of the group, else under the heading. */
function insertRun(lines: Line[], group: string, behind: string, texts: readonly Line[]): void {
  const inGroup = itemsIn(lines, group);
  const above = inGroup.find(({ id }) => id === behind);
  if (above !== undefined) return insertItems(lines, above.at + 1 + subLines(lines, above.at), texts);
  const [first] = inGroup;
  if (first !== undefined) return insertItems(lines, first.at, texts);
  insertLines(
    lines,
    headingAt(lines, group) + 1,
    texts.map(({ text }) => text),
  );
}
