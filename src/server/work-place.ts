// Where the App keeps what it has to do: in the memory of one process, or in a Redis that many share.
import type { Probot } from 'probot';
import type { Remaining } from '../github/budget.ts';
import type { Timer } from '../github/timer.ts';
import type { AppOptions } from './app-options.ts';
import type { Hint } from './hint.ts';
import type { QueueNumbers } from './metrics-page.ts';
import type { PacerOf } from './pacers.ts';
import type { KeptReceipts } from './kept-receipts.ts';

export interface Worked {
  readonly hasConfig: boolean;
  /** What GitHub said of the installation's budget. */
  readonly budget: readonly Remaining[];
}

/** What a place needs of the App. */
export interface PlaceTools {
  readonly probot: Probot;
  readonly options: AppOptions;
  readonly timer: Timer;
  /** Aborted once the process is about to end. */
  readonly stopping: AbortSignal;
  /** One run. Rejects when it broke off. */
  readonly work: (hint: Hint, stop: AbortSignal, pacerOf: PacerOf) => Promise<Worked>;
  /** Told of a run that broke off, with the cause by which it is tried again. */
  readonly onError: (error: unknown, hint: Hint, cause: string) => void;
}

export interface WorkPlace {
  /** Asks for a run. Rejects when nobody would remember it. */
  ask(hint: Hint): Promise<void>;
  /** The same for a webhook: runs that webhooks ask for begin at least a minute apart, unless a person waits. */
  hear(hint: Hint): Promise<void>;
  readonly pacerOf: PacerOf;
  readonly receipts: KeptReceipts;
  /** Begins with the rounds over all repositories; resolves when the first has asked. */
  begin(): Promise<void>;
  /** Resolves when nothing waits for its turn and nothing runs. */
  idle(): Promise<void>;
  /** Resolves when nothing runs and nothing may run now; what waits for its minute waits on. */
  rest(): Promise<void>;
  /** Looks at every repository of every installation. */
  all(): Promise<void>;
  /** Looks at what failed and whose pause is over. */
  again(): Promise<void>;
  /** Why webhooks can't be kept at the moment; undefined when they can. */
  unready(): Promise<string | undefined>;
  numbers(): Promise<QueueNumbers>;
  /** Takes nothing more; resolves when what runs is over. */
  close(): Promise<void>;
}

/** Runs at once in a process, and those of one installation: one that is slow keeps a place free for the others. */
export const PARALLEL = 4;
export const EACH = 2;
