// The record of messages while a run writes to it: one row each, with the receipts of this run.
import type { OutboxRow } from '../../domain/outbox.ts';
import { lightenOutbox } from '../../memory/lighten-outbox.ts';
import { putRow, readRows } from './put-row.ts';
import { lostIn } from './receipts.ts';
import type { OutboxPlace } from './record-place.ts';
import type { World } from './world.ts';

/** A claim leaves room for receipts: without one a message would be sent twice. */
const RESERVE = 5_000;

/** Begins a message, unless another run has it by now; whether it is ours. */
export function putClaim(
  world: World,
  place: OutboxPlace,
  name: string,
  row: OutboxRow,
  free: (row: unknown) => boolean,
): Promise<boolean> {
  return put(world, place, { name, row, free, reserve: RESERVE });
}

/** Keeps what became of a message: nobody else knows. */
export async function putReceipt(
  world: World,
  place: OutboxPlace,
  name: string,
  row: OutboxRow,
): Promise<void> {
  // What may be out counts like what is: without this word the next run would send it again.
  if (row.sent !== undefined || row.unsure === true) {
    const kept = world.receipts.get(place.key) ?? { place, rows: {} };
    world.receipts.set(place.key, { place, rows: { ...kept.rows, [name]: row } });
  }
  await put(world, place, { name, row, free: () => true, reserve: 0 });
}

/**
 * GitHub has no conditional write: another run that read before our receipt and wrote after it has put the row
 * back as it was. Once its write can be seen, what is missing is written again.
 */
export async function checkReceipts(world: World): Promise<void> {
  if (world.receipts.size === 0) return;
  await world.channels?.settle();
  for (const { place, rows } of world.receipts.values()) {
    // oxlint-disable-next-line no-await-in-loop -- one record after the other
    const [name] = Object.keys(lostIn(await readRows(world, place), rows));
    const row = name === undefined ? undefined : rows[name];
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (name !== undefined) await put(world, place, { name, row, free: () => true, reserve: 0 });
    world.receipts.delete(place.key);
  }
}

function put(
  world: World,
  place: OutboxPlace,
  one: { name: string; row: unknown; free: (row: unknown) => boolean; reserve: number },
): Promise<boolean> {
  return putRow(world, place, {
    ...one,
    others: (rows) => ({ ...rows, ...lostIn(rows, world.receipts.get(place.key)?.rows ?? {}) }),
    lighten: (rows) => lightenOutbox(rows, place.at, place.spare),
  });
}
