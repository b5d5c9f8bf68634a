// A commit in GraphQL: where it comes from, what was checked, who brought it.
import { demand } from '../actor.ts';
import { emailOf } from '../change/announce-push.ts';
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { checkSuites, commitStatus } from './check-nodes.ts';
import { accountNode } from './account-node.ts';
import { blobNode } from './blob-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { contentsAt } from './contents-at.ts';
import { rollupNode } from './rollup-node.ts';
import { textOf } from './text-of.ts';

interface CommitJson {
  readonly sha: string;
  readonly commit: {
    readonly message: string;
    readonly tree: { readonly sha: string };
    readonly author: { readonly name: string; readonly email: string; readonly date: string };
    readonly committer: { readonly date: string };
  };
  readonly parents: readonly { readonly sha: string }[];
}

/** Pages of 100 commits that the history of a commit is read to. */
const MOST_PAGES = 20;

/** A commit that is there, with its files by path; what the emulator tells of it is asked for when it is needed. */
export function commitAt(context: Context, repo: Repo, oid: string, known?: CommitJson): Node {
  const { world } = context;
  let asked: Promise<CommitJson> | undefined;
  const json = async (): Promise<CommitJson> => known ?? (await (asked ??= readCommit(world, repo, oid)));
  return {
    __typename: 'Commit',
    id: `C_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    tree: async () => {
      const { tree } = (await json()).commit;
      return { __typename: 'Tree', id: `T_${tree.sha}`, oid: tree.sha };
    },
    message: async () => (await json()).commit.message,
    messageHeadline: async () => (await json()).commit.message.split('\n', 1)[0],
    authoredDate: async () => {
      const { date } = (await json()).commit.author;
      return date > world.now() ? world.began : date;
    },
    committedDate: async () => {
      const { date } = (await json()).commit.committer;
      // The emulator's very first commit has the time of this machine.
      return date > world.now() ? world.began : date;
    },
    author: async () => authorNode(world, await json()),
    parents: async (args: Arguments) =>
      connection(args, {
        field: 'Commit.parents',
        items: (await json()).parents,
        id: ({ sha }) => sha,
        node: ({ sha }) => commitAt(context, repo, sha),
      }),
    history: async (args: Arguments) =>
      connection(args, {
        field: 'Commit.history',
        items: await historyOf(world, repo, oid, textOf(args['path'])),
        id: ({ sha }) => sha,
        node: (commit) => commitAt(context, repo, commit.sha, commit),
        handled: ['path'],
      }),
    associatedPullRequests: (args: Arguments) => associatedPulls(context, repo, oid, args),
    checkSuites: (args: Arguments) => {
      demand(context.actor, repo, 'checks', 'read');
      return checkSuites(context, repo, oid, args);
    },
    status: () => {
      demand(context.actor, repo, 'statuses', 'read');
      return commitStatus(repo, oid);
    },
    statusCheckRollup: () => rollupNode(context, repo, oid),
    file: async ({ path: file }: Arguments) => {
      const entry = (await contentsAt(world, repo, oid, String(file))) as Json | undefined;
      if (entry === undefined || Array.isArray(entry)) return null;
      const { name, path: place, sha } = entry;
      return { __typename: 'TreeEntry', name, path: place, oid: sha, object: () => blobNode(entry) };
    },
  };
}

async function readCommit(world: World, repo: Repo, oid: string): Promise<CommitJson> {
  const path = `/repos/${repo.fullName}/commits/${oid}`;
  return (await world.emulator.send({ method: 'GET', path })).json as CommitJson;
}

/** Who wrote it; only people are users, bots are none. */
function authorNode(world: World, { commit }: CommitJson): Node {
  const { name, email, date } = commit.author;
  const person = [...world.accounts.values()].find((one) => one.type === 'User' && emailOf(one) === email);
  const user = person === undefined ? null : accountNode(world, person);
  return { __typename: 'GitActor', name, email, date, user };
}

/** What the commit comes from, itself first; with a path only what changed it. */
async function historyOf({ emulator }: World, repo: Repo, oid: string, file?: string): Promise<CommitJson[]> {
  const found: CommitJson[] = [];
  const only = file === undefined ? '' : `&path=${encodeURIComponent(file)}`;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `/repos/${repo.fullName}/commits?sha=${oid}&per_page=100&page=${page}${only}`;
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const { json } = await emulator.send({ method: 'GET', path });
    found.push(...(json as CommitJson[]));
    if ((json as CommitJson[]).length < 100) break;
  }
  return found;
}

/** Those that were merged as this commit, and those whose newest commit it is. */
function associatedPulls(context: Context, repo: Repo, oid: string, args: Arguments): Node {
  const pulls = [...repo.issues.values()].filter(
    (issue): issue is Issue & { readonly pull: PullFacts } =>
      issue.pull !== null &&
      (issue.pull.merge?.sha === oid || (issue.pull.json['head'] as Json)['sha'] === oid),
  );
  return connection(args, {
    field: 'Commit.associatedPullRequests',
    items: pulls,
    id: ({ id }) => id,
    node: (issue) => context.nodes.pull(context, issue, issue.pull),
    handled: ['orderBy'],
  });
}
