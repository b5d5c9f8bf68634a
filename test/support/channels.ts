// Channels that keep what was sent, and can fail at any step as real ones do.
import type { LeftStanding } from '../../src/domain/cleanup-operation.ts';
import type { Notice, SendFailure, SendOutcome, Sent } from '../../src/domain/notice.ts';
import type { Channels } from '../../src/domain/outbox.ts';
import type { Reaction } from '../../src/domain/seen.ts';

export interface Delivered {
  readonly key: string;
  readonly place: string;
  readonly title: string;
  readonly words: string;
  readonly pin: boolean;
  readonly thread: string | undefined;
}

export interface TestChannels {
  readonly sent: Delivered[];
  readonly updates: Delivered[];
  /** Answers in place of sending, once each. */
  readonly failures: SendOutcome[];
  /** The same in place of new words. */
  readonly updateFailures: SendOutcome[];
  /** Pages that don't answer. */
  readonly down: Set<string>;
  /** Reactions by the id of a message; `failed` in place of them: it can't be read. */
  readonly reactions: Map<string, readonly Reaction[] | SendFailure>;
  /** Ids of the messages whose reactions were read. */
  readonly reads: string[];
  /** What was taken back. */
  readonly takenBack: { readonly what: LeftStanding; readonly id: string }[];
  /** Called in place of the pause behind a claim. */
  onSettle: () => Promise<void>;
  /** The channels of one run. */
  run(): Channels;
}

export function testChannels(): TestChannels {
  let runs = 0;
  const kept: TestChannels = {
    sent: [],
    updates: [],
    failures: [],
    updateFailures: [],
    down: new Set(),
    reactions: new Map(),
    reads: [],
    takenBack: [],
    onSettle: async () => {},
    run: () => {
      runs += 1;
      return {
        claim: `run-${runs}`,
        settle: () => kept.onSettle(),
        unreachable: async (pages) =>
          pages.filter((page) => kept.down.has(page)).map((page) => `${page} does not answer`),
        reactions: async ({ id }) => {
          kept.reads.push(id);
          return kept.reactions.get(id) ?? [];
        },
        takeBack: async (what, sent) => {
          kept.takenBack.push({ what, id: sent.id });
          return { kind: 'done', sent };
        },
        send: async (notice, thread) => {
          const failure = kept.failures.shift();
          if (failure?.kind === 'failed' && failure.certain) return failure;
          kept.sent.push(delivered(notice, thread));
          return failure ?? { kind: 'done', sent: { place: placeOf(notice), id: String(kept.sent.length) } };
        },
        update: async (notice, sent) => {
          const failure = kept.updateFailures.shift();
          if (failure !== undefined) return failure;
          kept.updates.push(delivered(notice, undefined));
          return { kind: 'done', sent };
        },
      };
    },
  };
  return kept;
}

function delivered(notice: Notice, thread: Sent | undefined): Delivered {
  const words = notice.lines
    .map(
      ({ item, parts }) =>
        (item === true ? '- ' : '') + parts.map((part) => ('text' in part ? part.text : part.name)).join(''),
    )
    .join('\n');
  return {
    key: notice.key,
    place: placeOf(notice),
    title: notice.title,
    words,
    pin: notice.pin === true,
    thread: thread?.id,
  };
}

export function placeOf({ target }: Pick<Notice, 'target'>): string {
  if (target.kind === 'mail') return target.to.join(', ');
  if (target.kind === 'wiki') return target.page;
  if (target.kind === 'webhook') return target.name;
  if (target.kind === 'discussion') return target.category;
  return target.workspace === undefined ? target.channel : `${target.channel} in ${target.workspace}`;
}
