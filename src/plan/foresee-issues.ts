// What becomes of our issues, their logs and their records by one operation.
import type { Instant } from '../domain/day.ts';
import type { LedgerState, OwnIssue, RecordRows } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { SendNotice, WriteLedger } from '../domain/log-operation.ts';
import type { CreateIssue, Operation } from '../domain/operation.ts';
import { MESSAGES, type OutboxRow } from '../domain/outbox.ts';
import { mergeBody } from '../body/merge-body.ts';
import { resolveLinks } from '../body/resolve-links.ts';
import { askedFor } from '../memory/asked-for.ts';
import { readRecordKey, renderRecord } from '../memory/record.ts';
import { canonical } from './canonical.ts';
import { writtenBefore } from './written-before.ts';

/** `number` is that of an issue that it opens. */
export function foreseeIssues(
  issues: readonly OwnIssue[],
  operation: Operation,
  number: number,
  now: Instant,
): readonly OwnIssue[] {
  const linked = (key: string): number | undefined => canonical(issues, key)?.number;
  const change = (ref: IssueRef, how: (issue: OwnIssue) => Partial<OwnIssue>): readonly OwnIssue[] => {
    const wanted = 'number' in ref ? ref.number : linked(ref.key);
    return issues.map((issue) => (issue.number === wanted ? { ...issue, ...how(issue) } : issue));
  };
  switch (operation.kind) {
    case 'create-issue':
      return [...issues, opened(operation, linked, number, now)];
    case 'write-body': {
      const document = resolveLinks(operation.body, linked);
      return change(operation.issue, (issue) => ({
        body: mergeBody(issue.body, document, writtenBefore(issue)),
        ownBody: undefined,
      }));
    }
    case 'close-issue':
    case 'close-duplicate':
      return change(operation, () => ({ state: 'closed', stateBy: 'us', stateAt: now }));
    case 'reopen-issue':
      return change(operation, () => ({ state: 'open', stateBy: 'us', stateAt: now }));
    case 'add-sub-issue': {
      const { parent } = operation;
      const above = 'number' in parent ? parent.number : linked(parent.key);
      return change(operation.issue, () => ({ parent: above }));
    }
    case 'add-labels':
      return change(operation, ({ labels }) => ({ labels: [...labels, ...operation.labels] }));
    case 'remove-label':
      return change(operation, ({ labels }) => ({ labels: labels.filter((one) => one !== operation.label) }));
    case 'set-milestone':
      return change(operation.issue, () => ({ milestone: operation.title }));
    case 'rename-issue':
      return change(operation, () => ({ title: operation.title }));
    case 'add-assignee':
      return change(operation.issue, ({ assignees }) => ({ assignees: [...assignees, operation.login] }));
    case 'write-ledger':
      return change(operation.issue, (issue) => ({ ledger: written(operation, issue) }));
    case 'fold-ledger':
      return change(operation, ({ ledger }) => ({ ledger: ledger && { ...ledger, doubles: undefined } }));
    case 'fold-record':
      return change(operation, (issue) => withoutDoubles(issue, operation.commentId));
    case 'put-back':
      return issues.map((issue) => withoutEdit(issue, operation.nodeId));
    case 'write-record': {
      const { issue, key, rows } = operation;
      const name = readRecordKey(key)?.name ?? '';
      return change(issue, (found) => withRecord(found, name, rows, renderRecord(key, operation)));
    }
    case 'send-notice':
      return change(operation.issue, (issue) => sent(operation, issue));
    default:
      return issues;
  }
}

function withoutDoubles({ records }: OwnIssue, commentId: number): Pick<OwnIssue, 'records'> {
  return {
    records: records?.map((one) => (one.commentId === commentId ? { ...one, doubles: undefined } : one)),
  };
}

function withoutEdit(issue: OwnIssue, comment: string): OwnIssue {
  return { ...issue, edited: issue.edited?.filter(({ nodeId }) => nodeId !== comment) };
}

function sent(operation: SendNotice, issue: OwnIssue): Partial<OwnIssue> {
  const rows = issue.records?.find(({ name }) => name === MESSAGES)?.rows;
  return withRecord(issue, MESSAGES, { ...rows, [operation.notice.key]: rowOf(operation) }, '');
}

function opened(
  { key, title, body, labels, milestone }: CreateIssue,
  linked: (key: string) => number | undefined,
  number: number,
  now: Instant,
): OwnIssue {
  return {
    key,
    number,
    id: '',
    databaseId: 0,
    title,
    body: mergeBody('', resolveLinks(body, linked)),
    editedAt: now,
    state: 'open',
    stateBy: 'us',
    labels,
    assignees: [],
    milestone,
    createdAt: now,
    commands: [],
  };
}

const NOTHING: LedgerState = { done: [], days: {}, due: {}, assigned: [], below: [] };

/** What is left to the next run is not written; then the state tells only of what was done. */
function written({ entries, state, left }: WriteLedger, { ledger }: OwnIssue): OwnIssue['ledger'] {
  const withheld = new Set(left);
  const before = ledger?.state ?? NOTHING;
  const fresh = entries.filter(({ key }) => !withheld.has(key));
  const asked =
    state &&
    askedFor(
      fresh.map(({ key }) => key),
      state,
    );
  const told =
    left === undefined ? state : state && { ...before, ...asked, assigned: kept(state.assigned, withheld) };
  return {
    commentId: ledger?.commentId ?? 0,
    body: ledger?.body ?? '',
    entries: [...(ledger?.entries ?? []), ...fresh],
    state: told ?? ledger?.state,
  };
}

function kept(names: readonly string[], withheld: ReadonlySet<string>): readonly string[] {
  return names.filter((name) => !withheld.has(name));
}

function withRecord(
  { records = [] }: OwnIssue,
  name: string,
  rows: RecordRows,
  body: string,
): Pick<OwnIssue, 'records'> {
  const commentId = records.find((record) => record.name === name)?.commentId ?? 0;
  return { records: [...records.filter((record) => record.name !== name), { name, commentId, body, rows }] };
}

/** The row of a message that went out, or that has got its new words. */
function rowOf({ notice, words, tries, tells, update, at }: SendNotice): OutboxRow {
  const { until } = notice;
  if (update !== undefined) return { ...update, until, words, failed: undefined };
  return { claim: '', at, tries, until, sent: { place: '', id: '' }, words, tells };
}
