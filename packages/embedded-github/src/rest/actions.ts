// REST: workflow runs, their jobs and their artifacts.
import { accountOf, refusalFor } from '../actor.ts';
import { runsOf, stateOfSuite } from '../change/check-runs.ts';
import { storagePath } from '../artifact-storage.ts';
import { checkPage } from '../json/check-run-json.ts';
import { artifactJson, workflowRunJson } from '../json/workflow-run-json.ts';
import type { Artifact, CheckRun, CheckSuite } from '../model/ci.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { type Answer, type Call, type Routes, ok } from './call.ts';
import { findRepo } from './find.ts';
import { pageOf } from './page.ts';

/** Newest first. */
function listRuns(call: Call): Answer {
  const repo = findRepo(call, 'actions');
  const { query, world } = call;
  const wanted = (name: string, value: string | null): boolean => (query.get(name) ?? value) === value;
  const shown = repo.suites.filter((suite) => {
    const { status, conclusion } = stateOfSuite(suite);
    const stands = query.get('status') ?? status;
    return (
      suite.run !== null &&
      wanted('branch', suite.branch) &&
      wanted('head_sha', suite.sha) &&
      wanted('event', suite.run.event) &&
      wanted('check_suite_id', String(suite.id)) &&
      (stands === status || stands === conclusion)
    );
  });
  return pageOf(call, 'workflow_runs', shown.toReversed(), (suite) => workflowRunJson(world, repo, suite));
}

function readRun(call: Call): Answer {
  const repo = findRepo(call, 'actions');
  return ok(workflowRunJson(call.world, repo, findRun(call, repo)));
}

function listJobs(call: Call): Answer {
  const repo = findRepo(call, 'actions');
  const suite = findRun(call, repo);
  const runs = runsOf(suite, call.query.get('filter') === 'all' ? 'all' : 'latest');
  return pageOf(call, 'jobs', runs, (run) => jobJson(call.world, repo, run));
}

/** Newest first. */
function listArtifacts(call: Call): Answer {
  const repo = findRepo(call, 'actions');
  const suite = findRun(call, repo);
  const name = call.query.get('name');
  const shown = (suite.run?.artifacts ?? []).filter((artifact) => (name ?? artifact.name) === artifact.name);
  const ordered = call.query.get('direction') === 'asc' ? shown : shown.toReversed();
  return pageOf(call, 'artifacts', ordered, (artifact) => artifactJson(call.world, repo, suite, artifact));
}

/** Those of all runs, newest first. */
function listAllArtifacts(call: Call): Answer {
  const repo = findRepo(call, 'actions');
  const name = call.query.get('name');
  const all = repo.suites.flatMap((suite) =>
    (suite.run?.artifacts ?? []).map((artifact) => ({ suite, artifact })),
  );
  const shown = all
    .filter(({ artifact }) => (name ?? artifact.name) === artifact.name)
    .toSorted((a, b) => b.artifact.id - a.artifact.id);
  return pageOf(call, 'artifacts', shown, ({ suite, artifact }) =>
    artifactJson(call.world, repo, suite, artifact),
  );
}

/** Not even those of a public repository are for everybody: an account, and for an App the permission. */
function download(call: Call): Answer {
  const repo = findRepo(call, 'actions');
  accountOf(call.actor);
  const { grants } = call.actor;
  if (grants !== undefined && grants.permissions['actions'] === undefined) throw refusalFor(call.actor, '');
  const id = Number(call.params['artifact_id']);
  const artifact = repo.suites
    .flatMap(({ run }): readonly Artifact[] => run?.artifacts ?? [])
    .find((candidate) => candidate.id === id);
  if (artifact === undefined || call.params['archive_format'] !== 'zip') throw Refusal.notFound();
  if (artifact.expired) throw new Refusal(410, 'Artifact has expired', 'NOT_FOUND');
  return { status: 302, headers: { location: storagePath(call.world, repo, artifact) } };
}

function findRun({ params }: Call, repo: Repo): CheckSuite {
  const suite = repo.suites.find(({ run }) => run !== null && run.id === Number(params['run_id']));
  if (suite === undefined) throw Refusal.notFound();
  return suite;
}

function jobJson(world: World, repo: Repo, job: CheckRun): Json {
  const { suite } = job;
  const api = `${world.origin}/api/v3/repos/${repo.fullName}`;
  const run = suite.run?.id ?? 0;
  return {
    id: job.id,
    run_id: run,
    run_url: `${api}/actions/runs/${run}`,
    run_attempt: job.attempt,
    node_id: `CR_${job.id}`,
    head_sha: suite.sha,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: checkPage(world, repo, job),
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.startedAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: [],
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
    workflow_name: suite.run?.workflow.name ?? null,
    head_branch: suite.branch,
  };
}

export const actionsRoutes: Routes = {
  'GET /repos/{owner}/{repo}/actions/runs': listRuns,
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}': readRun,
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs': listJobs,
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts': listArtifacts,
  'GET /repos/{owner}/{repo}/actions/artifacts': listAllArtifacts,
  'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}': download,
};
