// Sets or clears the box of one checklist item; every other byte of its line stays.
import { BOX, type ItemLine } from './body-lines.ts';
import type { Line } from './split-lines.ts';

/** What stands before an item's words, with its box so; a bullet that lost its box gets one. */
export function withBox({ before, ticked }: ItemLine, on: boolean): string {
  const box = on ? '[x]' : '[ ]';
  if (!BOX.test(before)) return `${before}${box} `;
  return on === ticked ? before : before.replace(BOX, box);
}

/** Changes the line of the item in place. */
export function setBox(lines: Line[], item: ItemLine, on: boolean): void {
  const line = lines[item.at];
  if (line === undefined || on === item.ticked) return;
  lines[item.at] = { ...line, text: withBox(item, on) + line.text.slice(item.before.length) };
}
