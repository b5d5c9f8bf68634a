// One run at a time per repository; hints that come meanwhile become one further run.

export interface Queue<T> {
  /** Asks for a run. While one waits for this key, further hints are already answered by it. */
  add(key: string, item: T): void;
  /** Keys that wait or run. */
  readonly size: number;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
}

interface Slot<T> {
  running: boolean;
  /** The newest hint that has come since the run began. */
  next: T | undefined;
}

/**
 * A queue in memory. `work` must not throw; what it throws all the same goes to `onError`, and the queue
 * goes on. At most `parallel` keys run at once.
 */
export function memoryQueue<T>(options: {
  readonly work: (item: T) => Promise<void>;
  readonly onError: (error: unknown, item: T) => void;
  readonly parallel?: number;
}): Queue<T> {
  const slots = new Map<string, Slot<T>>();
  const waiting: string[] = [];
  let running = 0;
  let onIdle: (() => void)[] = [];

  function start(): void {
    while (running < (options.parallel ?? 4) && waiting.length > 0) {
      const key = waiting.shift();
      if (key !== undefined) void run(key);
    }
  }

  async function run(key: string): Promise<void> {
    const slot = slots.get(key);
    const item = slot?.next;
    if (slot === undefined || item === undefined) return;
    slot.running = true;
    slot.next = undefined;
    running += 1;
    try {
      await options.work(item);
    } catch (error) {
      options.onError(error, item);
    }
    running -= 1;
    slot.running = false;
    if (slot.next === undefined) slots.delete(key);
    else waiting.push(key);
    start();
    if (slots.size === 0) {
      for (const resolve of onIdle.splice(0)) resolve();
      onIdle = [];
    }
  }

  return {
    add(key, item) {
      const slot = slots.get(key);
      if (slot !== undefined) {
        slot.next = item;
        return;
      }
      slots.set(key, { running: false, next: item });
      waiting.push(key);
      start();
    },
    get size() {
      return slots.size;
    },
    idle: () => (slots.size === 0 ? Promise.resolve() : new Promise((resolve) => onIdle.push(resolve))),
  };
}
