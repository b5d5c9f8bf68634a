// Writes a body document as Markdown for an issue that does not exist yet.
import type {
  BodyBlock,
  BodyChecklist,
  BodyDocument,
  ChecklistGroup,
  ChecklistItem,
} from '../domain/issue-body.ts';
import { withNumbers } from './issue-token.ts';
import { beginMarker, endMarker, groupText, itemText } from './own-words.ts';
import { markerLine } from '../text/marker.ts';

/** The whole body; merging the same document into it changes nothing. */
export function renderBody(document: BodyDocument): string {
  const parts = document.parts.map((part) => partLines(part).join('\n'));
  return `${[markerLine(document.key), ...parts].join('\n\n')}\n`;
}

/** The lines of a block with its markers. */
export function blockLines(block: BodyBlock): string[] {
  const text = withNumbers(block.text, () => undefined);
  const inner = ['', ...text.split('\n'), ''];
  return [beginMarker(block.name, inner.length), ...inner, endMarker(block.name)];
}

/** The line above the items of a group. */
export function headingLine(group: ChecklistGroup): string {
  return `${group.fold === undefined ? '### ' : ''}${groupText(group)}`;
}

/** A new checkbox line; the mark of a nested one names what it is nested below, in whatever group that is. */
export function itemLine(item: ChecklistItem, group: string): string {
  return `- [${item.ticked === true ? 'x' : ' '}] ${itemText(item.id, placeOf(item, group), item.text)}`;
}

/** What the mark of an item says of its place. */
export function placeOf({ under }: ChecklistItem, group: string): string {
  return under ?? group;
}

function partLines(part: BodyBlock | BodyChecklist): string[] {
  return part.kind === 'block' ? blockLines(part) : part.groups.flatMap(groupLines).slice(0, -1);
}

function groupLines(group: ChecklistGroup): string[] {
  const items = group.items.map(
    (item) => `${item.under === undefined ? '' : '  '}${itemLine(item, group.id)}`,
  );
  return items.length === 0 ? [headingLine(group), ''] : [headingLine(group), '', ...items, ''];
}
