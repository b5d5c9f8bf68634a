// Reads and sets the ticks of our checklist items.
import { findItems } from './body-lines.ts';
import { setBox } from './set-box.ts';
import { joinLines, splitLines } from './split-lines.ts';

/** Whether each item is ticked, by id. Where a line was doubled, done wins. */
export function readTicks(body: string): ReadonlyMap<string, boolean> {
  const ticks = new Map<string, boolean>();
  for (const item of findItems(splitLines(body))) {
    ticks.set(item.id, item.ticked || ticks.get(item.id) === true);
  }
  return ticks;
}

/** The ids of all ticked items. */
export function tickedIds(body: string): ReadonlySet<string> {
  return new Set([...readTicks(body)].filter(([, ticked]) => ticked).map(([id]) => id));
}

/** The body with these items ticked; nothing else changes. */
export function tick(body: string, ids: ReadonlySet<string>): string {
  return setTicks(body, new Map([...ids].map((id) => [id, true])));
}

/** The body with these boxes set or cleared; nothing else changes. */
export function setTicks(body: string, wanted: ReadonlyMap<string, boolean>): string {
  const lines = splitLines(body);
  for (const item of findItems(lines)) {
    const on = wanted.get(item.id);
    if (on !== undefined) setBox(lines, item, on);
  }
  return joinLines(lines);
}
