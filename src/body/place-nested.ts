// Puts nested items of ours below the item that they belong to; where people moved one, it stays.
import type { ChecklistGroup, ChecklistItem } from '../domain/issue-body.ts';
import { type ItemLine, findItems } from './body-lines.ts';
import { subLines } from './checklist-regions.ts';
import { insertItems } from './insert-lines.ts';
import { itemLine } from './render-body.ts';
import { type Line, eolOf } from './split-lines.ts';

/** Puts in those of the group that stand nowhere; answers whether there were any. */
export function placeNested(lines: Line[], group: ChecklistGroup): boolean {
  const known = new Set(findItems(lines).map(({ id }) => id));
  const missing = group.items.filter(({ id, under }) => under !== undefined && !known.has(id));
  for (const item of missing) place(lines, item, group);
  return missing.length > 0;
}

/** Behind the nearest earlier one that still stands below the same item, else at the end of that item. */
function place(lines: Line[], item: ChecklistItem, group: ChecklistGroup): void {
  const items = findItems(lines);
  const above = items.find(({ id }) => id === item.under);
  if (above === undefined) return;
  const end = above.at + subLines(lines, above.at);
  const before = group.items.slice(0, group.items.indexOf(item)).map(({ id }) => id);
  const sibling = items.findLast(
    ({ id, group: under, at }) => under === item.under && before.includes(id) && at > above.at && at <= end,
  );
  const [at, indent] =
    sibling === undefined
      ? [end + 1, within(above)]
      : [sibling.at + 1 + subLines(lines, sibling.at), spaceBefore(sibling)];
  insertItems(lines, at, [{ text: indent + itemLine(item, group.id), eol: eolOf(lines) }]);
}

/** What a line begins with that is nested below the item: as far in as its words. */
function within({ before }: ItemLine): string {
  const [, space = '', bullet = '- '] = /^(\s*)([-*+] |\d{1,9}[.)] )/.exec(before) ?? [];
  return space + ' '.repeat(bullet.length);
}

function spaceBefore({ before }: ItemLine): string {
  return /^\s*/.exec(before)?.[0] ?? '';
}
