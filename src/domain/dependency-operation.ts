// The writes that say which issue waits for which.
import type { IssueRef } from './issue-ref.ts';

/** Says on GitHub that an issue waits for another one. */
export interface AddDependency {
  readonly kind: 'add-dependency';
  readonly issue: IssueRef;
  readonly blockedBy: IssueRef;
  /** Key in the ledger state; it is withheld unless GitHub took it, or refused it for good. */
  readonly entry: string;
  /** Whether the next run tries again after a refusal. */
  readonly insist: boolean;
  /** Present between two tries: it was refused before, and is asked again once an hour. */
  readonly waits?: true | undefined;
}

/** Takes back what `AddDependency` said. */
export interface RemoveDependency {
  readonly kind: 'remove-dependency';
  readonly issue: IssueRef;
  readonly blockedBy: IssueRef;
  /** Key in the ledger state; while it is withheld, the state remembers that it is there. */
  readonly entry: string;
}
