// A write that was not sent, to stay below GitHub's limits: no failure, the next run does it.
import type { Pace } from './pace.ts';

type Why = Extract<Pace, { kind: 'hold' }>['why'] | 'stopping' | 'time' | 'lost' | 'unasked';

const WORDS: Readonly<Record<Why, string>> = {
  hour: "GitHub's hourly limit of 500 writes is near",
  asked: 'GitHub asked for a pause',
  stopping: 'the App is being stopped',
  time: 'this run took too long',
  lost: 'another worker looks after this repository now',
  unasked: 'the store that counts the writes of all workers is away',
};

const NAME = 'Held';

/** The reason of a signal that stops a run whose time is up. */
export const OUT_OF_TIME = 'out-of-time';

/** That of one whose repository another worker may have taken over. */
export const LOST = 'lost';

/** What a pacer throws in place of sending. `until`: milliseconds since 1970. */
export function heldBack(why: Why, until?: number): Error {
  const end = until === undefined ? '' : ` until ${clockTime(until)}`;
  const held = new Error(`${WORDS[why]}${end}; the next run continues`);
  held.name = NAME;
  return held;
}

/** What was to be made is there already, under this number: a list of GitHub's left it out. */
export function staleLook(number: number): Error {
  const held = new Error(`GitHub's list of issues lacks #${number}, which is there; the next run continues`);
  held.name = NAME;
  return held;
}

/** What a run has to be told that a signal stops. */
export function heldBy(stop: AbortSignal): Error {
  if (stop.reason === LOST) return heldBack('lost');
  return heldBack(stop.reason === OUT_OF_TIME ? 'time' : 'stopping');
}

export function isHeld(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}

/** `14:05 UTC`, from milliseconds since 1970. */
export function clockTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(11, 16)} UTC`;
}
