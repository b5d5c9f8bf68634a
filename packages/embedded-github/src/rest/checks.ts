// REST: check runs. Only installations write them, and each only its own.
import { type Actor, accountOf, demand, refusalFor } from '../actor.ts';
import { announce } from '../announce.ts';
import { newCheckRun, suiteOf } from '../change/check-runs.ts';
import { hookCheckRun } from '../json/hook-json.ts';
import { checkRunJson } from '../json/check-run-json.ts';
import type { CheckRun } from '../model/ci.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { textField } from './body.ts';
import { type Answer, type Call, type Routes, created, ok } from './call.ts';
import { commitOf, findRepo } from './find.ts';
import { page, pageOf } from './page.ts';

async function create(call: Call): Promise<Answer> {
  const repo = writable(call);
  const { body, world } = call;
  const name = textField(body, 'name', 'CheckRun');
  if (name === undefined) throw Refusal.invalid('CheckRun', 'name', 'missing_field');
  const sha = String(body['head_sha']);
  if ((await commitOf(call, repo, sha)) !== sha)
    throw Refusal.unprocessable(`No commit found for SHA: ${sha}`);
  const suite = suiteOf(world, repo, slugOf(call.actor), sha);
  const run = newCheckRun(world, repo, suite, { name, status: 'queued', conclusion: null });
  change(call, run);
  checkRunEvent(call, repo, run, 'created');
  return created(checkRunJson(world, repo, run));
}

function update(call: Call): Answer {
  const repo = writable(call);
  const run = find(call, repo);
  if (run.suite.app !== slugOf(call.actor))
    throw Refusal.forbidden('Invalid app_id: check runs can only be changed by the App that made them.');
  run.name = textField(call.body, 'name', 'CheckRun') ?? run.name;
  change(call, run);
  if (run.status === 'completed') checkRunEvent(call, repo, run, 'completed');
  return ok(checkRunJson(call.world, repo, run));
}

/** What the body says; a conclusion ends the run. */
function change({ body, world }: Call, run: CheckRun): void {
  const { conclusion, status, output } = body as { conclusion?: string; status?: string; output?: Json };
  const next = conclusion === undefined ? (status ?? run.status) : 'completed';
  const ended = next === 'completed' ? (conclusion ?? run.conclusion) : null;
  if (next === 'completed' && ended === null)
    throw Refusal.unprocessable('conclusion is required when status is completed');
  run.status = next;
  run.conclusion = ended;
  const { started_at: startedAt, completed_at: completedAt, details_url: detailsUrl } = body as Texts;
  run.startedAt = startedAt ?? run.startedAt;
  run.completedAt = ended === null ? null : (completedAt ?? run.completedAt ?? world.now());
  run.suite.updatedAt = world.now();
  run.detailsUrl = detailsUrl ?? run.detailsUrl;
  run.externalId = textField(body, 'external_id', 'CheckRun') ?? run.externalId;
  if (output === undefined) return;
  const { title, summary, text, annotations } = output as Texts & { annotations?: Json[] };
  run.output = {
    title: title ?? run.output.title,
    summary: summary ?? run.output.summary,
    text: text ?? run.output.text,
  };
  run.annotations.push(...(annotations ?? []));
}

type Texts = Readonly<Record<string, string | undefined>>;

/** GitHub keeps the runs of each App apart: the newest of a name is the newest of one suite. */
async function list(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'checks');
  const sha = await commitOf(call, repo, call.params['ref'] ?? '');
  if (sha === undefined) throw Refusal.unprocessable(`No commit found for SHA: ${call.params['ref']}`);
  const { query } = call;
  const all = [...repo.checks.values()].filter(
    (run) =>
      run.suite.sha === sha &&
      (query.get('check_name') ?? run.name) === run.name &&
      (query.get('status') ?? run.status) === run.status,
  );
  const latest = new Map(all.map((run) => [`${run.suite.id} ${run.name}`, run]));
  const shown = query.get('filter') === 'all' ? all : [...latest.values()];
  return pageOf(call, 'check_runs', shown.toReversed(), (run) => checkRunJson(call.world, repo, run));
}

function read(call: Call): Answer {
  const repo = findRepo(call, 'checks');
  return ok(checkRunJson(call.world, repo, find(call, repo)));
}

function listAnnotations(call: Call): Answer {
  const run = find(call, findRepo(call, 'checks'));
  return page(call, run.annotations, (annotation) => ({
    title: null,
    raw_details: null,
    start_column: null,
    end_column: null,
    blob_href: `${call.world.origin}/blob/${String(annotation['path'])}`,
    ...annotation,
  }));
}

function writable(call: Call): Repo {
  const repo = findRepo(call, 'checks');
  if (call.actor.grants === undefined)
    throw refusalFor(call.actor, 'You must authenticate via a GitHub App.');
  demand(call.actor, repo, 'checks', 'write');
  return repo;
}

function find({ params }: Call, repo: Repo): CheckRun {
  const run = repo.checks.get(Number(params['check_run_id']));
  if (run === undefined) throw Refusal.notFound();
  return run;
}

function checkRunEvent(call: Call, repo: Repo, run: CheckRun, action: string): void {
  const payload = { action, check_run: hookCheckRun(call.world, repo, run) };
  announce(call.world, repo, accountOf(call.actor), 'check_run', payload);
}

function slugOf(actor: Actor): string {
  return accountOf(actor).login.replace(/\[bot\]$/, '');
}

export const checkRoutes: Routes = {
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': list,
  'POST /repos/{owner}/{repo}/check-runs': create,
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': update,
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': read,
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': listAnnotations,
};
