// How many emails a person gets a week beyond own assignments and answers to commands: the ceiling that holds.
import { rounds } from '../support/long.ts';
import { NOISE_CYCLES, noiseOfCycle } from '../support/noise-cycles.ts';

/** Cycles with more than two in a week, each with its number: it may only shrink. */
const LOUDER: Readonly<Record<string, number>> = {
  // Teams that do not answer are asked for in comments of their own, and messages wait for an approval.
  'scenario kyma': 5,
  'scenario bad-week': 4,
  // A date that moves is told at once.
  'scenario slips-twice': 3,
  // One release ends, and another starts.
  'scenario overlapping': 3,
  // Each hands over by itself.
  'four patch releases on one day': 4,
};

/** Two of them in every run of the suite, all of them in `npm run test:long`. */
const NAMES = Object.keys(NOISE_CYCLES);

test.each(NAMES.slice(-rounds(2, NAMES.length)))(
  '%s: at most two emails a person and week',
  async (name) => {
    const { most, loudest } = await noiseOfCycle(NOISE_CYCLES[name] ?? '');
    expect([most <= (LOUDER[name] ?? 2), loudest]).toEqual([true, loudest]);
  },
  240_000,
);
