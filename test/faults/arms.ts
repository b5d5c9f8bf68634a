// Which faults are armed, and when each strikes.
import { CLASSES, type Blow, type FaultClass } from './classes.ts';
import type { Random } from './random.ts';
import type { Seen } from './seen.ts';

/** One fault as it struck. */
export interface Injection {
  readonly round: number;
  readonly name: string;
  /** The operation that it struck, or the event. */
  readonly at: string;
}

interface Armed {
  readonly fault: FaultClass;
  /** Requests that fit and are let through first. */
  wait: number;
  /** How often it strikes; more than once at the same operation. */
  left: number;
  at: string | undefined;
}

export interface Arms {
  /** Arms some faults more. */
  load(count: number): void;
  /** Nothing strikes from now on. */
  rest(): void;
  readonly strike: (seen: Seen, now: number) => Blow | undefined;
}

/** How often one strikes: once, a few times as retries come, or every time. */
const TIMES = [1, 1, 1, 2, 4, 4, 1000];

/** `told` hears of each that struck. */
export function startArms(random: Random, told: (name: string, at: string) => void): Arms {
  let deck: FaultClass[] = [];
  let armed: Armed[] = [];
  const next = (): FaultClass => {
    if (deck.length === 0) deck = random.shuffled(CLASSES);
    return deck.pop() as FaultClass;
  };
  return {
    load: (count) => {
      for (let turn = armed.length; turn < count; turn++) {
        const fault = next();
        // Slack is asked seldom.
        const wait = random.below(fault.name.startsWith('Slack') ? 4 : 24);
        armed.push({ fault, wait, left: random.pick(TIMES), at: undefined });
      }
    },
    rest: () => {
      // What has not struck yet comes first the next time.
      deck.push(...armed.filter(({ at }) => at === undefined).map(({ fault }) => fault));
      armed = [];
    },
    strike: (seen, now) => {
      for (const one of armed) {
        if (one.left === 0 || !one.fault.fits(seen)) continue;
        if (one.at !== undefined && one.at !== seen.what) continue;
        if (one.at === undefined && one.wait > 0) {
          one.wait -= 1;
          continue;
        }
        one.at = seen.what;
        one.left -= 1;
        const blow = one.fault.blow(seen, now, (below) => random.below(below));
        if (blow.kind === 'kill') one.left = 0;
        told(one.fault.name, seen.what);
        return blow;
      }
      return undefined;
    },
  };
}
