// Carries out what a visitor or a scenario asks for, and waits until relcomms has answered it.
import { act } from './act.ts';
import type { ActOrder } from './act-order.ts';
import type { FaultsOrder } from './faults.ts';
import type { World } from './world.ts';
import type { Day } from '../../src/domain/day.ts';
import { readConfigText } from './config-text.ts';
import { carryOutDeed } from './team.ts';

export type Deed = { readonly act: ActOrder } | { readonly faults: FaultsOrder };

/** Rejects when GitHub or Slack refuses it. */
export async function carryOutOn(world: World, deed: Deed): Promise<void> {
  if ('faults' in deed) {
    world.faults.set(deed.faults, world.clock.today());
    return;
  }
  world.clock.pass();
  await act(world, deed.act, world.clock.today());
  await world.quiet();
}

/** The run of the day, then what the script of the scenario and its team do on it. */
export async function liveOn(world: World, day: Day): Promise<void> {
  await world.runOn(day);
  for (const { on, does } of world.scenario.script ?? []) {
    const order = on === day ? does(world.github.state()[0]?.issues ?? []) : undefined;
    if (order === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await carryOutOn(world, { act: order }).catch(visitorWasFirst);
  }
  for (const deed of world.team.deedsOn(day, await readConfigText(world.github))) {
    world.clock.pass();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await carryOutDeed(world.github, deed).catch(visitorWasFirst);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await world.quiet();
  }
}

/** The visitor has been there before the cast, so that GitHub refuses it now; or the config gives work to a reader. */
function visitorWasFirst(): void {}
