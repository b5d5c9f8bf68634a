// REST's forms of a workflow run and of its artifacts.
import { stateOfSuite } from '../change/check-runs.ts';
import { forkOf } from '../forks.ts';
import type { Artifact, CheckSuite, Workflow } from '../model/ci.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { accountJson } from './account-json.ts';
import { repoJson } from './repo-json.ts';

/** What the ids of forks begin behind: no repository of this world has such a one. */
const FORK_IDS = 1_000_000_000;

/** Days that artifacts are kept. */
const KEPT = 90;

/** Of the suite that belongs to it. */
export function workflowRunJson(world: World, repo: Repo, suite: CheckSuite): Json {
  const { run } = suite;
  if (run === null) throw Refusal.notFound();
  const { workflow } = run;
  const api = `${world.origin}/api/v3/repos/${repo.fullName}`;
  const url = `${api}/actions/runs/${run.id}`;
  const repository = repoJson(world, repo);
  const head = headJson(repo, repository, suite);
  return {
    id: run.id,
    name: workflow.name,
    node_id: run.nodeId,
    check_suite_id: suite.id,
    check_suite_node_id: suite.nodeId,
    head_branch: head.branch,
    head_sha: suite.sha,
    path: workflow.path,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    display_title: String(run.commit['message']).split('\n')[0],
    ...stateOfSuite(suite),
    workflow_id: workflow.id,
    url,
    html_url: runPage(world, repo, suite),
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: suite.updatedAt,
    run_started_at: run.startedAt,
    actor: accountJson(world, run.actor),
    triggering_actor: accountJson(world, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${suite.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${api}/actions/workflows/${workflow.id}`,
    head_commit: run.commit,
    repository,
    head_repository: head.repository,
    head_repository_id: head.repository['id'],
  };
}

/** Of the file that says what runs. */
export function workflowJson(world: World, repo: Repo, workflow: Workflow): Json {
  const page = `${world.origin}/${repo.fullName}`;
  return {
    id: workflow.id,
    node_id: workflow.nodeId,
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: world.began,
    updated_at: world.began,
    url: `${world.origin}/api/v3/repos/${repo.fullName}/actions/workflows/${workflow.id}`,
    html_url: `${page}/blob/${repo.defaultBranch}/${workflow.path}`,
    badge_url: `${page}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

/** The page of a workflow run. */
export function runPage({ origin }: World, { fullName }: Repo, { run }: CheckSuite): string {
  return `${origin}/${fullName}/actions/runs/${run?.id ?? 0}`;
}

/** A fork's branch goes by its own name, in a repository of its owner. */
function headJson(
  repo: Repo,
  repository: Json,
  { branch }: CheckSuite,
): { readonly branch: string | null; readonly repository: Json } {
  const fork = branch === null ? undefined : forkOf(branch);
  if (fork === undefined) return { branch, repository };
  const full_name = `${fork.login}/${String(repository['name'])}`;
  return {
    branch: fork.branch,
    repository: { ...repository, id: repo.id + FORK_IDS, full_name, fork: true },
  };
}

export function artifactJson(world: World, repo: Repo, suite: CheckSuite, artifact: Artifact): Json {
  const { id, name, zip, createdAt, expired } = artifact;
  const url = `${world.origin}/api/v3/repos/${repo.fullName}/actions/artifacts/${id}`;
  const head = headJson(repo, repoJson(world, repo), suite);
  const kept = Date.parse(createdAt) + KEPT * 86_400_000;
  return {
    id,
    node_id: `AR_${id}`,
    name,
    size_in_bytes: zip.byteLength,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    created_at: createdAt,
    updated_at: createdAt,
    expires_at: new Date(kept).toISOString().replace('.000Z', 'Z'),
    workflow_run: {
      id: suite.run?.id,
      repository_id: repo.id,
      head_repository_id: head.repository['id'],
      head_branch: head.branch,
      head_sha: suite.sha,
    },
  };
}
