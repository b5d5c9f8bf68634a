// How webhooks write what REST describes: mostly with fewer fields.
import type { CheckRun } from '../model/ci.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { checkRunJson } from './check-run-json.ts';
import { checkSuiteJson } from './check-suite-json.ts';
import { repoJson } from './repo-json.ts';

/** What only the answer about a repository itself has. */
const DETAILS = ['network_count', 'subscribers_count', 'permissions'];

/** How pull requests may be merged, which only those tell. */
const MERGING = [
  'allow_rebase_merge',
  'allow_squash_merge',
  'allow_merge_commit',
  'allow_auto_merge',
  'delete_branch_on_merge',
];

/** What a list of pull requests lacks, and so does the event of a review. */
const COUNTED = [
  'merged',
  'mergeable',
  'rebaseable',
  'mergeable_state',
  'merged_by',
  'comments',
  'review_comments',
  'maintainer_can_modify',
  'commits',
  'additions',
  'deletions',
  'changed_files',
];

export function without(json: Json, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
}

/** The repository that an event is about. */
export function hookRepo(world: World, repo: Repo): Json {
  return without(repoJson(world, repo), [...DETAILS, ...MERGING]);
}

/** A push has its times in seconds, and words that are older than REST. */
export function pushRepo(world: World, repo: Repo): Json {
  const json = hookRepo(world, repo);
  const seconds = (name: string): number => Math.floor(Date.parse(String(json[name])) / 1000);
  return {
    ...json,
    owner: { ...(json['owner'] as Json), name: repo.owner.login, email: null },
    created_at: seconds('created_at'),
    pushed_at: seconds('pushed_at'),
    stargazers: json['stargazers_count'],
    master_branch: repo.defaultBranch,
  };
}

/** From an issue of REST. */
export function hookIssue(issue: Json): Json {
  return without(issue, ['closed_by']);
}

/** From an issue of REST, where it is what a comment stands below. */
export function commentedIssue(issue: Json): Json {
  return without(hookIssue(issue), ['pinned_comment']);
}

/** From a workflow run of REST: it names its repository by addresses. */
export function hookRun(run: Json): Json {
  const { repository, head_repository: head } = run;
  return {
    ...without(run, ['head_repository_id']),
    repository: addresses(repository as Json),
    head_repository: addresses(head as Json),
  };
}

const NAMES = ['id', 'node_id', 'name', 'full_name', 'private', 'owner', 'description', 'fork', 'url'];
const FULL_ADDRESSES = ['git_url', 'ssh_url', 'clone_url', 'svn_url', 'mirror_url'];

function addresses(repository: Json): Json {
  return Object.fromEntries(Object.entries(repository).filter(([name]) => isShort(name)));
}

function isShort(name: string): boolean {
  return NAMES.includes(name) || (name.endsWith('_url') && !FULL_ADDRESSES.includes(name));
}

/** From a pull request of REST. */
export function hookPull(pull: Json): Json {
  return { ...pull, base: hookBranch(pull['base'] as Json), head: hookBranch(pull['head'] as Json) };
}

function hookBranch(branch: Json): Json {
  return { ...branch, repo: without(branch['repo'] as Json, DETAILS) };
}

/** From a pull request of REST, for the event of a review. */
export function reviewedPull(pull: Json): Json {
  return hookPull(without(pull, COUNTED));
}

/** REST only names the suite. */
export function hookCheckRun(world: World, repo: Repo, run: CheckRun): Json {
  const suite = checkSuiteJson(world, repo, run.suite);
  return {
    ...checkRunJson(world, repo, run),
    check_suite: without(suite, ['latest_check_runs_count', 'check_runs_url', 'head_commit']),
  };
}
