// Another run may have said the same in the same moment: the older comment stays, and ours says what is left, or goes.
import { type CommentPart, commentOf } from '../../../text/comment-text.ts';
import { statusOf } from '../../failure.ts';
import { toldName } from '../find-own-comments.ts';
import type { World } from '../world.ts';
import type { Found, There } from './find-comments.ts';
import type { OneWrite } from './mutation.ts';
import type { Made } from './read-answers.ts';
import { type Fates, type MakeWish, type Ready, isMake, look, sendAll, soughtBy } from './send-wishes.ts';

/** A comment that says something which an older one says, and what is done about it. */
interface Younger {
  readonly wish: MakeWish;
  /** Keys of what the older ones say. */
  readonly repeated: readonly string[];
  readonly isOurs: boolean;
  readonly write: Exclude<OneWrite, { kind: 'make' }>;
}

export async function giveWay(world: World, ready: readonly Ready[], fates: Fates): Promise<void> {
  const made = ready.filter(({ wish }) => isMake(wish) && fates.get(wish)?.kind === 'done');
  const found = await look(world, made.flatMap(soughtBy));
  const younger = made.flatMap(({ wish, parts }): Younger[] => {
    if (!isMake(wish)) return [];
    const fate = fates.get(wish);
    return youngerOf(wish, parts, found.get(wish) ?? [], fate?.kind === 'done' ? fate.made : undefined);
  });
  const gone: Fates = new Map();
  const writes = younger.map(({ write }) => ({ wish: write, write, parts: [] }));
  // What is begun is finished, although the process is to end or something else was refused.
  await sendAll(world, writes, gone, undefined);
  for (const { wish, repeated, isOurs, write } of younger) {
    const fate = gone.get(write);
    for (const key of repeated) world.told.delete(toldName(wish.number, key));
    if (fate?.kind === 'failed' && statusOf(fate.error) !== 404) fates.set(wish, fate);
    else if (isOurs && write.kind === 'remove') fates.set(wish, { kind: 'there' });
  }
}

/** Ours, where we know which it is; else every one that may be. One that says more than we know of is left alone. */
function youngerOf(
  wish: MakeWish,
  parts: readonly CommentPart[],
  found: readonly Found[],
  own: Made | undefined,
): Younger[] {
  const oldest = new Map<string, number>();
  const comments = new Map<number, There>();
  for (const [index, one] of found.entries())
    for (const there of one.kind === 'found' ? one.there : []) {
      const key = parts[index]?.key ?? '';
      oldest.set(key, Math.min(oldest.get(key) ?? Infinity, there.commentId));
      comments.set(there.commentId, there);
    }
  const all = [...comments.values()].filter(
    ({ commentId }) => own === undefined || commentId === own.commentId,
  );
  return all.flatMap(({ commentId, id = own?.id, keys = parts.map(({ key }) => key) }): Younger[] => {
    const repeated = keys.filter((key) => (oldest.get(key) ?? commentId) < commentId);
    const rest = keys.flatMap((key) =>
      repeated.includes(key) ? [] : [parts.find((one) => one.key === key)],
    );
    const known = rest.filter((part) => part !== undefined);
    if (id === undefined || repeated.length === 0 || known.length < rest.length) return [];
    const write: Younger['write'] =
      known.length === 0 ? { kind: 'remove', id } : { kind: 'edit', id, text: commentOf(known) };
    return [{ wish, repeated, isOurs: commentId === own?.commentId, write }];
  });
}
