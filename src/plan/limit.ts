// Cuts a plan to what one run may write; the rest waits for the next run and is named.
import type { OwnIssue } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { Operation } from '../domain/operation.ts';

export interface Limits {
  /** Most operations of one run. */
  readonly operations: number;
}

/**
 * The operations of this run and those left for the next, both in order. What belongs to no issue, or to one
 * that is below no other, comes first; then one issue below after the other, those that exist before new ones:
 * what was begun is finished, and no issue waits for its assignment longer than for its opening.
 */
export function limit(
  operations: readonly Operation[],
  limits: Limits,
  issues: readonly OwnIssue[],
): { now: Operation[]; left: Operation[] } {
  if (operations.length <= limits.operations) return { now: [...operations], left: [] };
  const below = belowOthers(operations, issues);
  const ranked = operations.toSorted((a, b) => rankOf(a, below) - rankOf(b, below));
  const first = ranked.slice(0, limits.operations);
  const waiting = answersIn(ranked.slice(limits.operations));
  const chosen = new Set(first.filter((one) => one.kind !== 'add-reaction' || !waiting.has(one.entry)));
  const left = operations.filter((operation) => !chosen.has(operation));
  const now = operations.filter((operation) => chosen.has(operation));
  return { now: now.map((operation) => withLeft(operation, left)), left };
}

/** Answers to commands that wait for words, rows, or files which are left. */
function answersIn(left: readonly Operation[]): ReadonlySet<string> {
  return new Set(left.flatMap((operation) => ('answers' in operation ? (operation.answers ?? []) : [])));
}

/** Issues that are below another, or will be, in the order in which they are worked on. */
function belowOthers(operations: readonly Operation[], issues: readonly OwnIssue[]): readonly string[] {
  const linked = operations.flatMap((operation) =>
    operation.kind === 'add-sub-issue' ? [nameOf(operation.issue)] : [],
  );
  const children = new Set([
    ...linked,
    ...issues.filter((issue) => issue.parent !== undefined).map(({ number }) => nameOf({ number })),
  ]);
  const names = [...new Set(operations.map(issueOf))].filter(
    (name) => name !== undefined && children.has(name),
  );
  return (names as string[]).toSorted((a, b) => Number(a.startsWith('new ')) - Number(b.startsWith('new ')));
}

/** -1 for what comes first; sorting is stable, so the plan's own order stays within a rank. */
function rankOf(operation: Operation, below: readonly string[]): number {
  return below.indexOf(issueOf(operation) ?? '');
}

function issueOf(operation: Operation): string | undefined {
  if (operation.kind === 'create-issue') return nameOf({ key: operation.key });
  if ('issue' in operation) return nameOf(operation.issue);
  return 'number' in operation && operation.kind !== 'move-milestone' && operation.kind !== 'close-milestone'
    ? nameOf({ number: operation.number })
    : undefined;
}

function nameOf(issue: IssueRef): string {
  return 'key' in issue ? `new ${issue.key}` : `#${issue.number}`;
}

/** A ledger must not say of what is left that it was done. */
export function withLeft(operation: Operation, left: readonly Operation[]): Operation {
  if (operation.kind !== 'write-ledger') return operation;
  const entries = left.flatMap((other) => ('entry' in other ? (other.entry ?? []) : []));
  return { ...operation, left: [...entries, ...answersIn(left)] };
}
