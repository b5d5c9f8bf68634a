// A write that was not sent, to stay below GitHub's limits: no failure, the next run does it.
import type { Pace } from './pace.ts';

type Why = Extract<Pace, { kind: 'hold' }>['why'] | 'stopping';

const WORDS: Readonly<Record<Why, string>> = {
  hour: "GitHub's hourly limit of 500 writes is near; the next run goes on",
  asked: 'GitHub asked for a pause; the next run goes on',
  stopping: 'the App is being stopped; the next run goes on',
};

const NAME = 'Held';

/** What a pacer throws in place of sending. */
export function heldBack(why: Why): Error {
  const held = new Error(WORDS[why]);
  held.name = NAME;
  return held;
}

export function isHeld(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
