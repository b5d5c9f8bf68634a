// Compares a message that should be out with what the record says became of it.
import type { Instant } from '../domain/day.ts';
import type { DesiredNotice } from '../domain/desired.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { IssueRef, Operation } from '../domain/operation.ts';
import { MESSAGES, type OutboxRow } from '../domain/outbox.ts';
import { targetId, wordsOf } from '../memory/notice-id.ts';
import { readOutboxRow } from '../memory/outbox-row.ts';
import { recordKey } from '../memory/record.ts';
import { canonical } from './canonical.ts';
import { decideSend } from './decide-send.ts';

export function diffNotice(
  duty: string,
  desired: DesiredNotice,
  issues: readonly OwnIssue[],
  now: Instant,
): Operation[] {
  const { issue: owner, notice, current = false, thread, tells, after, spare, entry, why } = desired;
  const found = canonical(issues, owner);
  const record = found?.records?.find(({ name }) => name === MESSAGES);
  const rowOf = (key: string): OutboxRow | undefined => readOutboxRow(record?.rows[key], key);
  const row = rowOf(notice.key);
  // The record was deleted: the log still tells what went out.
  const isTold = entry === notice.key && found?.ledger?.entries.some(({ key }) => key === entry) === true;
  if (row === undefined && isTold) return [];
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

/** A message in another place is no thread for this one. */
function threadOf(row: OutboxRow | undefined, { target }: DesiredNotice['notice']): OutboxRow['sent'] {
  return row?.to === undefined || row.to === targetId(target) ? row?.sent : undefined;
}
