// All that one run would do: after it has opened an issue it looks again, and does what follows from that.
import type { Observation } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { Operation } from '../domain/operation.ts';
import { type DutyRun, type Wishes } from './desire.ts';
import { foresee } from './foresee.ts';
import { limit, withLeft } from './limit.ts';
import { narrowTo } from './narrow.ts';
import { planFrom } from './plan-from.ts';

/** Looks of one run: it looks again after it opened or began something, to find what others did in the same moment. */
export const PASSES = 3;

/** What one look leads to. */
export interface Pass {
  readonly wishes: Wishes;
  /** In the order to carry them out. */
  readonly operations: readonly Operation[];
  /** Over the limit. */
  readonly left: readonly Operation[];
}

/** What a run with room for so many operations does after one look. `made` it has done before. */
export function planPass(
  run: DutyRun,
  observation: Observation,
  room: number,
  made: readonly Operation[] = [],
): Pass {
  const { wishes, operations } = planFrom(run, observation);
  const issues = observation.ownIssues.known ? observation.ownIssues.value : [];
  const { now: possible, waiting } =
    run.narrow === undefined
      ? { now: operations, waiting: [] }
      : narrowTo(operations, run.narrow, observation);
  const { now, left } = limit(possible, { operations: Math.max(0, room - made.length) }, issues);
  const kept = withoutMade(now, made);
  const gone = now.filter((operation) => !kept.includes(operation));
  // What a failed opening took with it is not remembered as done.
  return {
    wishes,
    operations: gone.length === 0 ? kept : kept.map((one) => withLeft(one, gone)),
    left: [...left, ...waiting],
  };
}

/** The passes of a whole run, the later ones as far as they can be foreseen. */
export function planAhead(run: DutyRun, observation: Observation, room: number): readonly [Pass, ...Pass[]] {
  const first = planPass(run, observation, room);
  const passes: [Pass, ...Pass[]] = [first];
  let current = observation;
  let made: readonly Operation[] = [];
  for (let last = first; passes.length < PASSES && asksForLook(last.operations, current);) {
    current = foresee(current, last.operations, run.now);
    made = [...made, ...last.operations];
    last = planPass(run, current, room, made);
    passes.push(withKeys(last, made, current));
  }
  return passes;
}

/**
 * Whether something follows at once from these: an issue is opened, a log is begun, without which nobody is reminded, or
 * gets a line that pages show.
 */
export function asksForLook(operations: readonly Operation[], { ownIssues }: Observation): boolean {
  const issues = ownIssues.known ? ownIssues.value : [];
  return operations.some((operation) => {
    if (operation.kind === 'create-issue') return true;
    if (operation.kind !== 'write-ledger') return false;
    if (operation.entries.some(({ shown }) => shown)) return true;
    if (!('number' in operation.issue)) return false;
    const { number } = operation.issue;
    return issues.find((issue) => issue.number === number)?.ledger === undefined;
  });
}

/** A list that lags behind must not make us open a second time what this run has opened. */
function withoutMade(operations: readonly Operation[], before: readonly Operation[]): Operation[] {
  const made = before.flatMap((operation) => (operation.kind === 'create-issue' ? [operation.key] : []));
  return operations.filter((operation) => {
    if (operation.kind === 'create-issue') return !made.includes(operation.key);
    return !('issue' in operation && 'key' in operation.issue && made.includes(operation.issue.key));
  });
}

/** An issue that this run opens has no number yet: it goes by its key. */
function withKeys(pass: Pass, made: readonly Operation[], { ownIssues }: Observation): Pass {
  const opened = new Set(made.flatMap((one) => (one.kind === 'create-issue' ? [one.key] : [])));
  const issues = ownIssues.known ? ownIssues.value : [];
  const keys = new Map(issues.flatMap(({ key, number }) => (opened.has(key) ? [[number, key]] : [])));
  const named = (ref: IssueRef): IssueRef => {
    const key = 'number' in ref ? keys.get(ref.number) : undefined;
    return key === undefined ? ref : { key };
  };
  return { ...pass, operations: pass.operations.map((operation) => renamed(operation, named)) };
}

function renamed(operation: Operation, named: (ref: IssueRef) => IssueRef): Operation {
  if (operation.kind === 'add-sub-issue')
    return { ...operation, parent: named(operation.parent), issue: named(operation.issue) };
  if (operation.kind === 'add-dependency' || operation.kind === 'remove-dependency')
    return { ...operation, blockedBy: named(operation.blockedBy), issue: named(operation.issue) };
  return 'issue' in operation ? { ...operation, issue: named(operation.issue) } : operation;
}
