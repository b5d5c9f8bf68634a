// REST: statuses of commits, which people with write access and programs give.
import { accountOf, demand } from '../actor.ts';
import { announce } from '../announce.ts';
import { newStatus } from '../change/new-status.ts';
import { accountJson } from '../json/account-json.ts';
import { without } from '../json/hook-json.ts';
import type { Json } from '../model/json-object.ts';
import type { CommitStatus } from '../model/pull.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { textField, wordField } from './body.ts';
import { type Answer, type Call, type Routes, created } from './call.ts';
import { findRepo } from './find.ts';
import { page } from './page.ts';

const STATES = ['error', 'failure', 'pending', 'success'] as const;

async function create(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  demand(call.actor, repo, 'statuses', 'write');
  const state = wordField(call.body, 'state', STATES, 'Status');
  if (state === undefined) throw Refusal.invalid('Status', 'state', 'missing_field');
  const status = newStatus(call.world, repo, {
    sha: call.params['sha'] ?? '',
    state,
    context: textField(call.body, 'context', 'Status') ?? 'default',
    description: textField(call.body, 'description', 'Status') ?? null,
    targetUrl: textField(call.body, 'target_url', 'Status') ?? null,
    creator: accountOf(call.actor),
  });
  await statusEvent(call, repo, status);
  return created(statusJson(call.world, repo, status));
}

/** Of the branches, GitHub names those whose newest commit it is, ten at most. */
async function statusEvent({ world }: Call, repo: Repo, status: CommitStatus): Promise<void> {
  const path = `/repos/${repo.fullName}`;
  const commit = await world.emulator.send({ method: 'GET', path: `${path}/commits/${status.sha}` });
  const branches = await world.emulator.send({ method: 'GET', path: `${path}/branches?per_page=100` });
  const heads = (branches.json as { name: string; commit: { sha: string }; protected: boolean }[]).filter(
    (branch) => branch.commit.sha === status.sha,
  );
  announce(world, repo, status.creator, 'status', {
    id: status.id,
    sha: status.sha,
    name: repo.fullName,
    context: status.context,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    created_at: status.at,
    updated_at: status.at,
    commit: without(commit.json as Json, ['stats', 'files']),
    branches: heads.slice(0, 10).map(({ name, commit: head, protected: kept }) => {
      return { name, commit: head, protected: kept };
    }),
  });
}

/** Newest first. */
function list(call: Call): Answer {
  const repo = findRepo(call, 'contents');
  const found = repo.statuses.filter(({ sha }) => sha === call.params['ref']).toReversed();
  return page(call, found, (status) => statusJson(call.world, repo, status));
}

function statusJson(world: World, { fullName }: Repo, status: CommitStatus): Json {
  return {
    url: `${world.origin}/api/v3/repos/${fullName}/statuses/${status.sha}`,
    avatar_url: `${world.origin}/avatars/u/${status.creator.id}`,
    id: status.id,
    node_id: `SC_${status.id}`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.at,
    updated_at: status.at,
    creator: accountJson(world, status.creator),
  };
}

export const statusRoutes: Routes = {
  'POST /repos/{owner}/{repo}/statuses/{sha}': create,
  'GET /repos/{owner}/{repo}/commits/{ref}/statuses': list,
};
