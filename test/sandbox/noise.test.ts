// Nobody gets more than two emails a week beyond own assignments and answers to their commands, in any cycle.
import { rounds } from '../support/long.ts';
import { SCENARIOS } from '../../sandbox/scenarios/index.ts';
import { NOISE_CYCLES, noiseOfCycle } from '../support/noise-cycles.ts';
import { noiseOfPlay } from '../support/noise-played.ts';

/** Emails a person and week, and messages a day and channel. */
const MOST = 2;
const MOST_IN_CHANNEL = 1;

/** Three of them in every run of the suite, all of them in `npm run test:long`. */
const FIRST = ['scenario kyma', 'scenario overlapping', 'four patch releases on one day'];
const OTHERS = Object.keys(NOISE_CYCLES).filter((name) => !FIRST.includes(name));
const NAMES = [...FIRST, ...OTHERS];

test.each(NAMES.slice(0, rounds(FIRST.length, NAMES.length)))(
  '%s: at most two emails a person and week, one message a day and channel',
  async (name) => {
    const { most, week, channel } = await noiseOfCycle(NOISE_CYCLES[name] ?? '');
    expect({ week, isMore: most > MOST }).toEqual({ week, isMore: false });
    expect(channel).toBeLessThanOrEqual(MOST_IN_CHANNEL);
  },
  240_000,
);

/** With pull requests, CI, and what people do; the shortest in every run of the suite. */
const PLAYED = ['overlapping', 'slips-twice', 'approvals', 'kubernetes', 'bad-week', 'kyma'];

test.each(PLAYED.slice(0, rounds(1, PLAYED.length)))(
  '%s as it is played: at most two beside the first question on a pull request or a failing test',
  async (id) => {
    const scenario = SCENARIOS.find((one) => one.id === id);
    if (scenario === undefined) throw new Error(`no scenario ${id}`);
    const { beyondAsks } = await noiseOfPlay(scenario);
    expect({ beyondAsks, isMore: beyondAsks.length > MOST }).toEqual({ beyondAsks, isMore: false });
    expect(beyondAsks.length).toBeGreaterThan(0);
  },
  240_000,
);
