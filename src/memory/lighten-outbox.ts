// What may go from the record of messages when it is full, and what of the rest.
import type { Instant } from '../domain/day.ts';
import type { RecordRows } from '../domain/observed.ts';
import type { OutboxRow } from '../domain/outbox.ts';
import { readOutboxRow } from './outbox-row.ts';

/** A row that goes, or that stays with less in it. */
export interface Lighter {
  readonly name: string;
  readonly row?: OutboxRow;
}

/**
 * In the order to take them: what is over and tells no days, or that `spare` names, the oldest first; then what
 * receipts hold beside the place of the message. A row whose window is open always stays, and one that remembers
 * days stays unless it is spare.
 */
export function lightenOutbox(rows: RecordRows, now: Instant, spare: readonly string[]): Lighter[] {
  const known = Object.entries(rows).map(([name, row]) => ({ name, row: readOutboxRow(row, name) }));
  const over = known
    .filter(({ row }) => row === undefined || row.until <= now)
    .filter(({ name, row }) => row?.tells === undefined || spare.includes(name))
    .toSorted((a, b) => (a.row?.until ?? 0) - (b.row?.until ?? 0));
  const receipts = known.flatMap(({ name, row }) =>
    row?.sent === undefined ? [] : [{ name, row: slim(row, row.sent) }],
  );
  return [...over.map(({ name }) => ({ name })), ...receipts];
}

/** Once a message is out, nobody asks whose claim it was. */
function slim(row: OutboxRow, { place, id }: NonNullable<OutboxRow['sent']>): OutboxRow {
  return { ...row, claim: '', sent: { place, id } };
}
