// Sends many writes on comments or labels in few requests, twenty in each, and tries once more what got lost.
import { type CommentPart, commentOf } from '../../../text/comment-text.ts';
import { isAmbiguous, isLimit } from '../../failure.ts';
import { isGraphqlFailure } from '../../graphql.ts';
import { heldBy, isHeld } from '../../held.ts';
import { toldName } from '../find-own-comments.ts';
import { TRIES } from '../send-or-find.ts';
import type { World } from '../world.ts';
import { type Found, findComments } from './find-comments.ts';
import { type OneWrite, mutationFor } from './mutation.ts';
import { type Answer, type Made, readAnswers } from './read-answers.ts';

/** A comment to be made, which says one thing or several; or another write, ready to be sent. */
export type Wish =
  | {
      readonly kind: 'make';
      /** Of the issue or the pull request. */
      readonly number: number;
      readonly parts: readonly CommentPart[];
    }
  | Exclude<OneWrite, { kind: 'make' }>;

/** `done`: it took; without `made`, a lost answer keeps from us which comment it was. `there`: others say it all. */
export type Fate =
  | { readonly kind: 'done'; readonly made?: Made | undefined }
  | { readonly kind: 'there' }
  | { readonly kind: 'failed'; readonly error: unknown };

export type MakeWish = Extract<Wish, { kind: 'make' }>;
export type Fates = Map<Wish, Fate>;

export interface Ready {
  readonly wish: Wish;
  readonly write: OneWrite;
  /** What of a comment is missing, and said by this write; empty for all others. */
  readonly parts: readonly CommentPart[];
}

/** Writes of one request: GitHub takes 80 pieces of content a minute, and ten seconds for an answer. */
const AT_ONCE = 20;

/** Sends them, and notes what became of each; what is made is marked as made before anybody looks for others. */
export async function sendAll(
  world: World,
  ready: readonly Ready[],
  fates: Fates,
  stop: AbortSignal | undefined,
): Promise<void> {
  for (let at = 0; at < ready.length; at += AT_ONCE) {
    const over = whyOver(fates, stop);
    const some = ready.slice(at, at + AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- GitHub asks for serial writes
    if (over === undefined) await sendSome(world, some, fates);
    else for (const { wish } of some) fates.set(wish, { kind: 'failed', error: over });
  }
}

/** All but what is said there, and that of which nobody knows whether it is. */
export async function whatIsMissing(
  world: World,
  wishes: readonly Wish[],
  fates: Fates,
): Promise<readonly Ready[]> {
  const found = await look(
    world,
    wishes.filter(isMake).map((wish) => ({ wish, parts: wish.parts })),
  );
  return wishes.flatMap((wish): Ready[] => {
    if (!isMake(wish)) return [{ wish, write: wish, parts: [] }];
    const there = found.get(wish) ?? [];
    const ready = stillMissing(wish, wish.parts, there);
    if (typeof ready !== 'string') return [ready];
    const error = there.find((one) => one.kind === 'unknown')?.error;
    fates.set(wish, ready === 'there' ? { kind: 'there' } : { kind: 'failed', error });
    return [];
  });
}

function isMissing(found: Found | undefined): boolean {
  return found?.kind === 'found' && found.there.length === 0;
}

export function isMake(wish: Wish): wish is MakeWish {
  return wish.kind === 'make';
}

interface Sought {
  readonly wish: MakeWish;
  readonly parts: readonly CommentPart[];
}

/** What is there of each part, in their order. A look that fails leaves all that it was for unknown. */
export async function look(
  world: World,
  sought: readonly Sought[],
): Promise<ReadonlyMap<MakeWish, readonly Found[]>> {
  const all = sought.flatMap(({ wish: { number }, parts }) => parts.map(({ key }) => ({ number, key })));
  if (all.length === 0) return new Map();
  const found = await findComments(world, all).catch((error: unknown): Found[] =>
    all.map(() => ({ kind: 'unknown', error })),
  );
  let at = 0;
  return new Map(
    sought.map(({ wish, parts }) => {
      const own = found.slice(at, at + parts.length);
      at += parts.length;
      return [wish, own];
    }),
  );
}

/** Why nothing more is sent; undefined while writing goes on. */
function whyOver(fates: Fates, stop: AbortSignal | undefined): unknown {
  if (stop?.aborted === true) return heldBy(stop);
  const end = [...fates.values()].find(
    (fate) => fate.kind === 'failed' && (isHeld(fate.error) || isLimit(fate.error)),
  );
  return end?.kind === 'failed' ? end.error : undefined;
}

/** Of what GitHub did not say, what is missing is sent once more. */
async function sendSome(world: World, some: readonly Ready[], fates: Fates): Promise<void> {
  let left = some;
  for (let attempt = 1; left.length > 0; attempt++) {
    // oxlint-disable-next-line no-await-in-loop -- a second try only after the first one's end is known
    const unclear = await send(world, left, fates);
    // oxlint-disable-next-line no-await-in-loop -- see above
    const found = await look(world, unclear.flatMap(soughtBy));
    left = unclear.flatMap((one): Ready[] => {
      const { wish } = one;
      if (!isMake(wish)) return attempt < TRIES ? [one] : [];
      const ready = stillMissing(wish, one.parts, found.get(wish) ?? []);
      if (ready === 'there') fates.set(wish, { kind: 'done' });
      return typeof ready === 'string' || attempt === TRIES ? [] : [ready];
    });
  }
}

/** A comment with the parts that are not there; of any part it may be unknown. */
function stillMissing(
  wish: MakeWish,
  wanted: readonly CommentPart[],
  there: readonly Found[],
): Ready | 'there' | 'unknown' {
  const subjects = there.flatMap((one) => (one.kind === 'found' ? [one.subject] : []));
  const [subject] = subjects;
  if (subject === undefined || subjects.length < wanted.length) return 'unknown';
  const parts = wanted.filter((_, index) => isMissing(there[index]));
  return parts.length === 0
    ? 'there'
    : { wish, write: { kind: 'make', subject, text: commentOf(parts) }, parts };
}

export function soughtBy({ wish, parts }: Ready): Sought[] {
  return isMake(wish) ? [{ wish, parts }] : [];
}

/** Notes what became of each; the answer is what nobody knows of, which has failed until it is found. */
async function send(world: World, some: readonly Ready[], fates: Fates): Promise<Ready[]> {
  const answers = await ask(
    world,
    some.map(({ write }) => write),
  );
  return some.filter(({ wish, parts }, index) => {
    const answer = answers[index] ?? { kind: 'unclear', error: undefined };
    if (answer.kind !== 'done') fates.set(wish, { kind: 'failed', error: answer.error });
    else {
      fates.set(wish, answer);
      for (const { key } of isMake(wish) && answer.made !== undefined ? parts : [])
        world.told.set(toldName((wish as MakeWish).number, key), answer.made?.commentId ?? 0);
    }
    return answer.kind === 'unclear';
  });
}

/** A comment that is made twice is worse than one that is made late: nothing is sent again unseen. */
async function ask({ github }: World, writes: readonly OneWrite[]): Promise<readonly Answer[]> {
  const { query, variables } = mutationFor(writes);
  const makes = writes.some(({ kind }) => kind === 'make');
  try {
    const data = await github.graphql(query, { ...variables, ...(makes ? { request: { retries: 0 } } : {}) });
    return readAnswers(writes.length, data as Record<string, unknown>, []);
  } catch (error) {
    if (isGraphqlFailure(error)) return readAnswers(writes.length, { ...error.data }, error.errors);
    const kind = isAmbiguous(error) && !isLimit(error) ? 'unclear' : 'refused';
    return writes.map(() => ({ kind, error }));
  }
}
