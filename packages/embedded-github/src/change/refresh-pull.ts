// The newest description of a pull request: the emulator's, with ends, size and merge as they are here.
import { accountJson } from '../json/account-json.ts';
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { compare, headOf } from './compare.ts';

/** Looks again; the ends of a closed pull request stay where they were. */
export async function refreshPull(world: World, issue: Issue, pull: PullFacts): Promise<void> {
  const { repo } = issue;
  const path = `/repos/${repo.fullName}/pulls/${issue.number}`;
  const { json } = await world.emulator.send({ method: 'GET', path });
  const newest = json as Json;
  const [base, head] =
    issue.state === 'open'
      ? await Promise.all([endOf(world, issue, newest, 'base'), endOf(world, issue, newest, 'head')])
      : [shaOf(pull.json, 'base'), shaOf(pull.json, 'head')];
  const between = await compare(world, repo, base, head);
  pull.json = withMerge(world, pull, {
    ...newest,
    base: { ...(newest['base'] as Json), sha: base },
    head: { ...(newest['head'] as Json), sha: head },
    ...(between === undefined ? {} : sizeOf(between)),
  });
}

/** An emulator's description of the same pull request, brought to what was last seen. */
export function asLastSeen(world: World, pull: PullFacts, json: Json): Json {
  const sha = (end: 'base' | 'head'): Json => ({ ...(json[end] as Json), sha: shaOf(pull.json, end) });
  return withMerge(world, pull, { ...json, base: sha('base'), head: sha('head') });
}

function withMerge(world: World, { merge }: PullFacts, json: Json): Json {
  if (merge === null) return json;
  return {
    ...json,
    merged: true,
    merged_at: merge.at,
    merged_by: accountJson(world, merge.by),
    merge_commit_sha: merge.sha,
    mergeable: null,
    mergeable_state: 'unknown',
  };
}

async function endOf(world: World, { repo }: Issue, json: Json, end: 'base' | 'head'): Promise<string> {
  return (await headOf(world, repo, String((json[end] as Json)['ref']))) ?? shaOf(json, end);
}

function shaOf(json: Json, end: 'base' | 'head'): string {
  return String((json[end] as Json)['sha']);
}

/** How many commits, files and lines lie between the ends. */
export function sizeOf({ files, commits }: NonNullable<Awaited<ReturnType<typeof compare>>>): Json {
  return {
    commits: commits.length,
    changed_files: files.length,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
  };
}
