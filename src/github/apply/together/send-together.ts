// Sends many writes on comments or labels in few requests; each comment is made once, whoever writes beside us.
import { isAmbiguous, isLimit, statusOf } from '../../failure.ts';
import { isGraphqlFailure } from '../../graphql.ts';
import { heldBy, isHeld } from '../../held.ts';
import { toldName } from '../find-own-comments.ts';
import { TRIES } from '../send-or-find.ts';
import type { World } from '../world.ts';
import { type Found, type Sought, type There, findComments } from './find-comments.ts';
import { type OneWrite, mutationFor } from './mutation.ts';
import { type Answer, type Made, readAnswers } from './read-answers.ts';

/** A comment to be made, with its marker in the text; or another write, ready to be sent. */
export type Wish =
  | (Sought & { readonly kind: 'make'; readonly text: string })
  | Exclude<OneWrite, { kind: 'make' }>;

/** `done`: it took; without `made`, a lost answer keeps from us which comment it was. `there`: another one stays. */
export type Fate =
  | { readonly kind: 'done'; readonly made?: Made | undefined }
  | { readonly kind: 'there' }
  | { readonly kind: 'failed'; readonly error: unknown };

type MakeWish = Extract<Wish, { kind: 'make' }>;
type Fates = Map<Wish, Fate>;

interface Ready {
  readonly wish: Wish;
  readonly write: OneWrite;
}

/** Writes of one request: GitHub takes 80 pieces of content a minute, and ten seconds for an answer. */
const AT_ONCE = 20;

/**
 * One look before, a request for each twenty, one look after. A comment that is there is not made; where two runs made
 * it in the same moment, the older one stays. What each became, in the order of the wishes; once GitHub wants no more,
 * the rest fails by the same reason.
 */
export async function sendTogether(world: World, wishes: readonly Wish[]): Promise<Fate[]> {
  const fates: Fates = new Map();
  await sendAll(world, await whatIsMissing(world, wishes, fates), fates, world.github.stop);
  await giveWay(world, wishes, fates);
  return wishes.map((wish) => fates.get(wish) ?? { kind: 'done' });
}

async function sendAll(
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

/** All but the comments that are there, or of which nobody knows whether they are. */
async function whatIsMissing(world: World, wishes: readonly Wish[], fates: Fates): Promise<Ready[]> {
  const makes = wishes.filter(isMake);
  const found = await look(world, makes);
  return wishes.flatMap((wish): Ready[] => {
    if (!isMake(wish)) return [{ wish, write: wish }];
    const there = found.get(wish);
    if (there?.kind === 'found' && there.there.length === 0)
      return [{ wish, write: { kind: 'make', subject: there.subject, text: wish.text } }];
    fates.set(wish, there?.kind === 'found' ? { kind: 'there' } : { kind: 'failed', error: there?.error });
    return [];
  });
}

function isMake(wish: Wish): wish is MakeWish {
  return wish.kind === 'make';
}

/** A look that fails leaves all that it was for unknown. */
async function look(world: World, makes: readonly MakeWish[]): Promise<ReadonlyMap<MakeWish, Found>> {
  if (makes.length === 0) return new Map();
  try {
    const found = await findComments(world, makes);
    return new Map(makes.map((wish, index) => [wish, found[index] ?? { kind: 'unknown', error: undefined }]));
  } catch (error) {
    return new Map(makes.map((wish) => [wish, { kind: 'unknown', error }]));
  }
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
    const makes = unclear.flatMap(({ wish }) => (isMake(wish) ? [wish] : []));
    // oxlint-disable-next-line no-await-in-loop -- see above
    const found = await look(world, makes);
    left = unclear.filter(({ wish }) => {
      const there = isMake(wish) ? found.get(wish) : undefined;
      if (there === undefined || (there.kind === 'found' && there.there.length === 0)) return attempt < TRIES;
      if (there.kind === 'found') fates.set(wish, { kind: 'done' });
      return false;
    });
  }
}

/** Notes what became of each; the answer is what nobody knows of, which has failed until it is found. */
async function send(world: World, some: readonly Ready[], fates: Fates): Promise<Ready[]> {
  const answers = await ask(
    world,
    some.map(({ write }) => write),
  );
  return some.filter(({ wish }, index) => {
    const answer = answers[index] ?? { kind: 'unclear', error: undefined };
    if (answer.kind !== 'done') fates.set(wish, { kind: 'failed', error: answer.error });
    else {
      fates.set(wish, answer);
      if (isMake(wish) && answer.made !== undefined)
        world.told.set(toldName(wish.number, wish.key), answer.made.commentId);
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

/** Another run may have made the same comments: the older ones stay, ours go. */
async function giveWay(world: World, wishes: readonly Wish[], fates: Fates): Promise<void> {
  const made = wishes.filter(isMake).filter((wish) => fates.get(wish)?.kind === 'done');
  const found = await look(world, made);
  const younger = made.flatMap((wish) => {
    const there = found.get(wish);
    const fate = fates.get(wish);
    const own = fate?.kind === 'done' ? fate.made : undefined;
    const ids = there?.kind === 'found' ? youngerOf(there.there, own) : [];
    return ids.map((id) => ({ wish, own, write: { kind: 'remove', id } as const }));
  });
  const gone: Fates = new Map();
  const removals = younger.map(({ write }) => ({ wish: write, write }));
  // What is begun is finished, although the process is to end or something else was refused.
  await sendAll(world, removals, gone, undefined);
  for (const { wish, own, write } of younger) {
    const fate = gone.get(write);
    world.told.delete(toldName(wish.number, wish.key));
    const isGone = fate?.kind !== 'failed' || statusOf(fate.error) === 404;
    if (!isGone) fates.set(wish, fate);
    else if (own !== undefined) fates.set(wish, { kind: 'there' });
  }
}

/** Node ids of those that go: ours unless it is the oldest; where nobody knows which is ours, all but the oldest. */
function youngerOf([oldest, ...younger]: readonly There[], own: Made | undefined): string[] {
  const isOldest = oldest !== undefined && oldest.commentId === own?.commentId;
  if (own !== undefined) return isOldest || oldest === undefined ? [] : [own.id];
  return younger.flatMap(({ id }) => id ?? []);
}
