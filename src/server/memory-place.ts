// Keeps what is to be done in the memory of this process: with its end it is forgotten, and found again by the next round.
import { causeOf } from './cause-of.ts';
import { type Hint, joinHints } from './hint.ts';
import { memoryReceipts } from './kept-receipts.ts';
import { memoryLooks, nameOf } from './looks.ts';
import { memoryQueue } from './memory-queue.ts';
import { NO_NUMBERS } from './metrics-page.ts';
import { pacersByInstallation } from './pacers.ts';
import { startRounds } from './rounds.ts';
import { gapOf, startSpacing } from './spacing.ts';
import { EACH, PARALLEL, type PlaceTools, type WorkPlace } from './work-place.ts';

/** How often is looked for whose round has come, and whether something that failed may be tried again; in milliseconds. */
const BEAT = 60_000;

export function memoryPlace({ probot, options, timer, stopping, work, onError }: PlaceTools): WorkPlace {
  const pacerOf = pacersByInstallation(options.pauses.clock, stopping);
  const looks = memoryLooks();
  let beat: NodeJS.Timeout | undefined;
  const queue = memoryQueue<Hint>({
    parallel: PARALLEL,
    each: EACH,
    timer,
    join: joinHints,
    groupOf: ({ installation }) => String(installation),
    work: async (hint, late) => {
      if (!rounds.mayRun(hint)) return;
      spacing.began(hint);
      const { hasConfig } = await work(hint, AbortSignal.any([stopping, late]), pacerOf);
      rounds.succeeded(hint);
      await looks.seen(hint.installation, nameOf(hint), hasConfig, options.now());
    },
    onError: (error, hint) => {
      rounds.failed(hint, error);
      onError(error, hint, causeOf(error));
    },
  });
  const ask = (hint: Hint): void => queue.add(nameOf(hint), hint);
  const rounds = startRounds(probot, { now: options.now, ask, onUnread: options.onUnread, looks });
  const spacing = startSpacing({ now: options.now, timer, ask, gap: gapOf(options.pauses) });
  return {
    ask: async (hint) => ask(hint),
    hear: async (hint) => spacing.add(hint),
    pacerOf,
    receipts: memoryReceipts(),
    begin: async () => {
      beat = setInterval(() => void rounds.due().then(() => rounds.again()), BEAT);
      await rounds.all();
    },
    idle: async () => {
      // Whoever waits for the end waits for no gap.
      spacing.flush();
      await queue.idle();
    },
    rest: () => queue.idle(),
    all: () => rounds.all(),
    again: () => rounds.again(),
    unready: () => Promise.resolve(undefined),
    numbers: async () => ({
      ...NO_NUMBERS,
      waiting: queue.size,
      later: spacing.size,
      refused: new Map([...rounds.refused].map(([id, { times }]) => [id, times])),
      failing: new Map([['any', rounds.broken()]]),
    }),
    close: async () => {
      clearInterval(beat);
      spacing.flush();
      await queue.idle();
    },
  };
}
