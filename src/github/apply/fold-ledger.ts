// Brings a log together that two runs began at once: the older comment says all, the younger ones are folded away.
import type { FoldLedger } from '../../domain/fold-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { foldedAway, readTogether } from '../../memory/fold-ledger.ts';
import { ledgerKey, readState } from '../../memory/ledger.ts';
import { foldAway, readYounger } from './fold-away.ts';
import { readOwnComment } from './read-own-comment.ts';
import type { World } from './world.ts';
import { extendLedger } from './write-ledger.ts';

/** The older one first: whatever breaks off then, nothing is lost, and the next run goes on. */
export async function foldLedger(world: World, operation: FoldLedger): Promise<Written> {
  const { number, key, commentId } = operation;
  const younger = await readYounger(world, operation.younger, ledgerKey(key));
  if (younger.length === 0) return { outcome: 'already', number };
  const older = await readOwnComment(world, commentId);
  const all = readTogether([older.text, ...younger.map(({ text }) => text)]);
  const written = await extendLedger(world, number, commentId, { key, ...all, base: readState(older.text) });
  if (written.outcome === 'failed') return written;
  await foldAway(world, younger, (text) => foldedAway(text, key, commentId));
  return { outcome: 'done', number };
}
