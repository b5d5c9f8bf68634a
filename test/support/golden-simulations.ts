// The simulations whose text is kept in test/golden, to be read beside the two source documents.
import { SCENARIOS } from '../../sandbox/scenarios/index.ts';
import { renderSimulation } from '../../sandbox/simulate/render-simulation.ts';
import { type SimulateOptions, simulate } from '../../sandbox/simulate/simulate.ts';
import type { Simulation } from '../../sandbox/simulate/simulation.ts';
import { planSlips } from '../../sandbox/simulate/slips.ts';
import { firstDay, lastDay } from '../../sandbox/simulate/span.ts';
import { read } from './world.ts';

/** Path of each, with the scenario that it plays and the dates that move on the way. */
export const GOLDEN_SIMULATIONS = {
  'test/golden/simulate-kubernetes.txt': { scenario: 'kubernetes', slips: [] },
  'test/golden/simulate-kyma.txt': { scenario: 'kyma', slips: [] },
  'test/golden/simulate-overlapping.txt': { scenario: 'overlapping', slips: ['2.3.0:release=+1w'] },
} as const;

export type GoldenPath = keyof typeof GOLDEN_SIMULATIONS;

export const GOLDEN_PATHS = Object.keys(GOLDEN_SIMULATIONS) as GoldenPath[];

/** Plays one as `relcomms simulate` does; `onDay` may look at each day. */
export async function playGolden(
  path: GoldenPath,
  onDay?: SimulateOptions['onDay'],
): Promise<{ simulation: Simulation; text: string }> {
  const { scenario, slips: moves } = GOLDEN_SIMULATIONS[path];
  const prepared = read(SCENARIOS.find(({ id }) => id === scenario)?.config ?? '');
  const from = firstDay(prepared);
  if (from === undefined) throw new Error(`the scenario ${scenario} has no release`);
  const slips = planSlips(prepared, moves, from);
  if ('refused' in slips) throw new Error(slips.refused);
  const { releases } = slips.at(-1)?.prepared ?? prepared;
  const to = lastDay([...prepared.releases, ...releases]) ?? from;
  const simulation = await simulate({
    prepared,
    from,
    to,
    team: 'scripted',
    slips,
    ...(onDay === undefined ? {} : { onDay }),
  });
  return { simulation, text: renderSimulation(simulation) };
}
