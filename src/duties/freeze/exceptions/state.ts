// What the logs of tracking issues say of exceptions: who asked, who decided, and what holds now.
import type { LedgerEntry, OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { keyOf } from '../../../text/marker.ts';

export const VERBS = ['ask', 'accept', 'refuse'] as const;

export type Verb = (typeof VERBS)[number];

/** What holds of a pull request. */
export type Standing = 'pending' | 'accepted' | 'refused';

export const AFTER: Readonly<Record<Verb, Standing>> = {
  ask: 'pending',
  accept: 'accepted',
  refuse: 'refused',
};

/** Times that somebody may ask for the same pull request. */
export const MOST_ASKED = 3;

export interface Step {
  readonly pull: number;
  readonly verb: Verb;
  /** Of the comment that said it. */
  readonly commentId: number;
  readonly entry: LedgerEntry;
}

export function stepKey({ version }: Release, pull: number, verb: Verb, commentId: number): string {
  return keyOf(version, 'exception', String(pull), verb, String(commentId));
}

/** Oldest first, as the log has them. */
export function stepsIn(release: Release, entries: readonly LedgerEntry[]): Step[] {
  const prefix = `${keyOf(release.version, 'exception')}/`;
  return entries.flatMap((entry): Step[] => {
    if (!entry.key.startsWith(prefix)) return [];
    const [pull, word, comment] = entry.key.slice(prefix.length).split('/');
    const verb = VERBS.find((one) => one === word);
    return verb === undefined ? [] : [{ pull: Number(pull), verb, commentId: Number(comment), entry }];
  });
}

export function entriesOf(release: Release, issues: readonly OwnIssue[]): readonly LedgerEntry[] {
  return issues.find(({ key }) => key === trackingKey(release))?.ledger?.entries ?? [];
}

/** The last word counts. */
export function standingOf(pull: number, steps: readonly Step[]): Standing | undefined {
  const last = steps.findLast((step) => step.pull === pull);
  return last === undefined ? undefined : AFTER[last.verb];
}

/** Whether it changes something: who asks for what is asked for or accepted already says nothing new. */
export function changes(pull: number, verb: Verb, steps: readonly Step[]): boolean {
  const before = standingOf(pull, steps);
  if (before === AFTER[verb]) return false;
  return verb !== 'ask' || (before !== 'accepted' && !isAskedOut(pull, steps));
}

export function isAskedOut(pull: number, steps: readonly Step[]): boolean {
  return steps.filter((step) => step.pull === pull && step.verb === 'ask').length >= MOST_ASKED;
}
