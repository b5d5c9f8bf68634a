// GitHub milestones that are open, that one of our accounts created, and that say what ours say.
import type { LeftMilestone } from '../../domain/leavings.ts';
import { MILESTONE_WORDS } from '../../text/our-marks.ts';
import { type Author, loginOf } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { readAll } from './pages.ts';

/** Pages of 100. */
const MOST_PAGES = 10;

interface RawMilestone extends LeftMilestone {
  readonly description: string | null;
  readonly creator: Author | null;
}

export async function readMilestones(github: GitHub, accounts: readonly string[]): Promise<LeftMilestone[]> {
  const field = `list: milestones(first: 100, after: $cursor, states: [OPEN]) {
    pageInfo { hasNextPage endCursor } nodes { number title description creator { __typename login } }
  }`;
  const all = await readAll<RawMilestone>(github, {
    name: 'RelcommsLeftMilestones',
    field,
    most: MOST_PAGES,
  });
  return all
    .filter(({ description, creator }) => {
      const isMarked = description?.endsWith(MILESTONE_WORDS) === true;
      return isMarked && accounts.includes(loginOf(creator) ?? '');
    })
    .map(({ number, title }) => ({ number, title }));
}
