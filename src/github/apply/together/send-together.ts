// Writes comments and labels together; each thing is said once, whoever writes beside us.
import type { World } from '../world.ts';
import { giveWay } from './give-way.ts';
import { type Fate, type Fates, type Wish, sendAll, whatIsMissing } from './send-wishes.ts';

/**
 * One look before, a request for each twenty, one look after. What is said there is not said again; where two runs said
 * it in the same moment, the older comment stays. What each became, in the order of the wishes; once GitHub wants no
 * more, the rest fails by the same reason.
 */
export async function sendTogether(world: World, wishes: readonly Wish[]): Promise<Fate[]> {
  const fates: Fates = new Map();
  const ready = await whatIsMissing(world, wishes, fates);
  await sendAll(world, ready, fates, world.github.stop);
  await giveWay(world, ready, fates);
  return wishes.map((wish) => fates.get(wish) ?? { kind: 'done' });
}
