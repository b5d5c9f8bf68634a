// Merges our checkboxes, item by item, into a list that people tick, reorder and add to.
import type { ChecklistGroup } from '../domain/issue-body.ts';
import { type GroupLine, type ItemLine, findGroups, findItems } from './body-lines.ts';
import { headingAt, indentOf, isEmptyRegion, regionEnd } from './checklist-regions.ts';
import { groupText, groupWords, itemText } from './own-words.ts';
import { placeNested } from './place-nested.ts';
import { placeGroup, placesOf } from './place-group.ts';
import { withBox } from './set-box.ts';
import type { Line } from './split-lines.ts';

/** Updates, adds, moves and removes our lines in place; answers the line behind the last group. */
export function mergeChecklist(lines: Line[], groups: readonly ChecklistGroup[], cursor: number): number {
  const items = findItems(lines);
  const headings = findGroups(lines);
  rewriteHeadings(lines, headings, groups);
  rewriteItems(lines, items, groups);
  removeItems(lines, items, groups);
  removeHeadings(lines, groups);
  const last = groups.at(-1);
  if (last !== undefined && allInPlace(items, headings, groups))
    return regionEnd(lines, headingAt(lines, last.id));
  let end = cursor;
  for (const group of groups) {
    end = placeGroup(lines, topOf(group), end);
    if (placeNested(lines, group)) end = regionEnd(lines, headingAt(lines, group.id));
  }
  return end;
}

/** What is nested goes along with what it is nested below. */
function topOf(group: ChecklistGroup): ChecklistGroup {
  return { ...group, items: group.items.filter(({ under }) => under === undefined) };
}

function rewriteHeadings(
  lines: Line[],
  headings: readonly GroupLine[],
  groups: readonly ChecklistGroup[],
): void {
  const wanted = new Map(groups.map((group) => [group.id, group]));
  for (const found of headings) {
    const group = wanted.get(found.id);
    if (group === undefined) continue;
    setText(lines, found.at, sign(found, group) + groupText(group) + behind(found, groupWords(group)));
  }
}

/** What makes a heading goes where the group can be folded, and the other way round; what people put there stays. */
function sign(found: GroupLine, { fold }: ChecklistGroup): string {
  if (!found.isPlain) return found.before;
  if (fold !== undefined) return '';
  return found.before === '' ? '### ' : found.before;
}

function rewriteItems(lines: Line[], items: readonly ItemLine[], groups: readonly ChecklistGroup[]): void {
  const wanted = new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item] as const)));
  for (const found of items) {
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
function removeItems(lines: Line[], items: readonly ItemLine[], groups: readonly ChecklistGroup[]): void {
  const wanted = new Set(groups.flatMap((group) => group.items.map((item) => item.id)));
  const untouched = new Set(
    items.flatMap(({ at, id, isPlain, ticked, after }) =>
      wanted.has(id) || !isPlain || ticked || after.trim() !== '' ? [] : [at],
    ),
  );
  if (untouched.size === 0) return;
  const kept = withoutAlone(lines, untouched);
  lines.length = 0;
  for (const line of kept) lines.push(line);
}

/** The lines without those of `untouched` below which nothing is nested. */
function withoutAlone(lines: readonly Line[], untouched: ReadonlySet<number>): Line[] {
  const kept: Line[] = [];
  let below = 0;
  for (const [back, line] of lines.toReversed().entries()) {
    const indent = indentOf(line.text);
    if (untouched.has(lines.length - 1 - back) && below <= indent) continue;
    kept.push(line);
    if (line.text.trim() !== '') below = indent;
  }
  return kept.toReversed();
}

function removeHeadings(lines: Line[], groups: readonly ChecklistGroup[]): void {
  const wanted = new Set(groups.map((group) => group.id));
  for (const found of findGroups(lines).toReversed()) {
    const touched = !found.isPlain || found.after.trim() !== '';
    if (wanted.has(found.id) || touched || !isEmptyRegion(lines, found.at)) continue;
    lines.splice(found.at, regionEnd(lines, found.at) - found.at);
  }
}

/** Whether placing would move nothing, as on most days. */
function allInPlace(
  items: readonly ItemLine[],
  headings: readonly GroupLine[],
  groups: readonly ChecklistGroup[],
): boolean {
  const there = new Set(headings.map(({ id }) => id));
  const placed = placesOf(items);
  const known = new Set(items.map(({ id }) => id));
  return groups.every(
    (group) =>
      there.has(group.id) &&
      group.items.every(({ id, under }) =>
        under === undefined ? placed.has(`${id} ${group.id}`) : known.has(id),
      ),
  );
}

function setText(lines: Line[], at: number, text: string): void {
  const line = lines[at];
  if (line !== undefined && line.text !== text) lines[at] = { ...line, text };
}
