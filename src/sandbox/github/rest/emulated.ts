// REST: what the emulator answers alone, after the front has looked at the rights.
import { type Actor, type Level, type Resource, accountOf, demand, refusalFor } from '../actor.ts';
import { announce } from '../announce.ts';
import type { Json, Repo } from '../model.ts';
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

/** Only installations write check runs. */
async function checkRun(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'checks');
  if (!isInstallation(call.actor)) throw refusalFor(call.actor, 'You must authenticate via a GitHub App.');
  demand(call.actor, repo, 'checks', 'write');
  const answer = await forward(call);
  if (answer.status >= 300) return answer;
  const run = checkRunJson(answer.json as Json);
  checkRunEvent(call, repo, run);
  return { ...answer, json: run };
}

async function readCheckRuns(call: Call): Promise<Answer> {
  findRepo(call, 'checks');
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  const list = answer.json as { check_runs: Json[] };
  return { ...answer, json: { ...list, check_runs: list.check_runs.map(checkRunJson) } };
}

async function readCheckRun(call: Call): Promise<Answer> {
  findRepo(call, 'checks');
  const answer = await forward(call, undefined);
  return answer.status === 200 ? { ...answer, json: checkRunJson(answer.json as Json) } : answer;
}

/** The emulator leaves out where the annotations are. */
function checkRunJson(run: Json): Json {
  return {
    ...run,
    output: { ...(run['output'] as Json), annotations_url: `${String(run['url'])}/annotations` },
  };
}

function checkRunEvent(call: Call, repo: Repo, run: Json): void {
  const first = call.method === 'POST' ? 'created' : 'completed';
  if (first === 'completed' && run['status'] !== 'completed') return;
  announce(call.world, repo, accountOf(call.actor), 'check_run', { action: first, check_run: run });
}

function isInstallation(actor: Actor): boolean {
  return actor.grants !== undefined;
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
  'GET /repos/{owner}/{repo}/git/ref/{ref}': inRepo('contents'),
  'POST /repos/{owner}/{repo}/git/refs': inRepo('contents', 'write'),
  'GET /repos/{owner}/{repo}/commits': inRepo('contents'),
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': readCheckRuns,
  'POST /repos/{owner}/{repo}/check-runs': checkRun,
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': checkRun,
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': readCheckRun,
};
