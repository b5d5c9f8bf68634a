// A pull request in GraphQL.
import { compare } from '../change/compare.ts';
import { mergeStateStatus, mergeable, reviewDecision } from '../change/merge-state.ts';
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import { accountNode } from './account-node.ts';
import { changedFiles } from './changed-files.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { commitAt } from './commit-node.ts';
import { refName } from './ref-name.ts';
import { latestOpinionatedReviews, reviewRequests } from './review-nodes.ts';
import { threadNode } from './thread-node.ts';
import { timelineOf } from './timeline.ts';

export function pullNode(context: Context, issue: Issue, pull: PullFacts): Node {
  const { json } = pull;
  const state = pullState(issue, pull);
  return {
    ...threadNode(context, issue, 'PullRequest'),
    state,
    isDraft: json['draft'] === true,
    merged: state === 'MERGED',
    mergedAt: json['merged_at'] ?? null,
    baseRefName: refName(pull, 'base'),
    headRefName:
      pull.fork === undefined ? refName(pull, 'head') : refName(pull, 'head').split('/').slice(2).join('/'),
    headRefOid: headOf(pull),
    isCrossRepository: pull.fork !== undefined,
    timelineItems: (args: Arguments) => timelineOf(context, issue, 'PullRequest', args),
    mergeCommit: () => (pull.merge === null ? null : commitAt(context, issue.repo, pull.merge.sha)),
    mergedBy: () => (pull.merge === null ? null : accountNode(context.world, pull.merge.by)),
    files: (args: Arguments) => files(context, issue, pull, args),
    commits: (args: Arguments) => commits(context, issue, pull, args),
    mergeable: () => mergeable(context.world, issue, pull),
    mergeStateStatus: () => mergeStateStatus(context.world, issue, pull),
    reviewDecision: () => reviewDecision(issue, pull),
    reviewRequests: (args: Arguments) => reviewRequests(context, issue, pull, args),
    latestOpinionatedReviews: (args: Arguments) => latestOpinionatedReviews(context, issue, pull, args),
  };
}

/** `OPEN`, `CLOSED` or `MERGED`. */
export function pullState(issue: Issue, { json }: PullFacts): string {
  return typeof json['merged_at'] === 'string' ? 'MERGED' : issue.state.toUpperCase();
}

async function files({ world }: Context, issue: Issue, pull: PullFacts, args: Arguments): Promise<Node> {
  return connection(args, {
    field: 'PullRequest.files',
    items: await changedFiles(world, issue, pull),
    id: ({ path }) => path,
    node: (file) => ({ __typename: 'PullRequestChangedFile', ...file }),
  });
}

function headOf({ json }: PullFacts): string {
  return String((json['head'] as Json)['sha']);
}

/** Those that the head has and the base lacks, oldest first. */
async function commits(context: Context, issue: Issue, pull: PullFacts, args: Arguments): Promise<Node> {
  return connection(args, {
    field: 'PullRequest.commits',
    items: args['last'] === 1 ? [headOf(pull)] : await commitsOf(context, issue, pull),
    id: (oid) => oid,
    node: (oid) => ({ __typename: 'PullRequestCommit', commit: commitAt(context, issue.repo, oid) }),
  });
}

async function commitsOf({ world }: Context, issue: Issue, pull: PullFacts): Promise<string[]> {
  const base = String((pull.json['base'] as Json)['sha']);
  const between = await compare(world, issue.repo, base, headOf(pull));
  return (between?.commits ?? []).map(({ sha }) => String(sha));
}
