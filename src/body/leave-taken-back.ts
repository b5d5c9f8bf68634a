// Keeps a run from setting a box again that somebody set and took back since the run looked.
import type { BodyDocument, ChecklistItem } from '../domain/issue-body.ts';
import { sameBody } from './overrun.ts';
import { readTicks } from './ticks.ts';

interface Now {
  readonly body: string;
  /** Texts of the body after each edit, newest first. */
  readonly history: readonly string[];
}

/**
 * The document without the ticks that have been set since `seen`, the body that the plan was made for, and are
 * not there now: another run was faster, and a person has answered. The next run sees all of it.
 */
export function leaveTakenBack(document: BodyDocument, seen: string, { body, history }: Now): BodyDocument {
  if (sameBody(body, seen)) return document;
  const at = history.findIndex((text) => sameBody(text, seen));
  const since = history.slice(0, at < 0 ? history.length : at).map(readTicks);
  const there = readTicks(body);
  const isTakenBack = ({ id, ticked }: ChecklistItem): boolean =>
    ticked !== undefined &&
    there.has(id) &&
    there.get(id) !== ticked &&
    since.some((ticks) => ticks.get(id) === ticked);
  const keep = (item: ChecklistItem): ChecklistItem =>
    isTakenBack(item) ? { ...item, ticked: undefined } : item;
  if (
    !document.parts.some(
      (part) => part.kind === 'checklist' && part.groups.some(({ items }) => items.some(isTakenBack)),
    )
  )
    return document;
  return {
    ...document,
    parts: document.parts.map((part) =>
      part.kind === 'block'
        ? part
        : { ...part, groups: part.groups.map((group) => ({ ...group, items: group.items.map(keep) })) },
    ),
  };
}
