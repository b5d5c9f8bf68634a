// Merges our checkboxes, item by item, into a list that people tick, reorder and add to.
import type { ChecklistGroup, ChecklistItem } from '../domain/issue-body.ts';
import { type GroupLine, type ItemLine, findGroups, findItems } from './body-lines.ts';
import { insertItems, insertLines } from './insert-lines.ts';
import { groupText, itemText } from './own-words.ts';
import { headingLine, itemLine } from './render-body.ts';
import { withBox } from './set-box.ts';
import { type Line, eolOf } from './split-lines.ts';

/** Updates, adds, moves and removes our lines in place; answers the line behind the last group. */
export function mergeChecklist(lines: Line[], groups: readonly ChecklistGroup[], cursor: number): number {
  rewriteHeadings(lines, groups);
  rewriteItems(lines, groups);
  removeDropped(lines, groups);
  const last = groups.at(-1);
  if (last !== undefined && allInPlace(lines, groups)) return regionEnd(lines, headingAt(lines, last.id));
  let end = cursor;
  for (const group of groups) end = placeGroup(lines, group, end);
  return end;
}

function rewriteHeadings(lines: Line[], groups: readonly ChecklistGroup[]): void {
  const wanted = new Map(groups.map((group) => [group.id, group.heading]));
  for (const found of findGroups(lines)) {
    const heading = wanted.get(found.id);
    if (heading === undefined) continue;
    setText(lines, found.at, found.before + groupText(found.id, heading) + behind(found, heading));
  }
}

function rewriteItems(lines: Line[], groups: readonly ChecklistGroup[]): void {
  const wanted = new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item] as const)));
  for (const found of findItems(lines)) {
    const item = wanted.get(found.id);
    if (item === undefined) continue;
    const before = withBox(found, item.ticked ?? found.ticked);
    setText(lines, found.at, before + itemText(found.id, found.group, item.text) + behind(found, item.text));
  }
}

/** What people wrote behind our words, where somebody deleted the mark between, too. */
function behind({ after, isClosed }: ItemLine | GroupLine, ours: string): string {
  if (isClosed) return after;
  return after.startsWith(ours) ? after.slice(ours.length) : ` ${after.trimStart()}`;
}

/** Takes out what the plan no longer has, unless it is ticked or people wrote on it: that is history or theirs. */
function removeDropped(lines: Line[], groups: readonly ChecklistGroup[]): void {
  const wanted = new Set(groups.flatMap((group) => group.items.map((item) => item.id)));
  for (const found of findItems(lines).toReversed()) {
    const untouched =
      found.isPlain && !found.ticked && found.after.trim() === '' && subLines(lines, found.at) === 0;
    if (!wanted.has(found.id) && untouched) lines.splice(found.at, 1);
  }
  const weeks = new Set(groups.map((group) => group.id));
  for (const found of findGroups(lines).toReversed()) {
    const touched = !found.isPlain || found.after.trim() !== '';
    if (weeks.has(found.id) || touched || !isEmptyRegion(lines, found.at)) continue;
    lines.splice(found.at, regionEnd(lines, found.at) - found.at);
  }
}

/** Whether placing would move nothing, as on most days. */
function allInPlace(lines: readonly Line[], groups: readonly ChecklistGroup[]): boolean {
  const headings = new Set(findGroups(lines).map(({ id }) => id));
  const placed = placesOf(lines);
  return groups.every(
    ({ id, items }) => headings.has(id) && items.every((item) => placed.has(`${item.id} ${id}`)),
  );
}

/** Each item with the group in which we put it; a line that people doubled may be in two. */
function placesOf(lines: readonly Line[]): Set<string> {
  return new Set(findItems(lines).map(({ id, group }) => `${id} ${group}`));
}

/** Puts the heading and its items where they belong; answers the end of the group. */
function placeGroup(lines: Line[], group: ChecklistGroup, cursor: number): number {
  if (findGroups(lines).every((found) => found.id !== group.id))
    insertLines(lines, cursor, [headingLine(group)]);
  const placed = placesOf(lines);
  group.items.forEach((item, index) => {
    if (!placed.has(`${item.id} ${group.id}`)) placeItem(lines, group, item, index);
  });
  return regionEnd(lines, headingAt(lines, group.id));
}

function placeItem(lines: Line[], group: ChecklistGroup, item: ChecklistItem, index: number): void {
  const found = findItems(lines).find((candidate) => candidate.id === item.id);
  const moved =
    found === undefined
      ? [{ text: itemLine(item, group.id), eol: eolOf(lines) }]
      : takeOut(lines, found, group.id);
  insertItem(lines, group, index, moved);
}

/** Removes an item with what people nested under it, and names its new group in it. It comes out of what it was nested in. */
function takeOut(lines: Line[], found: ItemLine, group: string): Line[] {
  const taken = lines.splice(found.at, 1 + subLines(lines, found.at));
  const eol = eolOf(lines);
  const indent = indentOf(taken[0]?.text ?? '');
  const first = found.before + itemText(found.id, group, found.text) + found.after;
  return taken.map((line, index) => ({
    ...line,
    text: (index === 0 ? first : line.text).slice(indent),
    eol: line.eol === '' ? eol : line.eol,
  }));
}

/** Inserts behind the nearest earlier item of the group, else before the first later one, else under the heading. */
function insertItem(lines: Line[], group: ChecklistGroup, index: number, texts: readonly Line[]): void {
  const heading = headingAt(lines, group.id);
  const end = regionEnd(lines, heading);
  const inGroup = findItems(lines).filter((item) => item.at > heading && item.at < end);
  const earlier = group.items
    .slice(0, index)
    .toReversed()
    .map((item) => inGroup.find((line) => line.id === item.id));
  const behind = earlier.find((line) => line !== undefined);
  if (behind !== undefined) return insertItems(lines, behind.at + 1 + subLines(lines, behind.at), texts);
  const first = inGroup[0];
  if (first !== undefined) return insertItems(lines, first.at, texts);
  insertLines(
    lines,
    heading + 1,
    texts.map((line) => line.text),
  );
}

function headingAt(lines: readonly Line[], id: string): number {
  return findGroups(lines).find((found) => found.id === id)?.at ?? lines.length;
}

/** The first line behind a heading's group: the next heading or marker line. */
function regionEnd(lines: readonly Line[], heading: number): number {
  for (let at = heading + 1; at < lines.length; at++) {
    const line = lines[at];
    if (line?.dead !== undefined) continue;
    if (/^#{1,6}\s|^<!-- relcomms:(begin|end|v1) /.test(line?.text ?? '')) return at;
  }
  return lines.length;
}

function isEmptyRegion(lines: readonly Line[], heading: number): boolean {
  return lines.slice(heading + 1, regionEnd(lines, heading)).every((line) => line.text.trim() === '');
}

/** How many lines below belong to the item: deeper indented, or blank between such. */
function subLines(lines: readonly Line[], at: number): number {
  const indent = indentOf(lines[at]?.text ?? '');
  let count = 0;
  for (let next = at + 1; next < lines.length; next++) {
    const text = lines[next]?.text ?? '';
    if (text.trim() === '') continue;
    if (indentOf(text) <= indent) break;
    count = next - at;
  }
  return count;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function setText(lines: Line[], at: number, text: string): void {
  const line = lines[at];
  if (line !== undefined) lines[at] = { ...line, text };
}
