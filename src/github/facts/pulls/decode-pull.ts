// Turns a pull request as GraphQL gives it into our own words.
import { type Instant, parseInstant } from '../../../domain/day.ts';
import type { Known } from '../../../domain/known.ts';
import type { Checks, Pull, PullComment, Review } from '../../../domain/pull.ts';
import { readMarker } from '../../../text/marker.ts';
import { loginOf } from '../../accounts.ts';
import { present } from '../../present.ts';
import { type OwnWords, asWeWrote, editedComments, goneComments, whyUnsure } from '../own-words.ts';
import type { RawContext, RawPull, RawPullComment, RawReview } from './pull-fields.ts';

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

const DECISIONS = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  REVIEW_REQUIRED: 'review-required',
} as const;

/** `required` are the names of the checks that the base branch requires; undefined when that could not be read. */
export function decodePull(
  raw: RawPull,
  accounts: readonly string[],
  required: readonly string[] | undefined,
  words: OwnWords,
): Pull {
  const requested = present(raw.reviewRequests?.nodes).map((request) => request.requestedReviewer);
  return {
    number: raw.number,
    id: raw.id,
    title: raw.title,
    body: raw.body,
    author: { login: loginOf(raw.author) ?? 'ghost', bot: raw.author?.__typename === 'Bot' },
    state: STATES[raw.state],
    draft: raw.isDraft,
    base: raw.baseRefName,
    head: raw.headRefName,
    messages: present(raw.commits?.nodes).map(({ commit }) => commit.message),
    labels: present(raw.labels?.nodes).map((label) => label.name),
    milestone: raw.milestone?.title,
    files: present(raw.files?.nodes).map((file) => file.path),
    filesComplete: raw.files !== null && !raw.files.pageInfo.hasNextPage,
    requested: {
      people: requested.flatMap((reviewer) =>
        reviewer !== null && 'login' in reviewer ? [reviewer.login] : [],
      ),
      teams: requested.flatMap((reviewer) =>
        reviewer !== null && 'combinedSlug' in reviewer ? [reviewer.combinedSlug] : [],
      ),
    },
    reviews: present(raw.latestOpinionatedReviews?.nodes).flatMap(decodeReview),
    decision: raw.reviewDecision === null ? 'none' : DECISIONS[raw.reviewDecision],
    mergeable: mergeableOf(raw),
    checks: checksOf(raw, required),
    createdAt: instantOf(raw.createdAt),
    updatedAt: instantOf(raw.updatedAt),
    commands: [],
    commenters: commentersOf(present(raw.comments.nodes)),
    ...commentsOf(present(raw.comments.nodes), accounts, words),
  };
}

function commentersOf(comments: readonly RawPullComment[]): string[] {
  const people = comments.flatMap(({ author }) => (author?.__typename === 'User' ? [author.login] : []));
  return [...new Set(people)];
}

/** What we said there, in our own words; unknown when nobody knows any more what one of the comments said. */
export function commentsOf(
  comments: readonly OurComment[],
  accounts: readonly string[],
  words: OwnWords,
): Pick<Pull, 'comments' | 'edited'> {
  const gone = goneComments(comments, words);
  const edited = editedComments(comments, words);
  const more = edited.length === 0 ? {} : { edited };
  if (gone.length > 0) return { comments: { known: false, why: whyUnsure(gone) }, ...more };
  return { comments: { known: true, value: markedComments(comments, accounts, words) }, ...more };
}

/** A comment as far as its marker and its words go. */
export type OurComment = Omit<RawPullComment, 'reactionGroups' | 'authorAssociation'>;

/** Those comments that one of our accounts wrote and marked, oldest first. */
function markedComments(
  comments: readonly OurComment[],
  accounts: readonly string[],
  words: OwnWords,
): PullComment[] {
  return asWeWrote(comments, words, accounts).flatMap((comment) => {
    const key = readMarker(comment.body);
    if (key === undefined || comment.databaseId === null) return [];
    return [
      {
        commentId: comment.databaseId,
        nodeId: comment.id,
        key,
        body: comment.body,
        minimised: comment.isMinimized,
        createdAt: instantOf(comment.createdAt),
      },
    ];
  });
}

function decodeReview({ state, submittedAt, author, onBehalfOf }: RawReview): Review[] {
  const login = loginOf(author);
  if (login === undefined || (state !== 'APPROVED' && state !== 'CHANGES_REQUESTED')) return [];
  return [
    {
      author: login,
      state: state === 'APPROVED' ? 'approved' : 'changes-requested',
      at: instantOf(submittedAt ?? ''),
      onBehalfOf: present(onBehalfOf?.nodes).map((team) => team.combinedSlug),
    },
  ];
}

function mergeableOf({ mergeable, mergeStateStatus }: RawPull): Pull['mergeable'] {
  if (mergeable === 'CONFLICTING') return 'conflict';
  if (mergeable === 'UNKNOWN') return 'unknown';
  return mergeStateStatus === 'BLOCKED' || mergeStateStatus === 'BEHIND' ? 'blocked' : 'clean';
}

const CHECK_STATES: Readonly<Record<string, Checks['state']>> = {
  SUCCESS: 'success',
  EXPECTED: 'pending',
  PENDING: 'pending',
  ERROR: 'failure',
  FAILURE: 'failure',
};

/** GitHub says `UNSTABLE` when only checks fail that nobody requires. */
function checksOf(raw: RawPull, required: readonly string[] | undefined): Known<Checks> {
  const rollup = present(raw.commits?.nodes)[0]?.commit.statusCheckRollup;
  if (rollup === undefined || rollup === null)
    return { known: true, value: { state: 'none', requiredFailing: [] } };
  const state = CHECK_STATES[rollup.state] ?? 'pending';
  const failing = present(rollup.contexts?.nodes).flatMap(failingName);
  if (raw.mergeStateStatus === 'UNSTABLE' || failing.length === 0)
    return { known: true, value: { state, requiredFailing: [] } };
  if (required === undefined)
    return { known: false, why: 'which checks the branch requires could not be read' };
  return {
    known: true,
    value: { state, requiredFailing: failing.filter((name) => required.includes(name)) },
  };
}

const BAD_CONCLUSIONS = ['FAILURE', 'TIMED_OUT', 'CANCELLED', 'ACTION_REQUIRED', 'STARTUP_FAILURE'];

function failingName(context: RawContext): string[] {
  if (context.__typename === 'CheckRun')
    return BAD_CONCLUSIONS.includes(context.conclusion ?? '') ? [context.name] : [];
  return ['ERROR', 'FAILURE'].includes(context.state) ? [context.context] : [];
}

export function instantOf(text: string): Instant {
  return parseInstant(text) ?? (0 as Instant);
}
