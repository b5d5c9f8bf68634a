// One run at a time per repository, fairly over the installations; hints that come meanwhile become one further run.
import { fairTurns } from './fair-turns.ts';
import type { Timer } from '../github/timer.ts';
import { withinBudget } from './within-budget.ts';

export interface Queue<T> {
  /** Asks for a run. While one waits for this key, further hints are already answered by it. */
  add(key: string, item: T): void;
  /** Keys that wait or run. */
  readonly size: number;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
}

export interface QueueOptions<T> {
  /** One item that asks for what either does; `later` came after `first`. Default: the later one. */
  readonly join?: (first: T, later: T) => T;
  /** Must not throw; what it throws all the same goes to `onError`. `stop` is aborted once its time is up. */
  readonly work: (item: T, stop: AbortSignal) => Promise<void>;
  readonly onError: (error: unknown, item: T) => void;
  /** Those of one group share its turns. Default: all are of one. */
  readonly groupOf?: (item: T) => string;
  /** At most so many keys run at once. */
  readonly parallel?: number;
  /** At most so many of one group. Default: `parallel`. */
  readonly each?: number;
  /** Milliseconds; a run that takes longer is given up and told, and its slot is free again. */
  readonly budget?: number;
  readonly timer?: Timer;
}

interface Slot<T> {
  /** What has come since the run began, as one. */
  next: T | undefined;
}

const PARALLEL = 4;

/** A queue in memory. */
export function memoryQueue<T>(options: QueueOptions<T>): Queue<T> {
  const { parallel = PARALLEL, groupOf = () => '', join = (_, later) => later } = options;
  const slots = new Map<string, Slot<T>>();
  const turns = fairTurns({ all: parallel, each: options.each ?? parallel });
  let onIdle: (() => void)[] = [];

  function start(): void {
    for (let turn = turns.next(); turn !== undefined; turn = turns.next()) void run(turn.group, turn.key);
  }

  async function run(group: string, key: string): Promise<void> {
    const slot = slots.get(key);
    const item = slot?.next;
    if (slot !== undefined && item !== undefined) {
      slot.next = undefined;
      try {
        await withinBudget((stop) => options.work(item, stop), options);
      } catch (error) {
        options.onError(error, item);
      }
      if (slot.next === undefined) slots.delete(key);
      else turns.wait(groupOf(slot.next), key);
    }
    turns.end(group);
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
        slot.next = slot.next === undefined ? item : join(slot.next, item);
        return;
      }
      slots.set(key, { next: item });
      turns.wait(groupOf(item), key);
      start();
    },
    get size() {
      return slots.size;
    },
    idle: () => (slots.size === 0 ? Promise.resolve() : new Promise((resolve) => onIdle.push(resolve))),
  };
}
