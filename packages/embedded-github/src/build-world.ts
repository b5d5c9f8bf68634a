// Builds the state from a seed: the emulator's accounts and repositories, rights and files.
import { newLabel } from './change/labels.ts';
import { commitFiles } from './commit-files.ts';
import { Deliveries } from './deliveries.ts';
import { ACTIONS_BOT, APP_ID, INSTALLATION_ID, ownersOf } from './emulator-seed.ts';
import type { Emulator } from './emulator.ts';
import { EVENTS } from './events.ts';
import { installationsOf } from './installations.ts';
import type { Account, Permission } from './model/account.ts';
import type { Json } from './model/json-object.ts';
import { NO_QUIRKS } from './model/quirks.ts';
import type { Repo } from './model/repo.ts';
import type { World } from './model/world.ts';
import { Replica } from './replica.ts';
import type { GitHubSeed, RepoSeed } from './seed.ts';
import { seedCommits } from './seed-commits.ts';
import { seedPulls } from './seed-pulls.ts';
import { addCollaborators, createTeams } from './settle-people.ts';

/** Ids of what we keep ourselves start here, above the emulator's. */
const FIRST_ID = 100_001;

export interface WorldInput {
  readonly seed: GitHubSeed;
  readonly emulator: Emulator;
  readonly origin: string;
  /** The address of the server itself. */
  readonly url: string;
  readonly now: () => number;
  readonly lag?: number | undefined;
  readonly createdByMissesBots?: boolean | undefined;
  readonly listsMissPinned?: boolean | undefined;
}

export async function buildWorld(input: WorldInput): Promise<World> {
  const { seed, emulator, origin } = input;
  const slug = seed.app?.slug ?? 'relcomms';
  const owners = await Promise.all(
    ownersOf(seed).map(async (login, index) => {
      const organization = await readAccount(emulator, `/orgs/${login}`);
      return { ...organization, type: (index === 0 ? seed.ownerType : undefined) ?? organization.type };
    }),
  );
  const logins = [...seed.people.map((person) => person.login), ACTIONS_BOT, `${slug}[bot]`];
  const accounts = await Promise.all(
    logins.map((login) => readAccount(emulator, `/users/${encodeURIComponent(login)}`)),
  );
  const byLogin = new Map([...owners, ...accounts].map((account) => [account.login.toLowerCase(), account]));
  const teams = await createTeams(emulator, seed, byLogin);
  const repos = await Promise.all(
    [seed, ...(seed.repos ?? [])].map((repo) =>
      buildRepo(emulator, seed, ownerOf(owners, repo.owner ?? seed.owner), repo, instantText(input.now())),
    ),
  );
  let lastId = FIRST_ID;
  const secret = seed.app?.webhookSecret ?? 'embedded';
  const world: World = {
    origin,
    storage: input.url,
    emulator,
    app: {
      id: APP_ID,
      slug,
      privateKey: emulator.privateKey,
      installationId: INSTALLATION_ID,
      webhookSecret: secret,
    },
    now: () => instantText(input.now()),
    began: instantText(input.now()),
    nextId: () => (lastId += 1),
    accounts: byLogin,
    teams: new Map(teams.map((team) => [team.slug.toLowerCase(), team])),
    members: membersOf(seed),
    issueFields: issueFieldsOf(seed),
    repos: new Map(repos.map((repo) => [repo.fullName.toLowerCase(), repo])),
    deliveries: new Deliveries(secret, APP_ID, seed.app?.webhookUrl, () => input.now()),
    events: new Set(seed.app?.events ?? EVENTS),
    installations: installationsOf(seed, byLogin, instantText(input.now())),
    replica: new Replica(input.lag ?? 0),
    manifests: new Map(),
    createdByMissesBots: input.createdByMissesBots ?? false,
    listsMissPinned: input.listsMissPinned ?? false,
    quirks: NO_QUIRKS,
  };
  for (const [index, from] of [seed, ...(seed.repos ?? [])].entries()) {
    const repo = repos[index];
    const { labels = [], pulls, commits } = from;
    if (repo !== undefined) for (const name of labels) newLabel(world, repo, { name });
    // oxlint-disable no-await-in-loop -- hardly ever more than one
    if (repo !== undefined && commits !== undefined) await seedCommits(world, repo, commits);
    if (repo !== undefined && pulls !== undefined) await seedPulls(world, repo, from);
    // oxlint-enable no-await-in-loop
  }
  return world;
}

function ownerOf(owners: readonly Account[], login: string): Account {
  const found = owners.find((owner) => owner.login === login);
  if (found === undefined) throw new Error(`${login} has no account`);
  return found;
}

function issueFieldsOf({ issueFields }: GitHubSeed): World['issueFields'] {
  return issueFields?.map((field, index) => ({ ...field, id: index + 1, nodeId: `IF_${index + 1}` }));
}

/** With the second precision of GitHub's timestamps. */
function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
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
  at: string,
): Promise<Repo> {
  const path = `/repos/${owner.login}/${from.repo}`;
  await addCollaborators(emulator, permissionsIn(seed, from), path);
  await commitFiles(emulator, path, 'main', from.files, at);
  for (const [branch, files] of Object.entries(from.branches ?? {})) {
    // oxlint-disable-next-line no-await-in-loop -- a few
    await commitFiles(emulator, path, branch, files, at);
  }
  const { json } = await emulator.send({ method: 'GET', path });
  const base = json as Json;
  return {
    id: Number(base['id']),
    nodeId: String(base['node_id']),
    owner,
    name: from.repo,
    fullName: `${owner.login}/${from.repo}`,
    private: from.private ?? false,
    defaultBranch: String(base['default_branch']),
    base,
    permissions: permissionsIn(seed, from),
    issues: new Map(),
    comments: new Map(),
    milestones: new Map(),
    checks: new Map(),
    suites: [],
    workflows: new Map(),
    releases: [],
    pushedAt: at,
    statuses: [],
    deployments: [],
    rules: new Map(
      Object.entries(from.rules ?? {}).map(([branch, rule]) => [
        branch,
        {
          requiredReviews: rule.requiredReviews ?? 0,
          requiredChecks: rule.requiredChecks ?? [],
          isRuleset: rule.isRuleset ?? false,
        },
      ]),
    ),
    discussionCategories: (from.discussionCategories ?? []).map((name, index) => ({
      id: index + 1,
      nodeId: `DIC_${from.repo}_${index + 1}`,
      name,
      slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    })),
    discussions: [],
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
