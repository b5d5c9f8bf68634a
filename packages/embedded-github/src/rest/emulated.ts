// REST: what the emulator answers alone, after the front has looked at the rights.
import { type Level, type Resource, accountOf, demand, refusalFor } from '../actor.ts';
import { announcePush } from '../change/announce-push.ts';
import { compare, headOf } from '../change/compare.ts';
import { announceDeletion } from '../change/announce-deletion.ts';
import { forkKeeper, isOwnFork } from '../forks.ts';
import type { Json } from '../model/json-object.ts';
import { Refusal } from '../refusal.ts';
import type { Answer, Call, Route, Routes } from './call.ts';
import { findRepo } from './find.ts';
import { forward } from './forward.ts';

/** A reading route, or one that needs a level on the resource. */
function inRepo(resource: Resource, level: Level = 'read'): Route {
  return (call) => {
    demand(call.actor, findRepo(call, resource), resource, level);
    return forward(call, undefined);
  };
}

/** The emulator shows the commit's id only. */
async function readBranch(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  const branch = answer.json as Json;
  const commit = await forward(
    { ...call, target: `/repos/${repo.fullName}/commits/${shaOf(branch)}` },
    undefined,
  );
  const self = `${call.world.origin}/api/v3${call.target}`;
  const html = `${call.world.origin}/${repo.fullName}/tree/${String(branch['name'])}`;
  const protection = { enabled: branch['protected'] === true };
  return { ...answer, json: { ...branch, commit: commit.json, _links: { self, html }, protection } };
}

function shaOf(branch: Json): string {
  return String((branch['commit'] as Json)['sha']);
}

/** The emulator knows trees by their ids only. */
async function readTree(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  const { tree_sha: name = '' } = call.params;
  const path = `/repos/${repo.fullName}`;
  const of = name === 'HEAD' ? repo.defaultBranch : name;
  const commit = await forward({ ...call, target: `${path}/commits/${encodeURIComponent(of)}` }, undefined);
  const { tree } = ((commit.json as Json)['commit'] ?? {}) as { readonly tree?: { readonly sha: string } };
  const query = call.query.get('recursive') === null ? '' : '?recursive=1';
  return await forward({ ...call, target: `${path}/git/trees/${tree?.sha ?? name}${query}` }, undefined);
}

/** Everybody makes branches in their own fork. */
async function makeRef(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  const branch = String(call.body['ref']).replace('refs/heads/', '');
  if (isOwnFork(call.actor.account, branch)) return forward(call, forkKeeper(repo));
  demand(call.actor, repo, 'contents', 'write');
  return forward(call);
}

/** A branch that gets new commits is pushed to. */
async function moveRef(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  demand(call.actor, repo, 'contents', 'write');
  const ref = call.params['ref'] ?? '';
  const branch = ref.startsWith('heads/') ? ref.slice('heads/'.length) : undefined;
  const before = branch === undefined ? undefined : await headOf(call.world, repo, branch);
  const answer = await forward(call);
  if (answer.status >= 300 || branch === undefined || before === undefined) return answer;
  const comparison = await compare(call.world, repo, before, String(call.body['sha']));
  const commits = (comparison?.commits ?? []).map((one) => ({
    sha: String(one['sha']),
    ...(one['commit'] as Json),
  }));
  const pushed = commits.map((one, index) => ({
    sha: one.sha,
    tree: (one as Json)['tree'] === undefined ? '' : ((one as Json)['tree'] as Json)['sha'],
    message: String((one as Json)['message']),
    files: index === commits.length - 1 ? (comparison?.files ?? []) : [],
  }));
  await announcePush(call.world, repo, accountOf(call.actor), { branch, before, commits: pushed });
  return answer;
}

/** Open pull requests from a branch that is deleted are closed with it, as on GitHub. */
async function deleteRef(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  demand(call.actor, repo, 'contents', 'write');
  const answer = await forward(call);
  if (answer.status === 404) throw Refusal.unprocessable('Reference does not exist');
  const ref = call.params['ref'] ?? '';
  if (answer.status === 204 && ref.startsWith('heads/'))
    announceDeletion(call.world, repo, accountOf(call.actor), ref.slice('heads/'.length));
  return answer;
}

/** An App needs `members: read`; the token of a workflow never has it. */
function readMembership(call: Call): Promise<Answer> {
  const { grants } = call.actor;
  if (grants !== undefined && grants.permissions['members'] === undefined)
    throw refusalFor(call.actor, 'Must be an organization member.');
  return forward(call, undefined);
}

const anyone: Route = (call) => forward(call, undefined);

export const emulatedRoutes: Routes = {
  'GET /users/{username}': anyone,
  'GET /orgs/{org}/teams/{team_slug}/members': anyone,
  'GET /orgs/{org}/teams/{team_slug}/memberships/{username}': readMembership,
  'GET /repos/{owner}/{repo}/branches': inRepo('contents'),
  'GET /repos/{owner}/{repo}/branches/{branch}': readBranch,
  'POST /repos/{owner}/{repo}/git/blobs': inRepo('contents', 'write'),
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': inRepo('contents'),
  'GET /repos/{owner}/{repo}/git/ref/{ref}': inRepo('contents'),
  'POST /repos/{owner}/{repo}/git/commits': inRepo('contents', 'write'),
  'POST /repos/{owner}/{repo}/git/refs': makeRef,
  'DELETE /repos/{owner}/{repo}/git/refs/{ref}': deleteRef,
  'PATCH /repos/{owner}/{repo}/git/refs/{ref}': moveRef,
  'POST /repos/{owner}/{repo}/git/trees': inRepo('contents', 'write'),
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': readTree,
  'GET /repos/{owner}/{repo}/commits': inRepo('contents'),
  'GET /repos/{owner}/{repo}/compare/{basehead}': inRepo('contents'),
};
