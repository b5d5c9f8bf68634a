// What was sent, or may be, and could not be noted: this process knows it, and notes it when GitHub takes it.
import type { Observation, OwnIssue, RecordRows } from '../../domain/observed.ts';
import { MESSAGES } from '../../domain/outbox.ts';
import { readOutboxRow } from '../../memory/outbox-row.ts';
import { recordKey } from '../../memory/record.ts';
import type { OutboxPlace } from './record-place.ts';

/** By key of the record; of one repository. A process that makes many runs keeps them from run to run. */
export type Receipts = Map<string, { readonly place: OutboxPlace; readonly rows: RecordRows }>;

/** A look in which what is noted nowhere counts as sent. */
export function withReceipts(observation: Observation, receipts: Receipts | undefined): Observation {
  const { ownIssues } = observation;
  if (receipts === undefined || receipts.size === 0 || !ownIssues.known) return observation;
  return {
    ...observation,
    ownIssues: { ...ownIssues, value: ownIssues.value.map((one) => noted(one, receipts)) },
  };
}

function noted(issue: OwnIssue, receipts: Receipts): OwnIssue {
  const kept = receipts.get(recordKey(issue.key, MESSAGES));
  if (kept === undefined || issue.records === undefined) return issue;
  const records = issue.records.map((record) =>
    record.name === MESSAGES
      ? { ...record, rows: { ...record.rows, ...lostIn(record.rows, kept.rows) } }
      : record,
  );
  return { ...issue, records };
}

/** Those of some receipts that a record does not know: what is sent outdoes what may be. */
export function lostIn(rows: RecordRows, receipts: RecordRows): RecordRows {
  return Object.fromEntries(
    Object.entries(receipts).filter(([name, receipt]) => {
      const there = readOutboxRow(rows[name], name);
      if (there?.sent !== undefined) return false;
      return there?.unsure !== true || readOutboxRow(receipt, name)?.sent !== undefined;
    }),
  );
}
