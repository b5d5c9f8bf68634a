// Opens an issue once: after an answer that says nothing, it looks for its marker before it tries again.
import type { CreateIssue } from '../../domain/operation.ts';
import { renderBody } from '../../body/render-body.ts';
import { staleLook } from '../held.ts';
import { newestIssues } from '../facts/own-issues/newest-issues.ts';
import type { Written } from '../../domain/outcome.ts';
import { sendOrFind } from './send-or-find.ts';
import { targetValue } from './target-value.ts';
import { type World, labelsThere } from './world.ts';

/**
 * A list that left something out must not make it a second time: what the plan takes for missing is looked for without
 * any list of ours. When it is there, the plan is wrong, and everything waits for the next look.
 */
async function demandMissing(world: World, { key }: CreateIssue): Promise<void> {
  world.newest ??= await newestIssues(world.github, world.setting.accounts);
  const number = world.newest.get(key);
  if (number !== undefined) throw staleLook(number);
}

export async function createIssue(world: World, operation: CreateIssue): Promise<Written> {
  await demandMissing(world, operation);
  return await sendOrFind(
    () => open(world, operation),
    () => adopt(world, operation),
  );
}

async function open(world: World, operation: CreateIssue): Promise<Written> {
  const { owner, repo } = world.github;
  const milestone =
    operation.milestone === undefined ? undefined : world.milestones.get(operation.milestone.toLowerCase());
  const target = await targetValue(world, operation);
  const wanted = labelsThere(world, operation.labels);
  const { data } = await world.github.request('POST /repos/{owner}/{repo}/issues', {
    owner,
    repo,
    title: operation.title,
    body: renderBody(operation.body),
    labels: wanted,
    ...(milestone === undefined ? {} : { milestone }),
    ...target.fields,
    request: { retries: 0 },
  });
  world.made.set(operation.key, { number: data.number, id: data.node_id, databaseId: Number(data.id) });
  const labels = data.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
  const dropped = droppedLabels(wanted, labels);
  const words = [dropped, target.why].filter((word) => word !== undefined);
  return { outcome: 'done', number: data.number, detail: words.length === 0 ? undefined : words.join('; ') };
}

function droppedLabels(labels: readonly string[], taken: readonly string[]): string | undefined {
  const dropped = labels.filter((name) => !taken.some((label) => label.toLowerCase() === name.toLowerCase()));
  return dropped.length === 0
    ? undefined
    : `GitHub dropped the labels ${dropped.join(', ')}: the token may not set them`;
}

/** An issue with this key that is there by now: the write took although its answer did not say so. */
async function adopt({ github, setting, made }: World, { key }: CreateIssue): Promise<Written | undefined> {
  const number = (await newestIssues(github, setting.accounts)).get(key);
  if (number === undefined) return undefined;
  const { owner, repo } = github;
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    owner,
    repo,
    issue_number: number,
  });
  made.set(key, { number, id: data.node_id, databaseId: Number(data.id) });
  return { outcome: 'already', number, detail: 'the answer was lost, the issue was there' };
}
