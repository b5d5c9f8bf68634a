// Merges tasks by id: the keys that the later one gives win, and `remove: yes` takes one away.
import { type NothingToRemove, isRemoval } from './removal.ts';
import { type Node, textAt } from './yaml/node.ts';

/** Keys of a task that say when it is due: one that a later layer gives takes the place of all earlier ones. */
export const TIMING = ['week', 'due', 'span'];

/**
 * `tell` gets the removals that remove nothing. Only what an earlier layer brought can be changed; a second task of
 * the same layer stays for the rules.
 */
export function mergeTasks(base: Node | undefined, over: Node, tell: NothingToRemove): Node {
  if (over.kind !== 'list') return over.kind === 'nothing' && base !== undefined ? base : over;
  const before = base?.kind === 'list' ? base.items : [];
  const ids = before.map((task) => textAt(task, 'id'));
  const places = new Map(ids.map((id, index) => [id, index] as const).toReversed());
  const items: (Node | undefined)[] = [...before];
  for (const task of over.items) {
    const id = textAt(task, 'id');
    const index = id === undefined ? undefined : places.get(id);
    const earlier = index === undefined ? undefined : items[index];
    places.delete(id);
    if (index === undefined || earlier === undefined) {
      if (isRemoval(task)) tell(id ?? '', ids, task.at);
      else items.push(task);
    } else items[index] = isRemoval(task) ? undefined : mergeTask(earlier, task);
  }
  return { ...over, items: items.filter((task) => task !== undefined) };
}

function mergeTask(base: Node, over: Node): Node {
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const entries = new Map(base.entries);
  if (TIMING.some((key) => over.entries.has(key))) for (const key of TIMING) entries.delete(key);
  if (over.entries.has('span')) for (const key of ['every', 'until']) entries.delete(key);
  for (const [key, entry] of over.entries) if (entry.value.kind !== 'nothing') entries.set(key, entry);
  return { ...over, entries };
}
