// One day of a scenario.
import type { Day } from '../../src/domain/day.ts';
import { carryOutOn } from './carry-out.ts';
import type { World } from './world.ts';

/** The run of the day, then what the people of the scenario do on it. */
export async function liveOn(world: World, day: Day): Promise<void> {
  await world.runOn(day);
  for (const { on, does } of world.scenario.script ?? []) {
    const order = on === day ? does(world.github.state()[0]?.issues ?? []) : undefined;
    if (order === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await carryOutOn(world, { act: order }).catch(() => {
      // The visitor has been there first, so that GitHub refuses it now.
    });
  }
}
