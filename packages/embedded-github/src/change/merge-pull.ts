// Merges a pull request: what both sides changed since they parted comes together, file by file.
import type { UpstreamRequest } from '../emulator.ts';
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { type PushedCommit, announcePush, emailOf } from './announce-push.ts';
import { announceIssue } from './announce-issue.ts';
import { type Comparison, type FileDiff, compare } from './compare.ts';
import { type MergedFile, mergeFiles } from './merge-files.ts';
import { refreshPull } from './refresh-pull.ts';

export interface MergeWish {
  readonly sender: Account;
  /** How the emulator knows the sender. */
  readonly as: UpstreamRequest['as'];
  readonly method: 'merge' | 'squash' | 'rebase';
  readonly title: string | undefined;
  readonly message: string | undefined;
  /** The head that the sender has seen. */
  readonly sha: string | undefined;
}

/** Answers the new commit. Refuses with 405 what can't be merged and with 409 a head that was not seen. */
export async function mergePull(
  world: World,
  issue: Issue,
  pull: PullFacts,
  wish: MergeWish,
): Promise<string> {
  const { repo } = issue;
  if (issue.state === 'closed' || pull.json['draft'] === true) throw notMergeable();
  await refreshPull(world, issue, pull);
  const [base, head] = [shaOf(pull.json, 'base'), shaOf(pull.json, 'head')];
  if (wish.sha !== undefined && wish.sha !== head)
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.', 'CONFLICT');
  const [ours, theirs] = await Promise.all([
    compare(world, repo, base, head),
    compare(world, repo, head, base),
  ]);
  const files = ours && theirs && (await mergeFiles(world, repo, ours, theirs));
  if (ours === undefined || files === undefined) throw notMergeable();
  const commit = await writeCommit({ world, issue, pull, wish, base, head, files });
  await ask(world, wish, 'PATCH', `/repos/${repo.fullName}/pulls/${issue.number}`, { state: 'closed' });
  close(world, issue, pull, { sha: commit.sha, at: world.now(), by: wish.sender });
  await refreshPull(world, issue, pull);
  announceIssue(world, wish.sender, issue, 'closed');
  await announcePush(world, repo, wish.sender, {
    branch: refOf(pull.json, 'base'),
    before: base,
    commits: [...(wish.method === 'merge' ? await commitsOf(world, issue, ours) : []), commit],
  });
  return commit.sha;
}

interface NewCommit {
  readonly world: World;
  readonly issue: Issue;
  readonly pull: PullFacts;
  readonly wish: MergeWish;
  readonly base: string;
  readonly head: string;
  readonly files: readonly MergedFile[];
}

/** The changes of the head on top of the base, and the branch moved there. */
async function writeCommit({
  world,
  issue,
  pull,
  wish,
  base,
  head,
  files,
}: NewCommit): Promise<PushedCommit> {
  const path = `/repos/${issue.repo.fullName}/git`;
  const { tree: before } = await ask(world, wish, 'GET', `${path}/commits/${base}`);
  const { sha: tree } = await ask(world, wish, 'POST', `${path}/trees`, {
    base_tree: (before as Json)['sha'],
    tree: files.flatMap(treeEntries),
  });
  const who = { name: wish.sender.name ?? wish.sender.login, email: emailOf(wish.sender), date: world.now() };
  const message = messageOf(issue, pull, wish);
  const { sha } = await ask(world, wish, 'POST', `${path}/commits`, {
    message,
    tree,
    parents: wish.method === 'merge' ? [base, head] : [base],
    author: who,
    committer: who,
  });
  await ask(world, wish, 'PATCH', `${path}/refs/heads/${refOf(pull.json, 'base')}`, { sha });
  return { sha: String(sha), tree, message, files };
}

function treeEntries({ filename, previous_filename: previous, status, sha, content }: MergedFile): Json[] {
  const entry = { mode: '100644', type: 'blob' };
  const gone = previous ?? (status === 'removed' ? filename : undefined);
  return [
    ...(gone === undefined ? [] : [{ ...entry, path: gone, sha: null }]),
    ...(status === 'removed'
      ? []
      : [{ ...entry, path: filename, ...(content === undefined ? { sha } : { content }) }]),
  ];
}

function messageOf(
  { number, title: name }: Issue,
  { json }: PullFacts,
  { title, message }: MergeWish,
): string {
  const first = title ?? `Merge pull request #${number} from ${String((json['head'] as Json)['label'])}`;
  return `${first}\n\n${message ?? name}`.trim();
}

/** The commits of the head, as the push tells them. */
async function commitsOf(world: World, { repo }: Issue, { commits }: Comparison): Promise<PushedCommit[]> {
  return Promise.all(
    commits.map(async ({ sha }) => {
      const path = `/repos/${repo.fullName}/commits/${String(sha)}`;
      const { json } = await world.emulator.send({ method: 'GET', path });
      const { commit, files } = json as { commit: Json; files?: readonly FileDiff[] };
      const { tree, message } = commit as { tree: Json; message: string };
      return { sha: String(sha), tree: tree['sha'], message, files: files ?? [] };
    }),
  );
}

function close(world: World, issue: Issue, pull: PullFacts, merge: NonNullable<PullFacts['merge']>): void {
  pull.merge = merge;
  issue.state = 'closed';
  issue.updatedAt = world.now();
  issue.closedAt = merge.at;
  issue.closedBy = merge.by;
}

async function ask(
  world: World,
  { as }: MergeWish,
  method: string,
  path: string,
  body?: unknown,
): Promise<Json> {
  const { json, status } = await world.emulator.send({
    method,
    path,
    ...(body === undefined ? {} : { body }),
    ...(as === undefined || method === 'GET' ? {} : { as }),
  });
  if (status >= 300) throw new Error(`the emulator refused ${method} ${path}: ${JSON.stringify(json)}`);
  return json as Json;
}

function notMergeable(): Refusal {
  return new Refusal(405, 'Pull Request is not mergeable', 'UNPROCESSABLE');
}

function shaOf(json: Json, end: 'base' | 'head'): string {
  return String((json[end] as Json)['sha']);
}

function refOf(json: Json, end: 'base' | 'head'): string {
  return String((json[end] as Json)['ref']);
}
