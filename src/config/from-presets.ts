// What presets plan with, so that a cycle of the file's own can be held against it.
import type { FromPresets } from '../domain/spec.ts';
import { TIMING } from './merge-tasks.ts';
import { itemsOf } from './rules/rule.ts';
import { type MapNode, textAt } from './yaml/node.ts';

/** `inherited` are the presets in one, `own` is the file. Undefined where no preset has a cycle. */
export function fromPresets(inherited: MapNode, own: MapNode): FromPresets | undefined {
  const releaseWeek = Number(textAt(inherited.entries.get('cycle')?.value, 'release-week'));
  if (!Number.isInteger(releaseWeek)) return undefined;
  const timed = new Set(
    itemsOf(own, 'tasks').flatMap((task) =>
      task.kind === 'map' && TIMING.some((key) => task.entries.has(key)) ? [textAt(task, 'id')] : [],
    ),
  );
  const tasks = itemsOf(inherited, 'tasks').flatMap((task) => textAt(task, 'id') ?? []);
  return { releaseWeek, tasks: tasks.filter((id) => !timed.has(id)) };
}
