// Which open pull requests change the config, from the same answer that brings the config itself.
import type { Known } from '../../domain/known.ts';
import { type Author, loginOf } from '../accounts.ts';
import { present } from '../present.ts';

/** An open pull request against the default branch that changes the config. */
export interface ConfigPull {
  readonly number: number;
  /** The commit that a check is made for. */
  readonly head: string;
  /** From a fork: whoever wrote it need not have any right here. */
  readonly fork: boolean;
  /** Its branch; that of a fork may have any name. */
  readonly branch: string;
  /** Login of who opened it; absent: the account is gone. */
  readonly author?: string | undefined;
}

/**
 * The pull requests that changed last, with the files that they change: one point of GraphQL's hourly limit.
 * GitHub tells a renamed file by its new name only, so the file at the head says whether the config is still there.
 */
export const PULLS_FIELD = `defaultBranchRef { name }
    pullRequests(first: 50, states: [OPEN], orderBy: { field: UPDATED_AT, direction: DESC }) { nodes {
      number headRefOid headRefName baseRefName isCrossRepository author { __typename login }
      files(first: 100) { pageInfo { hasNextPage } nodes { path changeType } }
      commits(last: 1) { nodes { commit { oid file(path: $path) { oid } } } }
    } }`;

export interface RawPulls {
  readonly defaultBranchRef: { readonly name: string } | null;
  readonly pullRequests: { readonly nodes: readonly (RawPull | null)[] | null } | null;
}

interface RawPull {
  readonly number: number;
  readonly headRefOid: string;
  readonly headRefName: string;
  readonly baseRefName: string;
  readonly isCrossRepository: boolean;
  readonly author: Author | null;
  /** Null when GitHub could not work out the difference. */
  readonly files: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly nodes: readonly ({ readonly path: string; readonly changeType: string } | null)[] | null;
  } | null;
  readonly commits: { readonly nodes: readonly (RawCommit | null)[] | null };
}

interface RawCommit {
  readonly commit: { readonly oid: string; readonly file: { readonly oid: string } | null };
}

/** `base` is the id of the config on the default branch, undefined when it is not there; `failed` what GitHub said. */
export function configPulls(
  raw: RawPulls,
  path: string,
  base: string | undefined,
  failed = 'GitHub gave no list',
): Known<readonly ConfigPull[]> {
  const nodes = raw.pullRequests?.nodes ?? [null];
  if (nodes.includes(null)) return { known: false, why: failed };
  const pulls = present(nodes).filter(
    (pull) => pull.baseRefName === raw.defaultBranchRef?.name && changesConfig(pull, path, base),
  );
  return {
    known: true,
    value: pulls.map(({ number, headRefOid, headRefName, isCrossRepository, author }) => ({
      number,
      head: headRefOid,
      fork: isCrossRepository,
      branch: headRefName,
      author: loginOf(author),
    })),
  };
}

/** When its list of files is not complete, a config unlike that of the default branch is taken for a change. */
function changesConfig({ files, commits, headRefOid }: RawPull, path: string, base?: string): boolean {
  const listed = present(files?.nodes);
  if (listed.some((file) => file.path === path)) return true;
  const head = present(commits.nodes).find(({ commit }) => commit.oid === headRefOid)?.commit;
  if (head !== undefined && head.file?.oid === base) return false;
  if (files === null || files.pageInfo.hasNextPage) return true;
  return listed.some((file) => file.changeType === 'RENAMED') && head?.file === null;
}
