// REST: files of a repository. The emulator keeps them; the push event is ours.
import { accountOf, demand } from '../actor.ts';
import { announce } from '../announce.ts';
import { announceIssue } from '../change/announce-issue.ts';
import { forkKeeper, isOwnFork } from '../forks.ts';
import type { Account, Json, Repo, World } from '../model.ts';
import { textField } from './body.ts';
import type { Answer, Call, Routes } from './call.ts';
import { findRepo } from './find.ts';
import { forward } from './forward.ts';

async function read(call: Call): Promise<Answer> {
  findRepo(call, 'contents');
  const answer = await forward(call, undefined);
  const { content } = (answer.json ?? {}) as Json;
  if (answer.status !== 200 || typeof content !== 'string' || !/[.]raw\b/.test(call.accept ?? ''))
    return answer;
  return { status: 200, text: Buffer.from(content, 'base64').toString('utf8') };
}

async function write(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  const branch = textField(call.body, 'branch', 'Content') ?? repo.defaultBranch;
  const inFork = isOwnFork(call.actor.account, branch);
  if (!inFork) demand(call.actor, repo, 'contents', 'write');
  const before = await headOf(call.world, repo, branch);
  const answer = await (inFork ? forward(call, forkKeeper(repo)) : forward(call));
  if (answer.status >= 300) return answer;
  pushToPulls(call, repo, branch, String(((answer.json as Json)['commit'] as Json)['sha']));
  // A push to a fork is told to those who watch the fork.
  if (inFork) return answer;
  const kind = call.method === 'DELETE' ? 'removed' : answer.status === 201 ? 'added' : 'modified';
  const { commit } = answer.json as { commit: Json };
  pushEvent(call.world, repo, accountOf(call.actor), {
    branch,
    before,
    commit,
    kind,
    path: call.params['path'] ?? '',
  });
  return answer;
}

/** Open pull requests from the branch get the commit, and say so. */
function pushToPulls({ world, actor }: Call, repo: Repo, branch: string, after: string): void {
  for (const issue of repo.issues.values()) {
    const { pull } = issue;
    if (pull === null || issue.state === 'closed' || (pull.json['head'] as Json)['ref'] !== branch) continue;
    const before = pull.head;
    pull.head = after;
    issue.updatedAt = world.now();
    announceIssue(world, accountOf(actor), issue, 'synchronize', { before, after });
  }
}

async function headOf(world: World, repo: Repo, branch: string): Promise<string> {
  const { json } = await world.emulator.send({
    method: 'GET',
    path: `/repos/${repo.fullName}/git/ref/heads/${branch}`,
  });
  const sha = (json as { object?: { sha?: string } }).object?.sha;
  return sha ?? '0'.repeat(40);
}

interface Push {
  readonly branch: string;
  readonly before: string;
  readonly commit: Json;
  readonly kind: 'added' | 'modified' | 'removed';
  readonly path: string;
}

function pushEvent(world: World, repo: Repo, sender: Account, push: Push): void {
  const { commit, before, branch } = push;
  const after = String(commit['sha']);
  const person = {
    name: sender.name ?? sender.login,
    email: `${sender.login}@users.noreply.example`,
    username: sender.login,
  };
  const head = {
    id: after,
    tree_id: (commit['tree'] as Json)['sha'],
    distinct: true,
    message: commit['message'],
    timestamp: world.now(),
    url: `${world.origin}/${repo.fullName}/commit/${after}`,
    author: person,
    committer: person,
    added: [],
    removed: [],
    modified: [],
    [push.kind]: [push.path],
  };
  announce(world, repo, sender, 'push', {
    ref: `refs/heads/${branch}`,
    before,
    after,
    base_ref: null,
    created: false,
    deleted: false,
    forced: false,
    compare: `${world.origin}/${repo.fullName}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: [head],
    head_commit: head,
    pusher: { name: sender.login, email: person.email },
  });
}

export const contentRoutes: Routes = {
  'GET /repos/{owner}/{repo}/contents/{path}': read,
  'PUT /repos/{owner}/{repo}/contents/{path}': write,
  'DELETE /repos/{owner}/{repo}/contents/{path}': write,
};
