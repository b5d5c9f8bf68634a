// What an embedded GitHub starts with.
import type { Permission } from './model.ts';

export interface PersonSeed {
  readonly login: string;
  /** `none` for somebody who has nothing to do with the repositories; everybody may read a public one. */
  readonly permission: Permission | 'none';
  readonly name?: string;
}

export interface AppSeed {
  readonly slug?: string;
  readonly webhookUrl?: string;
  readonly webhookSecret: string;
  /** Default: issues, contents, pull_requests and checks `write`; metadata and members `read`. */
  readonly permissions?: Readonly<Record<string, string>>;
}

export interface RepoSeed {
  readonly repo: string;
  /** Text of each file on the default branch. */
  readonly files: Readonly<Record<string, string>>;
  readonly private?: boolean;
  /** By login, where they differ from those of the people. */
  readonly permissions?: Readonly<Record<string, Permission>>;
}

export interface GitHubSeed extends RepoSeed {
  /** Login of the organisation that owns the repositories. */
  readonly owner: string;
  /** At least one must be an admin. */
  readonly people: readonly PersonSeed[];
  readonly app?: AppSeed;
  readonly teams?: readonly { readonly slug: string; readonly members: readonly string[] }[];
  /** Fields of the organisation's issues; absent switches them off, as for an owner who is a person. */
  readonly issueFields?:
    | readonly { readonly name: string; readonly type: 'text' | 'date' | 'number' }[]
    | undefined;
  /** Further repositories, with the same people. */
  readonly repos?: readonly RepoSeed[];
}
