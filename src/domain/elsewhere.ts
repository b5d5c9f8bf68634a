// What was found in another repository that takes part in a release, or why it was not read.
import type { Instant } from './day.ts';
import type { Known } from './known.ts';
import type { Publication } from './observed.ts';

/** What a run wants to know of another repository. */
export interface AskedRepository {
  /** `acme/cli`. */
  readonly name: string;
  /** Labels of what holds a release up. */
  readonly labels: readonly string[];
  /** Release branches. */
  readonly branches: readonly string[];
  /** Versions whose tags matter. */
  readonly versions: readonly string[];
}

/**
 * `missing`: there is none of the name, or this token may not see it. `suspended`: the owner holds the App off. `refused`:
 * a permission is missing. `limit`: GitHub asks for patience. `moved`: it has another name by now. `private`: it belongs to
 * another owner, and is not public. `failed`: anything else. `unasked`: nobody looked.
 */
export type UnreadReason =
  | 'missing'
  | 'suspended'
  | 'refused'
  | 'limit'
  | 'moved'
  | 'private'
  | 'failed'
  | 'unasked';

export interface UnreadRepository {
  readonly name: string;
  readonly reason: UnreadReason;
  /** GitHub's words, or ours; plain text that may differ from run to run. */
  readonly why: string;
  /** Its name by now, where it has moved. */
  readonly movedTo?: string | undefined;
}

/** Words of what not everybody may read are left out where it is read: nothing behind it can tell them. */
export interface SeenRepository {
  readonly name: string;
  /** Its page. */
  readonly url: string;
  /** Not everybody may read it. */
  readonly isPrivate: boolean;
  readonly labels: Known<readonly string[]>;
  /** Lowest number first. */
  readonly blockers: Known<readonly OtherBlocker[]>;
  /** All open ones, oldest first. */
  readonly pulls: Known<readonly OtherPull[]>;
  /** Of the branches asked for. */
  readonly branches: Known<readonly OtherBranch[]>;
  /** Of the versions asked for. */
  readonly publications: Known<readonly Publication[]>;
  readonly defaultBranch: string;
}

export interface OtherBlocker {
  readonly number: number;
  /** Absent in a repository that is not public. */
  readonly title?: string | undefined;
  /** Title of its GitHub milestone. */
  readonly milestone?: string | undefined;
  /** Nobody in a repository that is not public. */
  readonly assignees: readonly string[];
  readonly createdAt: Instant;
}

export interface OtherPull {
  readonly number: number;
  /** Absent in a repository that is not public. */
  readonly title?: string | undefined;
  /** The branch that it goes to. */
  readonly base: string;
  readonly milestone?: string | undefined;
}

export interface OtherBranch {
  readonly name: string;
  /** What CI says of its newest commit; `none`: nothing ran on it, `missing`: there is no such branch. */
  readonly state: 'green' | 'red' | 'running' | 'none' | 'missing';
  /** Names of checks that failed; none in a repository that is not public. */
  readonly failing: readonly string[];
}

/** What a look at the other repositories of its releases found. */
export interface Elsewhere {
  /** Of this repository, for the order of release. */
  readonly own: Known<readonly Publication[]>;
  readonly repositories: readonly (SeenRepository | UnreadRepository)[];
}
