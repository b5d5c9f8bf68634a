// Builds the state from a seed: the emulator's accounts and repositories, rights and files.
import { Deliveries } from './deliveries.ts';
import { ACTIONS_BOT, APP_ID, INSTALLATION_ID } from './emulator-seed.ts';
import type { Emulator } from './emulator.ts';
import type { Account, Json, Permission, Repo, World } from './model.ts';
import type { GitHubSeed, RepoSeed } from './seed.ts';

/** Ids of what we keep ourselves start here, above the emulator's. */
const FIRST_ID = 100_001;

export interface WorldInput {
  readonly seed: GitHubSeed;
  readonly emulator: Emulator;
  readonly origin: string;
  readonly now: () => number;
}

export async function buildWorld(input: WorldInput): Promise<World> {
  const { seed, emulator, origin } = input;
  const slug = seed.app?.slug ?? 'relcomms';
  const owner = await readAccount(emulator, `/orgs/${seed.owner}`);
  const logins = [...seed.people.map((person) => person.login), ACTIONS_BOT, `${slug}[bot]`];
  const accounts = await Promise.all(
    logins.map((login) => readAccount(emulator, `/users/${encodeURIComponent(login)}`)),
  );
  await createTeams(emulator, seed);
  const repos = await Promise.all(
    [seed, ...(seed.repos ?? [])].map((repo) => buildRepo(emulator, seed, owner, repo)),
  );
  let lastId = FIRST_ID;
  const secret = seed.app?.webhookSecret ?? 'embedded';
  return {
    origin,
    emulator,
    app: {
      id: APP_ID,
      slug,
      privateKey: emulator.privateKey,
      installationId: INSTALLATION_ID,
      webhookSecret: secret,
    },
    now: () => new Date(input.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
    nextId: () => (lastId += 1),
    accounts: new Map([owner, ...accounts].map((account) => [account.login.toLowerCase(), account])),
    members: membersOf(seed),
    issueFields: seed.issueFields?.map((field, index) => ({
      ...field,
      id: index + 1,
      nodeId: `IF_${index + 1}`,
    })),
    repos: new Map(repos.map((repo) => [repo.fullName.toLowerCase(), repo])),
    deliveries: new Deliveries(secret, APP_ID, seed.app?.webhookUrl),
  };
}

function membersOf(seed: GitHubSeed): Set<string> {
  const admins = seed.people.filter(({ permission }) => permission === 'admin').map(({ login }) => login);
  return new Set([...admins, ...(seed.teams ?? []).flatMap((team) => team.members)]);
}

async function readAccount(emulator: Emulator, path: string): Promise<Account> {
  const { json, status } = await emulator.send({ method: 'GET', path });
  if (status !== 200) throw new Error(`the emulator has no ${path}`);
  const {
    id,
    node_id: nodeId,
    login,
    name,
  } = json as { id: number; node_id: string; login: string; name?: string };
  const type = path.startsWith('/orgs/') ? 'Organization' : login.endsWith('[bot]') ? 'Bot' : 'User';
  // The emulator counts users and organisations apart; the offset keeps the ids distinct.
  return { id: type === 'Organization' ? id + 50_000 : id, nodeId, login, type, name: name ?? null };
}

async function buildRepo(
  emulator: Emulator,
  seed: GitHubSeed,
  owner: Account,
  from: RepoSeed,
): Promise<Repo> {
  const path = `/repos/${seed.owner}/${from.repo}`;
  await addCollaborators(emulator, permissionsIn(seed, from), path);
  await commitFiles(emulator, path, from.files);
  const { json } = await emulator.send({ method: 'GET', path });
  const base = json as Json;
  return {
    id: Number(base['id']),
    nodeId: String(base['node_id']),
    owner,
    name: from.repo,
    fullName: `${seed.owner}/${from.repo}`,
    private: from.private ?? false,
    defaultBranch: String(base['default_branch']),
    base,
    permissions: permissionsIn(seed, from),
    issues: new Map(),
    comments: new Map(),
    milestones: new Map(),
    checks: new Map(),
    labels: [],
    pinned: [],
  };
}

function permissionsIn({ people }: GitHubSeed, { permissions = {} }: RepoSeed): Map<string, Permission> {
  return new Map([
    ...people.flatMap(({ login, permission }) =>
      permission === 'none' ? [] : [[login.toLowerCase(), permission] as const],
    ),
    ...Object.entries(permissions).map(([login, permission]) => [login.toLowerCase(), permission] as const),
  ]);
}

const EMULATOR_PERMISSION: Record<Permission, string> = {
  admin: 'admin',
  maintain: 'maintain',
  write: 'push',
  triage: 'triage',
  read: 'pull',
};

async function addCollaborators(
  emulator: Emulator,
  permissions: ReadonlyMap<string, Permission>,
  path: string,
): Promise<void> {
  await Promise.all(
    [...permissions, [ACTIONS_BOT, 'write'] as const].map(([login, permission]) =>
      emulator.send({
        method: 'PUT',
        path: `${path}/collaborators/${encodeURIComponent(login)}`,
        body: { permission: EMULATOR_PERMISSION[permission] },
      }),
    ),
  );
}

async function createTeams(emulator: Emulator, seed: GitHubSeed): Promise<void> {
  await Promise.all(
    (seed.teams ?? []).map(async ({ slug, members }) => {
      await emulator.send({ method: 'POST', path: `/orgs/${seed.owner}/teams`, body: { name: slug } });
      const path = `/orgs/${seed.owner}/teams/${slug}/memberships`;
      await Promise.all(
        members.map((login) => emulator.send({ method: 'PUT', path: `${path}/${login}`, body: {} })),
      );
    }),
  );
}

/** Puts all files on the default branch with one commit. */
async function commitFiles(
  emulator: Emulator,
  path: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const entries = Object.entries(files);
  if (entries.length === 0) return;
  const ask = async (method: string, to: string, body?: unknown): Promise<Json> => {
    const { json, status } = await emulator.send({ method, path: `${path}${to}`, body });
    if (status >= 300) throw new Error(`the emulator refused ${method} ${to}: ${JSON.stringify(json)}`);
    return json as Json;
  };
  const head = String(((await ask('GET', '/git/ref/heads/main'))['object'] as Json)['sha']);
  const commit = await ask('GET', `/git/commits/${head}`);
  const tree = await ask('POST', '/git/trees', {
    base_tree: (commit['tree'] as Json)['sha'],
    tree: entries.map(([file, content]) => ({ path: file, mode: '100644', type: 'blob', content })),
  });
  const next = await ask('POST', '/git/commits', {
    message: 'Add files',
    tree: tree['sha'],
    parents: [head],
  });
  await ask('PATCH', '/git/refs/heads/main', { sha: next['sha'] });
}
