// The part of a seed that the emulator keeps: accounts, repositories, the App and its installation.
import type { GitHubSeed } from './seed.ts';

export const APP_ID = 12_345;
export const INSTALLATION_ID = 100;
export const ACTIONS_BOT = 'github-actions[bot]';

/** Each login has this many tokens that take turns, because the emulator counts requests per token. */
const TOKENS_EACH = 40;

const DEFAULT_PERMISSIONS: Readonly<Record<string, string>> = {
  issues: 'write',
  contents: 'write',
  pull_requests: 'write',
  checks: 'write',
  discussions: 'write',
  statuses: 'write',
  deployments: 'read',
  actions: 'read',
  metadata: 'read',
  members: 'read',
  issue_fields: 'read',
};

/** The emulator's token of a login, for its n-th request. */
export function tokenOf(login: string, turn: number): string {
  return `upstream-${login}-${turn % TOKENS_EACH}`;
}

/** The permissions of the seed's App. */
export function appPermissions(seed: GitHubSeed): Readonly<Record<string, string>> {
  return seed.app?.permissions ?? DEFAULT_PERMISSIONS;
}

/** Everybody who owns repositories; each has an installation of the App. */
export function ownersOf(seed: GitHubSeed): string[] {
  return [...new Set([seed.owner, ...(seed.repos ?? []).map(({ owner }) => owner ?? seed.owner)])];
}

/** `privateKey` is the App's, as PEM. */
export function emulatorSeed(
  seed: GitHubSeed,
  privateKey: string,
): {
  tokens: Record<string, { login: string; scopes: string[] }>;
  github: object;
} {
  const slug = seed.app?.slug ?? 'relcomms';
  const logins = [...seed.people.map((person) => person.login), ACTIONS_BOT];
  const admins = seed.people.filter((person) => person.permission === 'admin');
  return {
    tokens: Object.fromEntries(logins.flatMap(tokensOf)),
    github: {
      users: [
        ...seed.people.map(({ login, name }) => ({ login, name: name ?? login })),
        { login: ACTIONS_BOT, name: 'GitHub Actions' },
        { login: `${slug}[bot]`, name: slug },
      ],
      orgs: ownersOf(seed).map((owner) => ({
        login: owner,
        name: owner,
        members: admins.map(({ login }) => ({ login, role: 'admin' })),
      })),
      repos: [seed, ...(seed.repos ?? [])].map((repo) => ({
        owner: repo.owner ?? seed.owner,
        name: repo.repo,
        auto_init: true,
        private: repo.private ?? false,
      })),
      apps: [
        {
          app_id: APP_ID,
          private_key: privateKey,
          slug,
          name: slug,
          // The front asks for the permissions; here the App may do what the front lets through.
          permissions: { ...DEFAULT_PERMISSIONS, ...appPermissions(seed) },
          events: [],
          installations: ownersOf(seed).map((account, index) => ({
            installation_id: INSTALLATION_ID + index,
            account,
            repository_selection: 'all',
            permissions: appPermissions(seed),
          })),
        },
      ],
    },
  };
}

function tokensOf(login: string): [string, { login: string; scopes: string[] }][] {
  const owner = { login, scopes: ['repo', 'user', 'admin:org'] };
  return Array.from({ length: TOKENS_EACH }, (_, turn) => [tokenOf(login, turn), owner]);
}
