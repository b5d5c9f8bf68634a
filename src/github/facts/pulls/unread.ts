// What of a pull request GitHub did not show: each gap makes only that part of it unknown.
import type { Pull } from '../../../domain/pull.ts';
import type { Hole } from '../../graphql.ts';
import { present } from '../../present.ts';
import { needing } from '../needing.ts';
import type { Behalf } from './behalf.ts';
import type { RawPull } from './pull-fields.ts';

/** Why something below a field is missing; undefined where nothing is. */
export function whyBelow(holes: readonly Hole[], ...start: readonly string[]): string | undefined {
  return holes.find(({ path }) => start.every((step, index) => path[index] === step))?.why;
}

/** A team that this token may not see is somebody who was asked all the same. */
export function requestedOf({ reviewRequests }: RawPull, holes: readonly Hole[]): Pull['requested'] {
  const nodes = reviewRequests?.nodes;
  const reviewers = (nodes ?? []).map((node) => node?.requestedReviewer ?? null);
  const people = reviewers.flatMap((one) =>
    one !== null && 'login' in one && typeof one.login === 'string' ? [one.login] : [],
  );
  const teams = reviewers.flatMap((one) =>
    one !== null && 'combinedSlug' in one && typeof one.combinedSlug === 'string' ? [one.combinedSlug] : [],
  );
  const isPartly = nodes === null || nodes === undefined || people.length + teams.length < nodes.length;
  const hole = whyBelow(holes, 'reviewRequests');
  if (!isPartly && hole === undefined) return { people, teams };
  return { people, teams, unread: needing(hole ?? 'GitHub does not show it', 'members: read') };
}

/** Fields without which nothing can be decided; those of other parts are told of where they are read. */
const OWN_PARTS = ['files', 'reviewRequests', 'commits', 'comments', 'author'];
const DECISIONS = ['APPROVED', 'CHANGES_REQUESTED', 'REVIEW_REQUIRED'];
const OPINIONS = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED', 'PENDING'];

export function unreadOf(
  raw: RawPull,
  holes: readonly Hole[],
  behalf: Behalf | undefined,
): Pick<Pull, 'unread'> {
  const why = holeIn(raw, holes) ?? oddIn(raw) ?? whyNoBehalf(raw, behalf);
  return why === undefined ? {} : { unread: why };
}

/** An approval may be one for the team that is waited for. */
function whyNoBehalf(
  { latestOpinionatedReviews: reviews }: RawPull,
  behalf: Behalf | undefined,
): string | undefined {
  const found = present(reviews?.nodes).map(({ id }) => behalf?.get(id));
  return found.flatMap((one) =>
    one !== undefined && 'why' in one ? [`the teams it was approved for: ${one.why}`] : [],
  )[0];
}

function holeIn({ author }: RawPull, holes: readonly Hole[]): string | undefined {
  const isOwn = (part: string): boolean => OWN_PARTS.includes(part) && (part !== 'author' || author !== null);
  const hole = holes.find(({ path }) => !isOwn(String(path[0])));
  return hole === undefined ? undefined : `${String(hole.path[0] ?? 'it')}: ${hole.why}`;
}

function oddIn({ labels, latestOpinionatedReviews: reviews, reviewDecision }: RawPull): string | undefined {
  if (labels === null || labels.nodes?.includes(null) === true) return 'GitHub leaves out some of its labels';
  if (reviews === null || reviews.nodes === null || reviews.nodes.includes(null))
    return 'GitHub leaves out some of its reviews';
  if (reviewDecision !== null && !DECISIONS.includes(reviewDecision))
    return `GitHub says ${reviewDecision} of its reviews`;
  const odd = present(reviews.nodes).find(({ state }) => !OPINIONS.includes(state));
  return odd === undefined ? undefined : `GitHub says ${odd.state} of a review`;
}

/** Who was told what is only known where every comment is. */
export function unreadComments(
  { comments }: RawPull,
  holes: readonly Hole[],
): Partial<Pick<Pull, 'comments'>> {
  const why = whyBelow(holes, 'comments');
  if (why !== undefined) return { comments: { known: false, why } };
  const isPartly = comments.nodes === null || comments.nodes.includes(null);
  return isPartly ? { comments: { known: false, why: 'GitHub leaves out some of its comments' } } : {};
}
