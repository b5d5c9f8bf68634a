// Finds the records of an issue among its comments.
import type { OwnIssue, RecordComment } from '../../../domain/observed.ts';
import { rowsTogether } from '../../../memory/fold-record.ts';
import { readRecord, readRecordKey, recordKey } from '../../../memory/record.ts';
import { readMarker } from '../../../text/marker.ts';
import type { RawComment } from '../own-words.ts';

type Records = Pick<OwnIssue, 'records'>;

interface Found {
  readonly name: string;
  readonly commentId: number;
  readonly body: string;
}

/** Among our comments, with our words; nothing where there is none. */
export function recordsOf(ours: readonly Pick<RawComment, 'databaseId' | 'body'>[], key: string): Records {
  const found = ours.flatMap(({ databaseId, body }): Found[] => {
    const named = readRecordKey(readMarker(body) ?? '');
    return named?.issue !== key || databaseId === null
      ? []
      : [{ name: named.name, commentId: databaseId, body }];
  });
  return gathered(found);
}

/** Both, each name once. */
export function withRecords(
  before: readonly RecordComment[] | undefined,
  more: readonly RecordComment[] | undefined,
): Records {
  const all = [...(before ?? []), ...(more ?? [])];
  return gathered(
    all.flatMap((record) => [
      record,
      ...(record.doubles ?? []).map((one) => ({ ...one, name: record.name })),
    ]),
  );
}

/** Two runs that race may both begin a record: the older one is written on, what stands in the others counts. */
function gathered(found: readonly Found[]): Records {
  const all = found
    // The first and the newest comments overlap.
    .filter(({ commentId }, index) => found.findIndex((one) => one.commentId === commentId) === index)
    .toSorted((a, b) => a.commentId - b.commentId);
  const names = [...new Set(all.map(({ name }) => name))];
  const records = names.flatMap((name): RecordComment[] => {
    const [first, ...doubles] = all.flatMap((one) =>
      one.name === name ? [{ commentId: one.commentId, body: one.body }] : [],
    );
    if (first === undefined) return [];
    const rows = rowsTogether([first, ...doubles].map(({ body }) => readRecord(body)));
    return [{ name, ...first, rows, ...(doubles.length === 0 ? {} : { doubles }) }];
  });
  return records.length === 0 ? {} : { records };
}

/** Keys of records that are asked for and that were not seen on the issue. */
export function missingRecords(records: readonly string[], issue: OwnIssue): string[] {
  const seen = new Set(issue.records?.map(({ name }) => recordKey(issue.key, name)));
  return records.filter((key) => readRecordKey(key)?.issue === issue.key && !seen.has(key));
}
