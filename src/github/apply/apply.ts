// The door to all writes: what writes is loaded only where there is something to write.
import type { Operation } from '../../domain/operation.ts';
import type { Applied } from '../../domain/outcome.ts';
import type { Channels } from '../../domain/outbox.ts';
import type { GitHub } from '../client.ts';
import type { Receipts } from './receipts.ts';
import type { World } from './world.ts';

/**
 * What became of each operation, in order. Never throws for GitHub's sake. Once the pacer holds a write back
 * nothing more is tried: the rest is for the next run.
 */
export async function apply(
  github: GitHub,
  operations: readonly Operation[],
  seen: Pick<World, 'setting' | 'observation'>,
  channels?: Channels,
  receipts?: Receipts,
): Promise<Applied[]> {
  // Receipts of earlier runs wait for any run.
  if (operations.length === 0 && receipts === undefined) return [];
  const { carryOut } = await import('./carry-out.ts');
  return carryOut(github, operations, seen, channels, receipts);
}
