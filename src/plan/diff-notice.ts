// Compares a message that should be out with what the record says became of it.
import type { Instant } from '../domain/day.ts';
import type { DesiredNotice } from '../domain/desired-notice.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { Operation } from '../domain/operation.ts';
import { MESSAGES, type OutboxRow } from '../domain/outbox.ts';
import { targetId, wordsOf } from '../memory/notice-id.ts';
import { readOutboxRow } from '../memory/outbox-row.ts';
import { recordKey } from '../memory/record.ts';
import { canonical } from './canonical.ts';
import { decideSend } from './decide-send.ts';
import type { Wanted } from './wanted.ts';

export function diffNotice(
  duty: string,
  desired: DesiredNotice,
  issues: readonly OwnIssue[],
  now: Instant,
): Operation[] {
  const { issue: owner, notice, current = false, thread, tells, after, spare, entry, why } = desired;
  const found = canonical(issues, owner);
  const record = found?.records?.find(({ name }) => name === MESSAGES);
  const rowOf = (name: string): OutboxRow | undefined => rowIn(found, name);
  const row = rowOf(notice.key);
  // The record was deleted, or the receipt could not be written: the log still tells what went out.
  const isTold = entry === notice.key && found?.ledger?.entries.some(({ key }) => key === entry) === true;
  if (row?.sent === undefined && isTold) return [];
  const decision = decideSend(notice, row, now, current);
  if (decision.kind === 'leave') return [];
  const issue: IssueRef = found === undefined ? { key: owner } : { number: found.number };
  return [
    {
      kind: 'send-notice',
      issue,
      record: { key: recordKey(owner, MESSAGES), commentId: record?.commentId },
      notice,
      words: wordsOf(notice),
      tries: decision.kind === 'send' ? decision.tries : (row?.tries ?? 1),
      seen: row,
      update: decision.kind === 'update' ? row : undefined,
      tells,
      after,
      spare,
      thread: threadOf(thread === undefined ? undefined : rowOf(thread), notice),
      at: now,
      entry,
      duty,
      why,
    },
  ];
}

/** Keys of messages that were begun, did not go out as far as anybody knows, and are left alone now. */
export function untoldNotices(
  wanted: readonly Wanted[],
  issues: readonly OwnIssue[],
  now: Instant,
): ReadonlySet<string> {
  const left = wanted.flatMap(({ duty, desired }) => {
    if (desired.kind !== 'notice') return [];
    const { key } = desired.notice;
    const row = rowIn(canonical(issues, desired.issue), key);
    const waits = row !== undefined && row.sent === undefined;
    return waits && diffNotice(duty, desired, issues, now).length === 0 ? [key] : [];
  });
  return new Set(left);
}

function rowIn(issue: OwnIssue | undefined, key: string): OutboxRow | undefined {
  const record = issue?.records?.find(({ name }) => name === MESSAGES);
  return readOutboxRow(record?.rows[key], key);
}

/** A message in another place is no thread for this one. */
function threadOf(row: OutboxRow | undefined, { target }: DesiredNotice['notice']): OutboxRow['sent'] {
  return row?.to === undefined || row.to === targetId(target) ? row?.sent : undefined;
}
