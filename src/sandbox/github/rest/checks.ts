// REST: check runs. The emulator keeps them, except for their annotations and our time.
import { type Actor, accountOf, demand, refusalFor } from '../actor.ts';
import { announce } from '../announce.ts';
import type { Json, Repo } from '../model.ts';
import { type Answer, type Call, type Routes } from './call.ts';
import { findRepo } from './find.ts';
import { forward } from './forward.ts';
import { page } from './page.ts';

/** Only installations write check runs. */
async function write(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'checks');
  if (!isInstallation(call.actor)) throw refusalFor(call.actor, 'You must authenticate via a GitHub App.');
  demand(call.actor, repo, 'checks', 'write');
  const answer = await forward({ ...call, body: timed(call) });
  if (answer.status >= 300) return answer;
  const id = Number((answer.json as Json)['id']);
  const given = (call.body['output'] as Json | undefined)?.['annotations'];
  // Every update adds to what was annotated before.
  if (Array.isArray(given))
    repo.annotations.set(id, [...(repo.annotations.get(id) ?? []), ...(given as Json[])]);
  const run = runJson(repo, answer.json as Json);
  tell(call, repo, run);
  return { ...answer, json: run };
}

/** The emulator would take the time of this machine. */
function timed({ body, method, world }: Call): Json {
  const now = world.now();
  const ended = body['status'] === 'completed' || body['conclusion'] !== undefined;
  return {
    ...(method === 'POST' ? { started_at: now } : {}),
    ...(ended ? { status: 'completed', completed_at: now } : {}),
    ...body,
  };
}

async function list(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'checks');
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  const found = answer.json as { check_runs: Json[] };
  return { ...answer, json: { ...found, check_runs: found.check_runs.map((run) => runJson(repo, run)) } };
}

async function read(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'checks');
  const answer = await forward(call, undefined);
  return answer.status === 200 ? { ...answer, json: runJson(repo, answer.json as Json) } : answer;
}

async function annotations(call: Call): Promise<Answer> {
  const run = await read({ ...call, target: call.target.replace(/\/annotations(?:\?.*)?$/, '') });
  if (run.status !== 200) return run;
  const repo = findRepo(call, 'checks');
  const { id, head_sha: sha } = run.json as { id: number; head_sha: string };
  return page(call, repo.annotations.get(id) ?? [], (given) => ({
    title: null,
    raw_details: null,
    start_column: null,
    end_column: null,
    ...given,
    blob_href: `${call.world.origin}/${repo.fullName}/blob/${sha}/${String(given['path'])}`,
  }));
}

/** The emulator leaves out where the annotations are. */
function runJson(repo: Repo, run: Json): Json {
  const output = {
    ...(run['output'] as Json),
    annotations_count: (repo.annotations.get(Number(run['id'])) ?? []).length,
    annotations_url: `${String(run['url'])}/annotations`,
  };
  return { ...run, output };
}

function tell(call: Call, repo: Repo, run: Json): void {
  const action = call.method === 'POST' ? 'created' : 'completed';
  if (action === 'completed' && run['status'] !== 'completed') return;
  announce(call.world, repo, accountOf(call.actor), 'check_run', { action, check_run: run });
}

function isInstallation(actor: Actor): boolean {
  return actor.grants !== undefined;
}

export const checkRoutes: Routes = {
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': list,
  'POST /repos/{owner}/{repo}/check-runs': write,
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': write,
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': read,
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': annotations,
};
