// REST: files of a repository. The emulator keeps them; the push event is ours.
import { accountOf, demand } from '../actor.ts';
import { announcePush, emailOf, followPush, signatureOf } from '../change/announce-push.ts';
import { headOf } from '../change/compare.ts';
import { forkKeeper, isOwnFork } from '../forks.ts';
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
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
  const before = (await headOf(call.world, repo, branch)) ?? '0'.repeat(40);
  const sender = accountOf(call.actor);
  const dated = { ...call, body: { ...signed(call, sender), ...call.body } };
  const answer = await (inFork ? forward(dated, forkKeeper(repo)) : forward(dated));
  if (answer.status >= 300) return answer;
  const status = call.method === 'DELETE' ? 'removed' : answer.status === 201 ? 'added' : 'modified';
  const { commit } = answer.json as { commit: { sha: string; message: string; tree: Json } };
  const files = [{ filename: call.params['path'] ?? '', status }] as const;
  const pushed = { sha: commit.sha, message: commit.message, tree: commit.tree['sha'], files };
  const push = { branch, before, commits: [pushed] };
  // A push to a fork is told to those who watch the fork; its pull requests follow all the same.
  await (inFork ? followPush : announcePush)(call.world, repo, sender, push);
  return answer;
}

/** Who commits, at the time of our clock. */
function signed({ world }: Call, sender: Account): Json {
  const who = { name: signatureOf(sender), email: emailOf(sender), date: world.now() };
  return { author: who, committer: who };
}

export const contentRoutes: Routes = {
  'GET /repos/{owner}/{repo}/contents/{path}': read,
  'PUT /repos/{owner}/{repo}/contents/{path}': write,
  'DELETE /repos/{owner}/{repo}/contents/{path}': write,
};
