// REST: deployments and their statuses, which people with write access and programs make.
import { accountOf, demand } from '../actor.ts';
import { announce } from '../announce.ts';
import { accountJson } from '../json/account-json.ts';
import { DEPLOYMENT_STATES, type Deployment, type DeploymentStatus } from '../model/deployment.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { textField, wordField } from './body.ts';
import { type Answer, type Call, type Routes, created } from './call.ts';
import { commitOf, findRepo } from './find.ts';

async function create(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  demand(call.actor, repo, 'deployments', 'write');
  const { body, world } = call;
  const ref = textField(body, 'ref', 'Deployment');
  if (ref === undefined || ref === null) throw Refusal.invalid('Deployment', 'ref', 'missing_field');
  const sha = await commitOf(call, repo, ref);
  if (sha === undefined) throw Refusal.unprocessable(`No ref found for: ${ref}`);
  const deployment: Deployment = {
    id: world.nextId(),
    sha,
    ref,
    environment: textField(body, 'environment', 'Deployment') ?? 'production',
    description: textField(body, 'description', 'Deployment') ?? null,
    creator: accountOf(call.actor),
    createdAt: world.now(),
    statuses: [],
  };
  repo.deployments.push(deployment);
  const json = deploymentJson(world, repo, deployment);
  announce(world, repo, deployment.creator, 'deployment', {
    action: 'created',
    deployment: json,
    workflow: null,
    workflow_run: null,
  });
  return created(json);
}

function addStatus(call: Call): Answer {
  const repo = findRepo(call, 'contents');
  demand(call.actor, repo, 'deployments', 'write');
  const { body, world } = call;
  const deployment = repo.deployments.find(({ id }) => id === Number(call.params['deployment_id']));
  if (deployment === undefined) throw Refusal.notFound();
  const state = wordField(body, 'state', DEPLOYMENT_STATES, 'DeploymentStatus');
  if (state === undefined) throw Refusal.invalid('DeploymentStatus', 'state', 'missing_field');
  const status: DeploymentStatus = {
    id: world.nextId(),
    state,
    environmentUrl: textField(body, 'environment_url', 'DeploymentStatus') ?? '',
    logUrl: textField(body, 'log_url', 'DeploymentStatus') ?? `${world.origin}/${repo.fullName}/deployments`,
    description: textField(body, 'description', 'DeploymentStatus') ?? '',
    creator: accountOf(call.actor),
    createdAt: world.now(),
  };
  deployment.statuses.push(status);
  const json = statusJson(world, repo, deployment, status);
  announce(world, repo, status.creator, 'deployment_status', {
    action: 'created',
    deployment: deploymentJson(world, repo, deployment),
    deployment_status: json,
    check_run: null,
    workflow: null,
    workflow_run: null,
  });
  return created(json);
}

function deploymentJson(world: World, repo: Repo, deployment: Deployment): Json {
  const { id, sha, ref, environment, description, creator, createdAt, statuses } = deployment;
  const url = addressOf(world, repo, deployment);
  return {
    url,
    id,
    node_id: `DE_${id}`,
    sha,
    ref,
    task: 'deploy',
    payload: {},
    original_environment: environment,
    environment,
    description,
    creator: accountJson(world, creator),
    created_at: createdAt,
    updated_at: statuses.at(-1)?.createdAt ?? createdAt,
    statuses_url: `${url}/statuses`,
    repository_url: `${world.origin}/api/v3/repos/${repo.fullName}`,
    transient_environment: false,
    production_environment: false,
    performed_via_github_app: null,
  };
}

function statusJson(world: World, repo: Repo, deployment: Deployment, status: DeploymentStatus): Json {
  const { id, state, environmentUrl, logUrl, description, creator, createdAt } = status;
  const url = addressOf(world, repo, deployment);
  return {
    url: `${url}/statuses/${id}`,
    id,
    node_id: `DES_${id}`,
    state,
    creator: accountJson(world, creator),
    description,
    environment: deployment.environment,
    target_url: logUrl,
    created_at: createdAt,
    updated_at: createdAt,
    deployment_url: url,
    repository_url: `${world.origin}/api/v3/repos/${repo.fullName}`,
    ...(environmentUrl === '' ? {} : { environment_url: environmentUrl }),
    log_url: logUrl,
    performed_via_github_app: null,
  };
}

function addressOf(world: World, { fullName }: Repo, { id }: Deployment): string {
  return `${world.origin}/api/v3/repos/${fullName}/deployments/${id}`;
}

export const deploymentRoutes: Routes = {
  'POST /repos/{owner}/{repo}/deployments': create,
  'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses': addStatus,
};
