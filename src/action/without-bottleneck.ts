// Stands in for Bottleneck in the bundle: Octokit's plugins need a queue that tries again; pauses are the pacer's.
import { setTimeout as sleep } from 'node:timers/promises';

type Task = (...given: readonly unknown[]) => unknown;

type Listener = (...given: readonly unknown[]) => unknown;

interface Queue {
  readonly maxConcurrent?: number;
}

/** Runs tasks, at most so many at once. What a listener to `failed` answers are milliseconds until a further try. */
// oxlint-disable-next-line typescript/no-extraneous-class -- the package has a class
export class Bottleneck {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  readonly #failed: Listener[] = [];
  #running = 0;

  constructor({ maxConcurrent = Number.POSITIVE_INFINITY }: Queue = {}) {
    this.#most = maxConcurrent;
  }

  on(event: string, listener: Listener): void {
    if (event === 'failed') this.#failed.push(listener);
  }

  /** The first may be options of the task, which change nothing here. */
  async schedule(first: Task | object, ...rest: readonly unknown[]): Promise<unknown> {
    const [task, ...given] = typeof first === 'function' ? [first as Task, ...rest] : (rest as [Task]);
    if (this.#running < this.#most) this.#running += 1;
    else await new Promise<void>((go) => this.#waiting.push(go));
    try {
      return await this.#tried(task, given);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  async #tried(task: Task, args: readonly unknown[]): Promise<unknown> {
    for (let retryCount = 0; ; retryCount++) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one try after the other
        return await task(...args);
      } catch (error) {
        // oxlint-disable-next-line no-await-in-loop -- see above
        const after = await answerOf(this.#failed, [error, { args, retryCount }]);
        if (after === undefined) throw error;
        // oxlint-disable-next-line no-await-in-loop -- see above
        await sleep(Number(after));
      }
    }
  }

  /** One queue for all keys: a run has one account. */
  static readonly Group = class {
    readonly #queue: Bottleneck;

    constructor(options: Queue) {
      this.#queue = new Bottleneck(options);
    }

    key(): Bottleneck {
      return this.#queue;
    }
  };

  /** Gives `target` an `on`, and hears what is triggered. */
  static readonly Events = class {
    readonly #listeners = new Map<string, Listener[]>();

    constructor(target: { on?: (event: string, listener: Listener) => void }) {
      target.on = (event, listener) =>
        void this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    }

    trigger(event: string, ...given: readonly unknown[]): Promise<unknown> {
      const tell = (error: unknown): void => {
        for (const listener of this.#listeners.get('error') ?? []) listener(error);
      };
      return answerOf(this.#listeners.get(event) ?? [], given, tell);
    }
  };
}

/** The first answer; one who throws has none. */
async function answerOf(
  listeners: readonly Listener[],
  given: readonly unknown[],
  tell: (error: unknown) => void = () => {},
): Promise<unknown> {
  for (const listener of listeners) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the first answer counts
      const answer = await listener(...given);
      if (answer !== undefined && answer !== null) return answer;
    } catch (error) {
      tell(error);
    }
  }
  return undefined;
}
