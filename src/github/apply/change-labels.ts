// Puts labels on an issue or a pull request and takes them off; both may be repeated without harm.
import type { AddLabels, RemoveLabel } from '../../domain/operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, labelsThere, owing } from './world.ts';
import { type Writer, eachAlone } from './writer.ts';

/** Those that could not be made are left out: GitHub would make them itself. */
export async function addLabels(
  world: World,
  { number, labels, entry }: AddLabels,
  writes: Writer = eachAlone(world),
): Promise<Written> {
  const there = labelsThere(world, labels);
  if (there.length === 0) {
    if (entry !== undefined) world.unwritten.add(entry);
    return { outcome: 'not-tried', number, detail: `the label ${labels.join(', ')} could not be created` };
  }
  await owing(world, entry, () => writes.putOn({ number, labels: there }));
  return { outcome: 'done', number };
}

/** One that is gone already is fine. */
export async function removeLabel(
  world: World,
  { number, label, entry }: RemoveLabel,
  writes: Writer = eachAlone(world),
): Promise<Written> {
  const wasThere = await owing(world, entry, () => writes.takeOff({ number, label }));
  return { outcome: wasThere ? 'done' : 'already', number };
}
