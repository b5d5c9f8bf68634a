// What a run does that has looked at a few pull requests only: news is chosen across all of them, and waits.
import type { Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import { withLeft } from './limit.ts';

export interface NarrowRun {
  /** Of the pull requests that were read anew. */
  readonly numbers: readonly number[];
  /** Whether a person waits for an answer. */
  readonly isAsked: boolean;
}

/** Writes that people get a mail about, or that choose somebody. On pull requests only answers are left of them. */
const NEWS: readonly Operation['kind'][] = ['create-issue', 'create-comment', 'add-assignee', 'send-notice'];

/** Writes on a pull request. */
const ON_PULLS: readonly Operation['kind'][] = [
  'create-pull-comment',
  'edit-comment',
  'minimise-comment',
  'add-labels',
  'remove-label',
  'set-status',
];

/**
 * The operations that need no look at everything, and those that wait for one. Where a person waits for an answer the
 * news is part of it. Nothing is written on what was not read.
 */
export function narrowTo(
  operations: readonly Operation[],
  { numbers, isAsked }: NarrowRun,
  { ownIssues, commands }: Pick<Observation, 'ownIssues' | 'commands'>,
): { readonly now: Operation[]; readonly waiting: Operation[] } {
  const ours = new Set(ownIssues.known ? ownIssues.value.map(({ number }) => number) : []);
  // What a command asks for goes with its answer, whichever webhook told of it.
  const isAnswering = isAsked || (commands.known && commands.value.length > 0);
  const isUnread = (one: Operation): boolean =>
    ON_PULLS.includes(one.kind) && 'number' in one && !ours.has(one.number) && !numbers.includes(one.number);
  const waits = (one: Operation): boolean => isUnread(one) || (!isAnswering && NEWS.includes(one.kind));
  const waiting = operations.filter(waits);
  const now = operations.filter((one) => !waits(one));
  return { now: waiting.length === 0 ? now : now.map((one) => withLeft(one, waiting)), waiting };
}
