// Compares the ledgers that should exist with those that do: one write per ledger.
import { isDeepStrictEqual } from 'node:util';
import type { DesiredEntry } from '../domain/desired.ts';
import type { LedgerState, OwnIssue } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { Operation } from '../domain/operation.ts';
import { canonical } from './canonical.ts';
import type { Wanted } from './desire.ts';

/** One write per ledger, with all entries that it lacks and what it has to remember. */
export function diffLedgers(wanted: readonly Wanted[], issues: readonly OwnIssue[]): Operation[] {
  const keys = wanted.flatMap(({ desired }) =>
    desired.kind === 'entry' || desired.kind === 'state' ? [desired.issue] : [],
  );
  return [...new Set(keys)].flatMap((key) => diffLedger(key, wanted, canonical(issues, key)));
}

/** Logs that two runs began at once. */
export function foldLedgers(issues: readonly OwnIssue[]): Operation[] {
  return issues.flatMap(({ number, key, ledger }): Operation[] => {
    if (ledger?.doubles === undefined) return [];
    const { commentId, doubles } = ledger;
    const younger = doubles.map((one) => one.commentId);
    const why = 'two runs began it at the same time';
    return [{ kind: 'fold-ledger', number, key, commentId, younger, duty: 'relcomms', why }];
  });
}

function diffLedger(key: string, wanted: readonly Wanted[], found: OwnIssue | undefined): Operation[] {
  const entries: DesiredEntry[] = [];
  let state: LedgerState | undefined;
  let asked: { duty: string; why: string } | undefined;
  for (const { duty, desired } of wanted) {
    if (desired.kind === 'entry' && desired.issue === key && !isWritten(desired, found)) {
      if (entries.length === 0) asked = { duty, why: desired.why };
      entries.push(desired);
    }
    if (desired.kind === 'state' && desired.issue === key && !isSame(desired.state, found?.ledger?.state)) {
      state = desired.state;
      asked ??= { duty, why: desired.why };
    }
  }
  if (asked === undefined) return [];
  const issue: IssueRef = found === undefined ? { key } : { number: found.number };
  const lines = entries.map(({ key: entryKey, day, text, unassignable, shown }) => {
    return {
      key: entryKey,
      day,
      text,
      ...(unassignable !== undefined && { unassignable }),
      ...(shown && { shown }),
    };
  });
  return [{ kind: 'write-ledger', issue, key, entries: lines, state, ...asked }];
}

function isWritten(entry: DesiredEntry, issue: OwnIssue | undefined): boolean {
  return issue?.ledger?.entries.some((written) => written.key === entry.key) === true;
}

/** Lists are sorted by whoever makes them; the order of keys says nothing. */
function isSame(a: LedgerState, b: LedgerState | undefined): boolean {
  return isDeepStrictEqual(a, b);
}
