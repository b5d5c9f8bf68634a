// Judges a config in a process of its own, which knows no secret, holds little memory and has to be done in time.
import type { Unjudged } from '../config-check/verdict.ts';
import type { CheckOutput, Judge } from '../run/judgement.ts';
import { tellLine } from './messages.ts';
import { type Spoken, startSpeaker } from './speaker.ts';

/** Seconds that it may take to read two configs, and again to hold what they lead to against each other. */
const SECONDS = 10;

/** Seconds that its start may take. */
const START_SECONDS = 60;

/** Megabytes of objects that it may hold. */
const MEGABYTES = 256;

export interface ChildOptions {
  /** Path of the built program that judges. */
  readonly program: string;
  readonly seconds?: number;
  readonly megabytes?: number;
}

/**
 * Each config has a process to itself, with an empty environment: neither a key nor a token is there to be read. It gives
 * way to everything else that the machine does, and is killed as soon as it is not needed. `stop` ends all of them.
 */
export function judgeInChild(options: ChildOptions): (stop?: AbortSignal) => Judge {
  const { program, seconds = SECONDS, megabytes = MEGABYTES } = options;
  const endOf = (said: Spoken): CheckOutput | Unjudged => {
    if (said === 'late') return { kind: 'unjudged', over: 'time', limit: seconds };
    if (said === 'memory') return { kind: 'unjudged', over: 'memory', limit: megabytes };
    if (said === 'ended') return { kind: 'unjudged', over: 'ended', limit: 0 };
    return said !== 'garbled' && 'output' in said
      ? said.output
      : { kind: 'unjudged', over: 'garbled', limit: 0 };
  };
  return (stop) => async (brief, lookFor) => {
    const { tell, hear, end } = startSpeaker({ program, megabytes, path: brief.path, stop });
    try {
      const ready = await hear(START_SECONDS);
      if (typeof ready === 'string' || !('ready' in ready))
        return endOf(typeof ready === 'string' && ready !== 'late' ? ready : 'ended');
      tell(tellLine({ brief }));
      const first = await hear(seconds);
      if (typeof first === 'string' || !('wanted' in first)) return endOf(first);
      const looked = await lookFor(first.wanted);
      if (looked === 'later') return looked;
      tell(tellLine({ looked }));
      return endOf(await hear(seconds));
    } finally {
      stop?.throwIfAborted();
      end();
    }
  };
}
