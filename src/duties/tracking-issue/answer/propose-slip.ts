// Turns the wish to move dates into a pull request on the config: people decide, relcomms writes.
import type { DesiredPull } from '../../../domain/desired.ts';
import { SLIP_FORMS } from '../../../schedule/slip-amount.ts';
import { readPairs } from '../../../schedule/slip-pairs.ts';
import { type SlipPullWish, slipPull } from '../../slip-pull.ts';

export interface SlipRequest extends Omit<SlipPullWish, 'moves'> {
  readonly words: readonly string[];
}

/** The pull request, or in words why there is none. */
export function proposeSlip({ words, ...wish }: SlipRequest): DesiredPull | { readonly problem: string } {
  if (words.length < 2 && !words.some((word) => word.includes('=')))
    return { problem: `Write: /release slip MILESTONE DAY because REASON. A day is ${SLIP_FORMS}.` };
  const moves = readPairs(wish.context.source.spec, wish.release.version, words);
  if ('problems' in moves)
    return { problem: moves.problems.map(({ message, fix }) => `${message} ${fix}`).join(' ') };
  return slipPull({ ...wish, moves });
}
