// REST: statuses of commits, which people with write access and programs give.
import { accountOf, demand } from '../actor.ts';
import { newStatus } from '../change/new-status.ts';
import { accountJson } from '../json/account-json.ts';
import type { CommitStatus, Json, Repo, World } from '../model.ts';
import { Refusal } from '../refusal.ts';
import { textField, wordField } from './body.ts';
import { type Answer, type Call, type Routes, created } from './call.ts';
import { findRepo } from './find.ts';
import { page } from './page.ts';

const STATES = ['error', 'failure', 'pending', 'success'] as const;

function create(call: Call): Answer {
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
  return created(statusJson(call.world, repo, status));
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
