// Lets Bottleneck take a turn of the event loop where it takes a timer: no GitHub has to be spared in the sandbox.
import Bottleneck from 'bottleneck/light.js';

/** Its store, which it shows nobody: each of its steps begins with a timer of no length, which lasts a millisecond. */
interface Store {
  yieldLoop?: (milliseconds?: number) => Promise<void>;
}

/**
 * For this whole process. Octokit's plugins send every request through three limiters with nine such steps, one after
 * the other: without this a walk through a month would wait longer for timers than for everything else. Limits, order
 * and further tries stay as they are. A Bottleneck without that step is left as it is.
 */
export function takeQuickTurns(): void {
  const { _store: store } = new Bottleneck() as unknown as { readonly _store?: object };
  const steps = store && (Object.getPrototypeOf(store) as Store);
  const slow = steps?.yieldLoop;
  if (steps === undefined || slow === undefined || slow.name === 'quickTurn') return;
  steps.yieldLoop = function quickTurn(milliseconds = 0) {
    return milliseconds > 0 ? slow.call(this, milliseconds) : new Promise((resolve) => setImmediate(resolve));
  };
}
