// Collects the writes on comments that some operations ask for, and sends them together.
import { commentText } from '../../../text/comment-text.ts';
import { CLASSIFIERS, type CommentWrites, eachAlone } from '../comment-writes.ts';
import type { World } from '../world.ts';
import { type Fate, type Wish, sendTogether } from './send-together.ts';

export interface Collected {
  /** Asked before `send`, they wait for it; afterwards each goes alone. */
  readonly writes: CommentWrites;
  /** Sends what was asked for, and settles each. Never throws. */
  readonly send: () => Promise<void>;
}

interface Waiting {
  readonly wish: Wish;
  readonly settle: (fate: Fate) => void;
}

export function collectWrites(world: World): Collected {
  const alone = eachAlone(world);
  let waiting: Waiting[] | undefined = [];

  /** Undefined when they have gone already. */
  function join(wish: Wish): Promise<boolean> | undefined {
    const row = waiting;
    if (row === undefined) return undefined;
    return new Promise((resolve, reject) => {
      const settle = (fate: Fate): void => {
        if (fate.kind === 'failed') reject(asError(fate.error));
        else resolve(fate.kind === 'done');
      };
      row.push({ wish, settle });
    });
  }

  return {
    writes: {
      make: ({ number, key, body }) =>
        join({ kind: 'make', number, key, text: commentText(key, body) }) ??
        alone.make({ number, key, body }),
      edit: async (words) => {
        const id = nodeIdOf(world, words.commentId);
        const text = commentText(words.key, words.body);
        await ((id === undefined ? undefined : join({ kind: 'edit', id, text })) ?? alone.edit(words));
      },
      fold: async ({ nodeId, reason }) => {
        const wish: Wish = { kind: 'fold', id: nodeId, classifier: CLASSIFIERS[reason] };
        await (join(wish) ?? alone.fold({ nodeId, reason }));
      },
    },
    send: async () => {
      const row = waiting ?? [];
      waiting = undefined;
      const fates = await fatesOf(
        world,
        row.map(({ wish }) => wish),
      );
      for (const [index, { settle }] of row.entries())
        settle(fates[index] ?? { kind: 'failed', error: undefined });
    },
  };
}

async function fatesOf(world: World, wishes: readonly Wish[]): Promise<readonly Fate[]> {
  try {
    return await sendTogether(world, wishes);
  } catch (error) {
    return wishes.map(() => ({ kind: 'failed', error }));
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Of a comment that the look has shown. */
function nodeIdOf({ observation: { pulls } }: World, commentId: number): string | undefined {
  const all = pulls.known ? pulls.value : [];
  for (const { comments } of all) {
    const found = comments.known ? comments.value.find((one) => one.commentId === commentId) : undefined;
    if (found !== undefined) return found.nodeId;
  }
  return undefined;
}
