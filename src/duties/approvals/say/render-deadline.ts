// The line of a comment that says what is blocked and by when.
import type { Milestone, Release } from '../../../domain/release.ts';
import { clockWords } from '../../../text/clock-words.ts';
import { dayWords } from '../../../text/words.ts';
import { quotedTitle } from './render-quoted.ts';
import type { CommentInput } from './comment-input.ts';

export function headline({ judged, release }: CommentInput): string {
  const { deadline } = judged;
  if (deadline === undefined)
    return `**Needs approval for ${quotedTitle(release.title)}.** No deadline is left.`;
  const where = placeWords(deadline);
  return `**Needs approval for ${goalWords(release, deadline)} by ${dayWords(deadline.day)}**, end of the day ${where}.`;
}

/** `Code freeze of Kyma 1.11`; release day goes by the name of the release alone. */
export function goalWords(release: Release, deadline: Milestone | undefined): string {
  const title = quotedTitle(release.title);
  return deadline === undefined || deadline.id === 'release'
    ? title
    : `${quotedTitle(deadline.title)} of ${title}`;
}

/** The zone in which the day ends, and the instant in UTC. */
function placeWords({ deadline, zone }: Milestone): string {
  if (zone === 'UTC') return 'UTC';
  const where = zone === 'AoE' ? 'anywhere on earth' : `in ${zone}`;
  return `${where} (${clockWords(deadline, 'UTC')} UTC)`;
}
