// Collects the writes on comments and labels that some operations ask for, and sends them together.
import { type CommentPart, commentText } from '../../../text/comment-text.ts';
import { CLASSIFIERS, type Writer, eachAlone } from '../writer.ts';
import { type World, resolveIssue } from '../world.ts';
import { joinNews } from './join-news.ts';
import { sendTogether } from './send-together.ts';
import type { Fate, Wish } from './send-wishes.ts';

export interface Collected {
  /** Asked before `send`, they wait for it; afterwards each goes alone. */
  readonly writes: Writer;
  /** Sends what was asked for, and settles each. Never throws. */
  readonly send: () => Promise<void>;
}

type Shared = 'news' | 'answers' | false;

interface Waiting {
  readonly wish: Wish;
  /** Whether it goes in one comment with what else this run says there. */
  readonly isShared: Shared;
  readonly settle: (fate: Fate) => void;
}

export function collectWrites(world: World): Collected {
  const alone = eachAlone(world);
  let waiting: Waiting[] | undefined = [];

  /** Undefined when they have gone already. */
  function join(wish: Wish, isShared: Shared = false): Promise<boolean> | undefined {
    const row = waiting;
    if (row === undefined) return undefined;
    return new Promise((resolve, reject) => {
      const settle = (fate: Fate): void => {
        if (fate.kind === 'failed') reject(asError(fate.error));
        else resolve(fate.kind === 'done');
      };
      row.push({ wish, isShared, settle });
    });
  }

  /** Undefined as well where an id is not known. */
  function joinLabels(
    kind: 'put-on' | 'take-off',
    number: number,
    names: readonly string[],
  ): Promise<boolean> | undefined {
    const id = idOfThread(world, number);
    const labels = names.flatMap((name) => world.labelIds.get(name.toLowerCase()) ?? []);
    return id === undefined || labels.length < names.length ? undefined : join({ kind, id, labels });
  }

  return {
    writes: {
      make: (comment) => join(makeOf(comment)) ?? alone.make(comment),
      share: (comment) => join(makeOf(comment), 'news') ?? alone.share(comment),
      answer: (comment) => join(makeOf(comment), 'answers') ?? alone.answer(comment),
      edit: async (words) => {
        const id = nodeIdOf(world, words.commentId);
        const text = commentText(words.key, words.body);
        await ((id === undefined ? undefined : join({ kind: 'edit', id, text })) ?? alone.edit(words));
      },
      fold: async ({ nodeId, reason }) => {
        const wish: Wish = { kind: 'fold', id: nodeId, classifier: CLASSIFIERS[reason] };
        await (join(wish) ?? alone.fold({ nodeId, reason }));
      },
      putOn: async ({ number, labels }) => {
        await (joinLabels('put-on', number, labels) ?? alone.putOn({ number, labels }));
      },
      takeOff: ({ number, label }) =>
        joinLabels('take-off', number, [label]) ?? alone.takeOff({ number, label }),
    },
    send: async () => {
      const row = waiting ?? [];
      waiting = undefined;
      const { wishes, places } = joinNews(row);
      const fates = await fatesOf(world, wishes);
      for (const [index, { settle }] of row.entries())
        settle(fates[places[index] ?? 0] ?? { kind: 'failed', error: undefined });
    },
  };
}

function makeOf({ number, key, body }: CommentPart & { readonly number: number }): Wish {
  return { kind: 'make', number, parts: [{ key, body }] };
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

/** Of an issue of ours, or a pull request, that the look has shown. */
function idOfThread(world: World, number: number): string | undefined {
  const { pulls } = world.observation;
  const pull = pulls.known ? pulls.value.find((one) => one.number === number) : undefined;
  return pull?.id ?? resolveIssue(world, { number })?.id;
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
