// REST: repositories, rights in them, the person behind a token, and the rate limit.
import { type Grants, accountOf, permissionOf } from '../actor.ts';
import { accountJson } from '../json/account-json.ts';
import { repoJson, wholeRepoJson } from '../json/repo-json.ts';
import type { Rate } from '../limits/budgets.ts';
import type { Permission } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { type Answer, type Call, type Routes, ok } from './call.ts';
import { findRepo } from './find.ts';
import { forward } from './forward.ts';
import { page } from './page.ts';

/** The older, coarser word for each role. */
const COARSE: Record<Permission | 'none', string> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
};

function rights(role: Permission | 'none'): Json {
  const order = ['read', 'triage', 'write', 'maintain', 'admin'];
  const rank = order.indexOf(role);
  return { pull: rank >= 0, triage: rank >= 1, push: rank >= 2, maintain: rank >= 3, admin: rank >= 4 };
}

function collaboratorJson(call: Call, repo: Repo, login: string): Json {
  const account = call.world.accounts.get(login.toLowerCase());
  if (account === undefined) throw Refusal.notFound();
  const role = account.type === 'User' ? permissionOf(repo, login) : 'none';
  return { ...accountJson(call.world, account), role_name: role, permissions: rights(role) };
}

function readPermission(call: Call): Answer {
  const repo = findRepo(call, 'metadata');
  const user = collaboratorJson(call, repo, call.params['username'] ?? '');
  const role = user['role_name'] as Permission | 'none';
  return ok({ permission: COARSE[role], role_name: role, user });
}

function collaborators(call: Call): Answer {
  const repo = findRepo(call, 'metadata');
  return page(call, [...repo.permissions.keys()], (login) => collaboratorJson(call, repo, login));
}

async function readUser(call: Call): Promise<Answer> {
  const account = accountOf(call.actor);
  if (account.type === 'Bot') throw Refusal.forbidden('Resource not accessible by integration');
  return forward({ ...call, target: `/users/${account.login}` });
}

/** A token for single repositories is one of a selection, too. */
function selectionOf({ world }: Call, { repositories, installation }: Grants): 'all' | 'selected' {
  return repositories === 'all'
    ? (world.installations.get(installation ?? 0)?.selection ?? 'all')
    : 'selected';
}

function installationRepositories(call: Call): Answer {
  const { grants } = call.actor;
  if (grants === undefined)
    throw Refusal.forbidden(
      'You must authenticate with an installation access token in order to list repositories for an installation.',
    );
  const reached = [...call.world.repos.values()].filter(
    (repo) => grants.repositories === 'all' || grants.repositories.includes(repo.id),
  );
  const listed = page(call, reached, (repo) => repoJson(call.world, repo, call.actor));
  return {
    ...listed,
    json: {
      total_count: reached.length,
      repository_selection: selectionOf(call, grants),
      repositories: listed.json,
    },
  };
}

function rateLimit({ rate }: Call): Answer {
  const [core, graphql] = (['core', 'graphql'] as const).map((resource) => rateJson(rate(resource)));
  return ok({ resources: { core, search: core, graphql }, rate: core });
}

function rateJson({ reset, ...rate }: Rate): Json {
  return { ...rate, reset: Math.ceil(reset / 1000) };
}

export const repositoryRoutes: Routes = {
  'GET /repos/{owner}/{repo}': (call) =>
    ok(wholeRepoJson(call.world, findRepo(call, 'metadata'), call.actor)),
  'GET /repos/{owner}/{repo}/collaborators': collaborators,
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': readPermission,
  'GET /user': readUser,
  'GET /installation/repositories': installationRepositories,
  'GET /rate_limit': rateLimit,
};
