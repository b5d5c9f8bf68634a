// A text that people write, with its history and its reactions.
import type { Account } from './account.ts';

/** One version of a body: who wrote it, when, and the full text after it. */
export interface Edit {
  readonly id: number;
  readonly editor: Account;
  readonly at: string;
  readonly text: string;
  /** Somebody deleted this version: its text is not shown any more. */
  deleted?: { readonly by: Account; readonly at: string };
}

export interface Reaction {
  readonly id: number;
  readonly nodeId: string;
  readonly user: Account;
  readonly content: string;
  readonly at: string;
}

/** What issues and comments have in common: a body with a history. */
export interface Writing {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Account;
  readonly createdAt: string;
  body: string | null;
  updatedAt: string;
  /** Oldest first; empty until the first edit, as on GitHub. */
  readonly edits: Edit[];
  readonly reactions: Reaction[];
}
