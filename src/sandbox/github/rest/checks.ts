// REST: check runs. The emulator keeps them; whose they are, their annotations and their time are ours.
import { type Actor, accountOf, demand, refusalFor } from '../actor.ts';
import { announce } from '../announce.ts';
import { accountJson } from '../json/account-json.ts';
import type { CheckFacts, Json, Repo, World } from '../model.ts';
import { Refusal } from '../refusal.ts';
import type { Answer, Call, Routes } from './call.ts';
import { findRepo } from './find.ts';
import { forward } from './forward.ts';
import { page } from './page.ts';

/** Only installations write check runs, and each only its own. */
async function write(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'checks');
  if (!isInstallation(call.actor)) throw refusalFor(call.actor, 'You must authenticate via a GitHub App.');
  demand(call.actor, repo, 'checks', 'write');
  const app = slugOf(call.actor);
  const former = repo.checks.get(Number(call.params['check_run_id']));
  if (former !== undefined && former.app !== app)
    throw Refusal.forbidden('Invalid app_id: check runs can only be changed by the App that made them.');
  const answer = await forward({ ...call, body: timed(call) });
  if (answer.status >= 300) return answer;
  const json = answer.json as Json;
  const facts: CheckFacts = former ?? newFacts(app, json);
  repo.checks.set(Number(json['id']), facts);
  facts.status = String(json['status']);
  facts.conclusion = (json['conclusion'] as string | null | undefined) ?? null;
  facts.annotations.push(...annotationsOf(call.body));
  const run = checkRunJson(call.world, repo, json);
  checkRunEvent(call, repo, run);
  return { ...answer, json: run };
}

function newFacts(app: string, json: Json): CheckFacts {
  const { head_sha: sha, name } = json;
  return { app, sha: String(sha), name: String(name), status: 'queued', conclusion: null, annotations: [] };
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

/** GitHub keeps the runs of each App apart: the newest of a name is the newest of one App. */
async function list(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'checks');
  const target = new URL(call.target, call.world.origin);
  const latest = target.searchParams.get('filter') !== 'all';
  target.searchParams.set('filter', 'all');
  const answer = await forward({ ...call, target: `${target.pathname}${target.search}` }, undefined);
  if (answer.status !== 200) return answer;
  const { check_runs: all } = answer.json as { check_runs: Json[] };
  const newest = all.toSorted((a, b) => Number(b['id']) - Number(a['id']));
  const nameOf = (run: Json): string => `${repo.checks.get(Number(run['id']))?.app} ${String(run['name'])}`;
  const shown = latest ? [...new Map(newest.toReversed().map((run) => [nameOf(run), run])).values()] : newest;
  const json = shown.map((run) => checkRunJson(call.world, repo, run));
  return { ...answer, json: { total_count: json.length, check_runs: json } };
}

async function read(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'checks');
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  return { ...answer, json: checkRunJson(call.world, repo, answer.json as Json) };
}

function annotations(call: Call): Answer {
  const facts = findRepo(call, 'checks').checks.get(Number(call.params['check_run_id']));
  if (facts === undefined) throw Refusal.notFound();
  return page(call, facts.annotations, (annotation) => ({
    title: null,
    raw_details: null,
    start_column: null,
    end_column: null,
    blob_href: `${call.world.origin}/blob/${String(annotation['path'])}`,
    ...annotation,
  }));
}

function annotationsOf(body: Json): Json[] {
  const { annotations: given } = (body['output'] ?? {}) as { annotations?: Json[] };
  return given ?? [];
}

function checkRunJson(world: World, repo: Repo, run: Json): Json {
  const facts = repo.checks.get(Number(run['id']));
  return {
    ...run,
    app: facts === undefined ? null : appJson(world, repo, facts.app),
    output: {
      ...(run['output'] as Json),
      annotations_count: facts?.annotations.length ?? 0,
      annotations_url: `${String(run['url'])}/annotations`,
    },
  };
}

function appJson(world: World, repo: Repo, slug: string): Json {
  return {
    id: slug === world.app.slug ? world.app.id : world.app.id + 1,
    slug,
    node_id: `A_${slug}`,
    owner: accountJson(world, repo.owner),
    name: slug,
    description: null,
    external_url: `${world.origin}/apps/${slug}`,
    html_url: `${world.origin}/apps/${slug}`,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    permissions: { checks: 'write' },
    events: [],
  };
}

function checkRunEvent(call: Call, repo: Repo, run: Json): void {
  const first = call.method === 'POST' ? 'created' : 'completed';
  if (first === 'completed' && run['status'] !== 'completed') return;
  announce(call.world, repo, accountOf(call.actor), 'check_run', { action: first, check_run: run });
}

function slugOf(actor: Actor): string {
  return accountOf(actor).login.replace(/\[bot\]$/, '');
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
