// Brings a record that was begun twice together: the older one says all, and the younger one that it is over.
import type { RecordRows } from '../domain/observed.ts';
import { foldedBehind } from './folded-behind.ts';
import { hiddenData } from './hidden-data.ts';
import { readOutboxRow } from './outbox-row.ts';
import { RECORD_LIMIT, readRecord } from './record.ts';

/** The rows of all, the oldest first. Where two have a row the older one counts, but for what only one knows to be out. */
export function rowsTogether(all: readonly RecordRows[]): RecordRows {
  return all.reduce((older, younger) => {
    const known = Object.entries(younger).filter(([name, row]) => knowsMore(name, row, older[name]));
    return { ...younger, ...older, ...Object.fromEntries(known) };
  }, {});
}

/** The row of a message that went out, or may have, against one that does not know of it: it must not go out again. */
function knowsMore(name: string, row: unknown, other: unknown): boolean {
  const [mine, theirs] = [readOutboxRow(row, name), readOutboxRow(other, name)];
  if (mine === undefined || theirs?.sent !== undefined) return false;
  return mine.sent !== undefined || (mine.unsure === true && theirs?.unsure !== true);
}

/** The older comment with the rows of the younger ones, too; undefined where one comment has no room for them. */
export function recordTogether(older: string, younger: readonly string[]): string | undefined {
  const rows = rowsTogether([older, ...younger].map(readRecord));
  const sorted = Object.fromEntries(Object.entries(rows).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const line = hiddenData('record', sorted);
  const known = /^<!-- relcomms:record .* -->[ \t]*$/m;
  const body = known.test(older) ? older.replace(known, () => line) : `${older.trimEnd()}\n\n${line}\n`;
  return body.length <= RECORD_LIMIT ? body : undefined;
}

/** A younger record, below a line that says where all of it is. */
export function foldedRecord(body: string, key: string, older: number): string {
  const sentence = `This record was begun twice. [The older one](#issuecomment-${older}) says all of this.`;
  return foldedBehind(body, key, sentence);
}
