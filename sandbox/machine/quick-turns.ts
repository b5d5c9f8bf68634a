// Lets Bottleneck take a turn of the event loop where it takes a timer: no GitHub has to be spared in the sandbox.
import Bottleneck from 'bottleneck/light.js';

/** Its store, which it shows nobody: each of its steps begins with a timer of no length, which lasts a millisecond. */
interface Store {
  yieldLoop?: (milliseconds?: number) => Promise<void>;
}

/** What begins a task whose turn it is: by a timer again, mostly of no length. */
interface Beginner {
  _run?: (...given: unknown[]) => unknown;
}

/**
 * For this whole process. Octokit's plugins send every request through three limiters with nine such steps and three
 * such beginnings, one after the other: without this a walk through a month would wait longer for timers than for
 * everything else. Limits, order and further tries stay as they are. A Bottleneck without these is left as it is.
 */
export function takeQuickTurns(): void {
  const { _store: store } = new Bottleneck() as unknown as { readonly _store?: object };
  if (store !== undefined) stepQuickly(Object.getPrototypeOf(store) as Store);
  beginQuickly(Bottleneck.prototype as Beginner);
}

function stepQuickly(steps: Store): void {
  const slow = steps.yieldLoop;
  if (slow === undefined || slow.name === 'quickTurn') return;
  steps.yieldLoop = function quickTurn(milliseconds = 0) {
    return milliseconds > 0 ? slow.call(this, milliseconds) : new Promise((resolve) => setImmediate(resolve));
  };
}

function beginQuickly(limiters: Beginner): void {
  const { _run: slow } = limiters;
  if (slow === undefined || slow.name === 'quickBeginning') return;
  const quickBeginning = function quickBeginning(this: unknown, ...given: unknown[]): unknown {
    const timer = globalThis.setTimeout;
    globalThis.setTimeout = Object.assign(turnOr(timer), timer);
    try {
      return slow.apply(this, given);
    } finally {
      globalThis.setTimeout = timer;
    }
  };
  Object.assign(limiters, { _run: quickBeginning });
}

/** A timer that takes a turn where it has nothing to wait for. */
function turnOr(timer: typeof setTimeout) {
  return (work: () => void, milliseconds = 0) =>
    milliseconds > 0 ? timer(work, milliseconds) : setImmediate(work);
}
