// Compares a record that should exist with the comment that does.
import type { DesiredRecord } from '../domain/desired.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { Operation } from '../domain/operation.ts';
import { recordKey, renderRecord } from '../memory/record.ts';
import { canonical } from './canonical.ts';

/** Records that two runs began at once. */
export function foldRecords(issues: readonly OwnIssue[]): Operation[] {
  return issues.flatMap(({ number, key: owner, records = [] }) =>
    records.flatMap(({ name, commentId, doubles }): Operation[] => {
      if (doubles === undefined) return [];
      const younger = doubles.map((one) => one.commentId);
      const why = 'two runs began it at the same time';
      return [
        {
          kind: 'fold-record',
          number,
          key: recordKey(owner, name),
          commentId,
          younger,
          duty: 'relcomms',
          why,
        },
      ];
    }),
  );
}

export function diffRecord(duty: string, desired: DesiredRecord, issues: readonly OwnIssue[]): Operation[] {
  const { issue: owner, name, title, about, rows, isShown, answers, why } = desired;
  const found = canonical(issues, owner);
  const record = found?.records?.find((one) => one.name === name);
  if (desired.begins === true && record !== undefined) return [];
  const key = recordKey(owner, name);
  // GitHub may change line ends and drops those at the end of a text.
  const current = record?.body.replaceAll('\r\n', '\n').trimEnd();
  if (current === renderRecord(key, desired).trimEnd()) return [];
  const issue: IssueRef = found === undefined ? { key: owner } : { number: found.number };
  const seen = record && { commentId: record.commentId, rows: record.rows };
  const more = { ...(isShown === true ? { isShown } : {}), ...(answers === undefined ? {} : { answers }) };
  return [{ kind: 'write-record', issue, key, title, about, rows, seen, ...more, duty, why }];
}
