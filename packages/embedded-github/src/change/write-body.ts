// Replaces a body and keeps its history as GitHub does.
import type { Account } from '../model/account.ts';
import type { World } from '../model/world.ts';
import type { Writing } from '../model/writing.ts';

/**
 * Writes the new body. The history begins with the first edit, which also records the creation;
 * a body that stays the same is no edit. Returns the former text, or undefined when nothing changed.
 */
export function writeBody(
  world: World,
  writing: Writing,
  editor: Account,
  body: string | null,
): string | undefined {
  const former = writing.body ?? '';
  if (former === (body ?? '')) return undefined;
  if (writing.edits.length === 0)
    writing.edits.push({ id: world.nextId(), editor: writing.author, at: writing.createdAt, text: former });
  writing.edits.push({ id: world.nextId(), editor, at: world.now(), text: body ?? '' });
  writing.body = body;
  writing.updatedAt = world.now();
  return former;
}
