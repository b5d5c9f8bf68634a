// Turns a pull request as GraphQL gives it into our own words.
import { type Instant, parseInstant } from '../../../domain/day.ts';
import type { Known } from '../../../domain/known.ts';
import type { Checks, Pull, PullComment, Review } from '../../../domain/pull.ts';
import { readMarker } from '../../../text/marker.ts';
import { authorOf } from '../../author-of.ts';
import { loginOf } from '../../accounts.ts';
import type { Hole } from '../../graphql.ts';
import { present } from '../../present.ts';
import { type OwnWords, asWeWrote, editedComments, goneComments, whyUnsure } from '../own-words.ts';
import { failingName, isUnheardOf } from './failing-checks.ts';
import type { Behalf } from './behalf.ts';
import type { Further } from './further.ts';
import type { RawPull, RawPullComment, RawReview, RawRollup } from './pull-fields.ts';
import { needing } from '../needing.ts';
import { requestedOf, unreadComments, unreadOf, whyBelow } from './unread.ts';

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

const DECISIONS: Readonly<Record<string, Pull['decision']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  REVIEW_REQUIRED: 'review-required',
};

/** What was learned of a pull request beside its raw fields. */
export interface Beside {
  readonly accounts: readonly string[];
  /** Names of the checks that the base branch is known to require; undefined when that could not be read. */
  readonly required: readonly string[] | undefined;
  readonly words: OwnWords;
  /** What of it could not be read. */
  readonly holes?: readonly Hole[];
  /** What was read of it by further pages; absent: nothing had to be. */
  readonly further?: Further | undefined;
  /** For which teams reviews were given, where that was asked. */
  readonly behalf?: Behalf | undefined;
}

export function decodePull(
  raw: RawPull,
  { accounts, required, words, holes = [], further, behalf }: Beside,
): Pull {
  const comments = present(raw.comments.nodes);
  return {
    number: raw.number,
    id: raw.id,
    title: raw.title,
    body: raw.body,
    author: authorOf(raw.author),
    state: STATES[raw.state],
    draft: raw.isDraft,
    base: raw.baseRefName,
    head: raw.headRefName,
    messages: present(raw.commits?.nodes).map(({ commit }) => commit.message),
    labels: present(raw.labels?.nodes).map((label) => label.name),
    milestone: raw.milestone?.title,
    ...filesOf(raw, holes, further),
    requested: requestedOf(raw, holes),
    reviews: present(raw.latestOpinionatedReviews?.nodes).flatMap((one) => decodeReview(one, behalf)),
    decision: raw.reviewDecision === null ? 'none' : (DECISIONS[raw.reviewDecision] ?? 'review-required'),
    mergeable: mergeableOf(raw),
    checks: checksOf(raw, holes, required, further),
    ...unreadOf(raw, holes, behalf),
    createdAt: instantOf(raw.createdAt),
    updatedAt: instantOf(raw.updatedAt),
    commands: [],
    commenters: commentersOf(comments),
    ...commentsOf(comments, accounts, words),
    ...unreadComments(raw, holes),
  };
}

function filesOf(
  { files }: RawPull,
  holes: readonly Hole[],
  further: Further | undefined,
): Pick<Pull, 'files' | 'filesComplete'> {
  const nodes = files?.nodes ?? [];
  const paths = [...present(nodes).map(({ path }) => path), ...(further?.files ?? [])];
  const known = files !== null && !nodes.includes(null) && whyBelow(holes, 'files') === undefined;
  const last = files?.pageInfo.hasNextPage === false || further?.filesComplete === true;
  return { files: paths, filesComplete: known && last };
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

function decodeReview({ id, state, submittedAt, author }: RawReview, behalf: Behalf = new Map()): Review[] {
  const teams = behalf.get(id) ?? [];
  const login = loginOf(author);
  if (login === undefined || (state !== 'APPROVED' && state !== 'CHANGES_REQUESTED')) return [];
  return [
    {
      author: login,
      state: state === 'APPROVED' ? 'approved' : 'changes-requested',
      at: instantOf(submittedAt ?? ''),
      onBehalfOf: 'why' in teams ? [] : teams,
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
function checksOf(
  raw: RawPull,
  holes: readonly Hole[],
  required: readonly string[] | undefined,
  { requiredFailing, requiredUnread }: Partial<Further> = {},
): Known<Checks> {
  const hidden = whyBelow(holes, 'commits');
  const rollup = present(raw.commits?.nodes)[0]?.commit.statusCheckRollup;
  if (hidden !== undefined && (rollup === undefined || rollup === null))
    return { known: false, why: needing(hidden, 'checks: read and statuses: read') };
  if (rollup === undefined || rollup === null)
    return { known: true, value: { state: 'none', requiredFailing: [] } };
  const state = CHECK_STATES[rollup.state];
  if (state === undefined) return { known: false, why: `GitHub says ${rollup.state} of its checks` };
  if (raw.mergeStateStatus === 'UNSTABLE' || state !== 'failure')
    return { known: true, value: { state, requiredFailing: [] } };
  if (requiredFailing !== undefined) return { known: true, value: { state, requiredFailing } };
  const contexts = present(rollup.contexts?.nodes);
  const named = contexts.flatMap(failingName).filter((name) => required?.includes(name) === true);
  // One that is known to fail and to be required is enough to be told of.
  if (named.length > 0) return { known: true, value: { state, requiredFailing: named } };
  if (hidden !== undefined) return { known: false, why: needing(hidden, 'checks: read and statuses: read') };
  if (requiredUnread !== undefined)
    return { known: false, why: needing(requiredUnread, 'checks: read and statuses: read') };
  if (required === undefined)
    return { known: false, why: 'which checks the branch requires could not be read' };
  if (hidesSome(rollup.contexts) || contexts.some(isUnheardOf))
    return { known: false, why: 'not all of its checks could be read' };
  return { known: true, value: { state, requiredFailing: [] } };
}

type Contexts = NonNullable<RawRollup>['contexts'];

function hidesSome(contexts: Contexts): boolean {
  const nodes = contexts?.nodes;
  return (
    nodes === null || nodes === undefined || nodes.includes(null) || contexts?.pageInfo?.hasNextPage === true
  );
}

export function instantOf(text: string): Instant {
  return parseInstant(text) ?? (0 as Instant);
}
