// How many mails each person would get in which week if a config went live: for whoever judges a change of it.
import type { Day } from '../../src/domain/day.ts';
import type { Prepared } from '../../src/run/reconcile.ts';
import type { Noise } from '../mail/noise.ts';
import { firstDay, lastDay } from './span.ts';
import { simulate } from './simulate.ts';

export interface CountOptions {
  readonly prepared: Prepared;
  /** Default: the day on which the first tracking issue opens. */
  readonly from?: Day;
  /** Default: a week past the last cycle. */
  readonly to?: Day;
}

/** Plays the config through with the scripted team; only mails that relcomms causes count. */
export async function countMessages({ prepared, from, to }: CountOptions): Promise<Noise> {
  const first = from ?? firstDay(prepared);
  const last = to ?? lastDay(prepared.releases);
  if (first === undefined || last === undefined || last < first) return { weeks: [], rows: [] };
  const { counts } = await simulate({ prepared, from: first, to: last, team: 'scripted' });
  return counts;
}
