// Carries out what a visitor or a scenario asks for, and waits until relcomms has answered it.
import { act } from './act.ts';
import type { ActOrder } from './act-order.ts';
import type { FaultsOrder } from './faults.ts';
import type { World } from './world.ts';

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
