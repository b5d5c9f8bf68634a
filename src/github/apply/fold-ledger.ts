// Brings a log together that two runs began at once: the older comment says all, the younger ones are folded away.
import type { FoldLedger } from '../../domain/operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { foldedAway, readTogether } from '../../memory/fold-ledger.ts';
import { ledgerKey, readState } from '../../memory/ledger.ts';
import { readMarker } from '../../text/marker.ts';
import { statusOf } from '../failure.ts';
import { MINIMISE } from './minimise-comment.ts';
import { type OwnComment, readOwnComment } from './read-own-comment.ts';
import { type World, know } from './world.ts';
import { extendLedger } from './write-ledger.ts';

/** The older one first: whatever breaks off then, nothing is lost, and the next run goes on. */
export async function foldLedger(world: World, operation: FoldLedger): Promise<Written> {
  const { number, key, commentId } = operation;
  const younger: (OwnComment & { readonly id: number })[] = [];
  for (const id of operation.younger) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    const read = await unlessGone(() => readOwnComment(world, id));
    if (read !== undefined && readMarker(read.text) === ledgerKey(key)) younger.push({ ...read, id });
  }
  if (younger.length === 0) return { outcome: 'already', number };
  const older = await readOwnComment(world, commentId);
  const all = readTogether([older.text, ...younger.map(({ text }) => text)]);
  const written = await extendLedger(world, number, commentId, { key, ...all, base: readState(older.text) });
  if (written.outcome === 'failed') return written;
  for (const { id, nodeId, current } of younger) {
    // oxlint-disable-next-line no-await-in-loop -- see above
    await write(world, id, current, foldedAway(current, key, commentId));
    // oxlint-disable-next-line no-await-in-loop -- see above
    await world.github.graphql(MINIMISE, { id: nodeId, classifier: 'DUPLICATE' });
  }
  return { outcome: 'done', number };
}

async function write(world: World, commentId: number, before: string, body: string): Promise<void> {
  if (body === before) return;
  const { owner, repo, request } = world.github;
  const place = { owner, repo, comment_id: commentId };
  await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, body });
  know(world, commentId, body);
}

async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
