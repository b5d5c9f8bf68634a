// The names of messages, and what the record on the tracking issue says became of them.
import type { OwnIssue } from '../domain/observed.ts';
import { MESSAGES, type OutboxRow } from '../domain/outbox.ts';
import { readOutboxRow } from '../memory/outbox-row.ts';
import { keyOf } from '../text/marker.ts';
import type { NoticeSubject } from './subject.ts';

/** The key of a message to a place: `v1.18.0/slack/due/rc1/…/slack/team-api`. */
export function noticeKey(
  { release, duty }: Pick<NoticeSubject, 'release' | 'duty'>,
  name: string,
  slug: string,
): string {
  return keyOf(release.version, duty, ...name.split('/'), ...slug.split('/'));
}

/** What the keys of all messages of a duty about a release begin with. */
export function noticePrefix({ release, duty }: Pick<NoticeSubject, 'release' | 'duty'>): string {
  return `${keyOf(release.version, duty)}/`;
}

/** What is known of the messages of a release, by key. */
export function rowsOf(tracking: OwnIssue): ReadonlyMap<string, OutboxRow> {
  const rows = READ.get(tracking) ?? readRows(tracking);
  READ.set(tracking, rows);
  return rows;
}

/** Every message of a run asks, and a long record takes its time to read. */
const READ = new WeakMap<OwnIssue, ReadonlyMap<string, OutboxRow>>();

function readRows(tracking: OwnIssue): ReadonlyMap<string, OutboxRow> {
  const record = tracking.records?.find(({ name }) => name === MESSAGES);
  return new Map(
    Object.entries(record?.rows ?? {}).flatMap(([key, row]): [string, OutboxRow][] => {
      const known = readOutboxRow(row, key);
      return known === undefined ? [] : [[key, known]];
    }),
  );
}
