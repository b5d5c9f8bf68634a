// The push event of a branch, and what it means for the pull requests from that branch.
import { announce } from '../announce.ts';
import { pushRepo } from '../json/hook-json.ts';
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { announceIssue } from './announce-issue.ts';
import type { FileDiff } from './compare.ts';
import { refreshPull } from './refresh-pull.ts';

/** A commit with the files that it changed. */
export interface PushedCommit {
  readonly sha: string;
  readonly tree: unknown;
  readonly message: string;
  readonly files: readonly Pick<FileDiff, 'filename' | 'status' | 'previous_filename'>[];
}

export interface Push {
  readonly branch: string;
  readonly before: string;
  /** Oldest first; the last one is the new head. */
  readonly commits: readonly PushedCommit[];
}

export async function announcePush(world: World, repo: Repo, sender: Account, push: Push): Promise<void> {
  const { branch, before } = push;
  const commits = push.commits.map((commit) => commitJson(world, repo, sender, commit));
  const head = commits.at(-1);
  if (head === undefined) return;
  repo.pushedAt = world.now();
  const after = String(head['id']);
  announce(world, repo, sender, 'push', {
    ref: `refs/heads/${branch}`,
    before,
    after,
    base_ref: null,
    created: false,
    deleted: false,
    forced: false,
    compare: `${world.origin}/${repo.fullName}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits,
    head_commit: head,
    repository: pushRepo(world, repo),
    pusher: { name: sender.login, email: emailOf(sender) },
  });
  await followPush(world, repo, sender, push);
}

/** The name in a commit: that of a program is its login. */
export function signatureOf({ name, login }: Account): string {
  return login.endsWith('[bot]') ? login : (name ?? login);
}

/** The address that GitHub gives to whoever hides their own. */
export function emailOf({ login }: Account): string {
  return `${login}@users.noreply.example`;
}

function commitJson(world: World, repo: Repo, sender: Account, commit: PushedCommit): Json {
  const person = { name: signatureOf(sender), email: emailOf(sender), username: sender.login };
  const { files } = commit;
  const named = (...kinds: readonly FileDiff['status'][]): string[] =>
    files.filter(({ status }) => kinds.includes(status)).map(({ filename }) => filename);
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: world.now(),
    url: `${world.origin}/${repo.fullName}/commit/${commit.sha}`,
    author: person,
    committer: person,
    added: named('added', 'renamed'),
    removed: [...named('removed'), ...files.flatMap((file) => file.previous_filename ?? [])],
    modified: named('modified'),
  };
}

/** Open pull requests from the branch have a new head. */
export async function followPush(world: World, repo: Repo, sender: Account, push: Push): Promise<void> {
  const { branch, before, commits } = push;
  const after = commits.at(-1)?.sha;
  for (const issue of repo.issues.values()) {
    const { pull } = issue;
    if (pull === null || issue.state !== 'open' || (pull.json['head'] as Json)['ref'] !== branch) continue;
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    await refreshPull(world, issue, pull);
    issue.updatedAt = world.now();
    announceIssue(world, sender, issue, 'synchronize', { before, after });
  }
}
