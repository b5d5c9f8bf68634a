// The simulations that are kept as text: they are fresh, the same each time, and quiet at the end of each day.
import { readFileSync } from 'node:fs';
import { planRun } from '../../src/run/reconcile.ts';
import type { SimulatedWorld } from '../../sandbox/simulate/simulated-world.ts';
import { GOLDEN_PATHS, playGolden } from '../support/golden-simulations.ts';
import { rounds } from '../support/long.ts';
import { root } from '../support/root.ts';

/** A second run of the day finds nothing to do, and GitHub knew every request. Every day in `npm run test:long`. */
async function expectQuiet(day: string, world: SimulatedWorld): Promise<void> {
  if (Number(day.slice(-2)) % rounds(7, 1) !== 0) return;
  const plan = await world.run(planRun);
  expect({ day, plan, violations: world.github.violations }).toMatchObject({
    day,
    plan: { kind: 'planned', plan: { operations: [], left: [], unknown: [] } },
    violations: [],
  });
}

/** One of them in every run of the suite, all of them in `npm run test:long`. */
test.each(GOLDEN_PATHS.slice(0, rounds(1, GOLDEN_PATHS.length)))(
  '%s is fresh: if this change is meant, npm run generate writes it',
  async (path) => {
    const { text } = await playGolden(path, expectQuiet);
    expect(text).toBe(readFileSync(new URL(path, root), 'utf8'));
  },
  240_000,
);
