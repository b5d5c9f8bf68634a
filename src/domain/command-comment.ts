// A comment with commands, and what its author may do.
import type { Instant } from './day.ts';

/** What a person may do on the repository; `unknown` when GitHub could not be asked. */
export type Permission = 'unknown' | 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

/** Of the teams that hold roles, as `acme/api`: those that a person is in, and those that GitHub did not tell about. */
export interface Memberships {
  readonly member: readonly string[];
  readonly unknown: readonly string[];
}

/** A comment with commands that carries no answer of ours yet. */
export interface CommandComment {
  readonly commentId: number;
  /** Key and number of our issue that it stands on. */
  readonly issue: string;
  readonly number: number;
  readonly author: string;
  readonly permission: Permission;
  readonly teams: Memberships;
  /** Neither the config nor GitHub says that the author has to do with the repository: they may read it at most. */
  readonly stranger?: boolean | undefined;
  /** When its words were written, or edited last by their author; absent: nobody asked GitHub. */
  readonly at?: Instant | undefined;
  /** The commands, a line each. */
  readonly lines: readonly string[];
}

/** A comment of which everything was refused. */
export interface Refusal {
  /** Key of the issue that it stands on. */
  readonly issue: string;
  /** Version of the release. */
  readonly release: string;
  readonly author: string;
}
