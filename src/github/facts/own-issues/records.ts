// Finds the records of an issue among its comments.
import type { OwnIssue, RecordComment } from '../../../domain/observed.ts';
import { readRecord, readRecordKey, recordKey } from '../../../memory/record.ts';
import { readMarker } from '../../../text/marker.ts';
import type { RawComment } from '../own-words.ts';

type Records = Pick<OwnIssue, 'records'>;

/** Among our comments, with our words; where two runs raced, the older one. Nothing where there is none. */
export function recordsOf(ours: readonly Pick<RawComment, 'databaseId' | 'body'>[], key: string): Records {
  const found = ours.flatMap(({ databaseId, body }): RecordComment[] => {
    const named = readRecordKey(readMarker(body) ?? '');
    if (named?.issue !== key || databaseId === null) return [];
    return [{ name: named.name, commentId: databaseId, body, rows: readRecord(body) }];
  });
  return withRecords(undefined, found);
}

/** Both, each name once. */
export function withRecords(
  before: readonly RecordComment[] | undefined,
  more: readonly RecordComment[] | undefined,
): Records {
  const all = [...(before ?? []), ...(more ?? [])].toSorted((a, b) => a.commentId - b.commentId);
  const records = all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
  return records.length === 0 ? {} : { records };
}

/** Keys of records that are asked for and that were not seen on the issue. */
export function missingRecords(records: readonly string[], issue: OwnIssue): string[] {
  const seen = new Set(issue.records?.map(({ name }) => recordKey(issue.key, name)));
  return records.filter((key) => readRecordKey(key)?.issue === issue.key && !seen.has(key));
}
