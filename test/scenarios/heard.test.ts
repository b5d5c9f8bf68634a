// Scenario: random cycles, and a model that knows no duty: everybody hears in time of everything that concerns them.
import { CEILING } from '../support/heard/ceiling.ts';
import { walkCycle } from '../support/heard/walk.ts';
import { rounds } from '../support/long.ts';

const PART = 50;

/**
 * In every run of the suite: cycles which together have something of everything, and each of which once had a fault: a
 * task due on a day off after the week, too much to do for one line, tasks that moved alone, a third comment on gates.
 */
const FIRST = [14, 22, 39, 96, 117];
const ALL = Array.from({ length: 4 * PART }, (_, index) => index + 1);
const OTHERS = ALL.filter((seed) => !FIRST.includes(seed));
/** Cycles by their seeds. */
const SEEDS = [...FIRST, ...OTHERS].slice(0, rounds(FIRST.length, ALL.length));
const PARTS = Array.from({ length: Math.ceil(SEEDS.length / PART) }, (_, index) =>
  SEEDS.slice(index * PART, (index + 1) * PART),
);

/** What had to be heard in all cycles, by kind: a model that asks for nothing proves nothing. */
const asked = new Map<string, number>();

describe.each(PARTS.map((seeds) => [`cycles ${seeds[0]} to ${seeds.at(-1)}`, seeds] as const))(
  '%s',
  (_, seeds) => {
    test.each(seeds)(
      'cycle %i: nothing is missing, and nobody gets too much',
      async (seed) => {
        const walked = await walkCycle(seed);
        for (const [kind, count] of Object.entries(walked.asked))
          asked.set(kind, (asked.get(kind) ?? 0) + count);
        expect({ seed, missing: walked.missing }).toEqual({ seed, missing: [] });
        const loud = walked.weeks.filter(({ mails }) => mails.length > CEILING);
        expect({ seed, loud }).toEqual({ seed, loud: [] });
      },
      240_000,
    );
  },
);

test('each kind of thing had to be heard by somebody', () => {
  for (const kind of ['tasks', 'gates', 'moves', 'approvals', 'tests', 'seen', 'slack'])
    expect([kind, (asked.get(kind) ?? 0) > 0]).toEqual([kind, true]);
});
