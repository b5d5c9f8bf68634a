// Brings a record together that two runs began at once: the older comment says all, the younger ones are folded away.
import type { FoldRecord } from '../../domain/fold-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { foldedRecord, recordTogether } from '../../memory/fold-record.ts';
import { foldAway, overwrite, readYounger } from './fold-away.ts';
import { readOwnComment } from './read-own-comment.ts';
import type { World } from './world.ts';

/** The older one first: whatever breaks off then, nothing is lost, and the next run goes on. */
export async function foldRecord(world: World, operation: FoldRecord): Promise<Written> {
  const { number, key, commentId } = operation;
  const younger = await readYounger(world, operation.younger, key);
  if (younger.length === 0) return { outcome: 'already', number };
  const older = await readOwnComment(world, commentId);
  const body = recordTogether(
    older.text,
    younger.map(({ text }) => text),
  );
  if (body === undefined)
    return { outcome: 'soft', number, detail: 'both count, since one comment has no room for all of it' };
  await overwrite(world, commentId, older.current, body);
  await foldAway(world, younger, (text) => foldedRecord(text, key, commentId));
  return { outcome: 'done', number };
}
