// Whether a pull request may be merged, and what it lacks.
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { checksAt, rollup } from './checks-at.ts';
import { compare, headOf } from './compare.ts';
import { mergeFiles } from './merge-files.ts';
import { opinionsOf } from './reviews.ts';

export type ReviewDecision = 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED';
export type Mergeable = 'MERGEABLE' | 'CONFLICTING' | 'UNKNOWN';
export type MergeStateStatus = 'BLOCKED' | 'CLEAN' | 'DIRTY' | 'DRAFT' | 'UNKNOWN' | 'UNSTABLE';

/** Null where the base branch requires no review. */
export function reviewDecision(issue: Issue, pull: PullFacts): ReviewDecision | null {
  const required = issue.repo.rules.get(endOf(pull, 'base').ref)?.requiredReviews ?? 0;
  if (required === 0) return null;
  const states = opinionsOf(issue, pull, true).map(({ state }) => state);
  if (states.includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  return states.filter((state) => state === 'APPROVED').length >= required ? 'APPROVED' : 'REVIEW_REQUIRED';
}

/** Asks git only after one of the two ends has moved. GitHub keeps no answer for what is closed. */
export async function mergeable(world: World, { repo, state }: Issue, pull: PullFacts): Promise<Mergeable> {
  if (state === 'closed') return 'UNKNOWN';
  const [base, head] = [endOf(pull, 'base'), endOf(pull, 'head')];
  const [ours, now] = await Promise.all([
    compare(world, repo, base.sha, head.sha),
    headOf(world, repo, base.ref),
  ]);
  if (ours === undefined || now === undefined) return 'UNKNOWN';
  const { sha: parted } = ours.merge_base_commit;
  if (parted === now) return 'MERGEABLE';
  // From where they parted, so that pull requests of the same age share the answer.
  const theirs = await compare(world, repo, parted, now);
  if (theirs === undefined) return 'UNKNOWN';
  return (await mergeFiles(world, repo, ours, theirs)) === undefined ? 'CONFLICTING' : 'MERGEABLE';
}

/** The first of: conflicts, draft, something required is missing, some check is not green. */
export async function mergeStateStatus(
  world: World,
  issue: Issue,
  pull: PullFacts,
): Promise<MergeStateStatus> {
  const fits = await mergeable(world, issue, pull);
  if (fits === 'UNKNOWN') return 'UNKNOWN';
  if (fits === 'CONFLICTING') return 'DIRTY';
  if (pull.json['draft'] === true) return 'DRAFT';
  const decision = reviewDecision(issue, pull);
  const contexts = checksAt(issue.repo, endOf(pull, 'head').sha);
  const required = issue.repo.rules.get(endOf(pull, 'base').ref)?.requiredChecks ?? [];
  const passed = (name: string): boolean => {
    const named = contexts.filter((context) => context.name === name);
    return named.length > 0 && named.every(({ state }) => state === 'SUCCESS');
  };
  if ((decision !== null && decision !== 'APPROVED') || !required.every(passed)) return 'BLOCKED';
  return [undefined, 'SUCCESS'].includes(rollup(contexts)) ? 'CLEAN' : 'UNSTABLE';
}

function endOf({ json }: PullFacts, end: 'base' | 'head'): { readonly ref: string; readonly sha: string } {
  const { ref, sha } = json[end] as Json;
  return { ref: String(ref), sha: String(sha) };
}
