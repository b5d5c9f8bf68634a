// Reads who closed or reopened an issue last: a state that we set is nobody's word.
import { parseInstant } from '../../../domain/day.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { type Author, loginOf } from '../../accounts.ts';
import { present } from '../../present.ts';

/** https://docs.github.com/graphql/reference/objects#issuetimelineitemsconnection */
export const LAST_STATE_CHANGE = `stateChanges: timelineItems(last: 1, itemTypes: [CLOSED_EVENT, REOPENED_EVENT]) { nodes {
    ... on ClosedEvent { id createdAt actor { __typename login } }
    ... on ReopenedEvent { id createdAt actor { __typename login } }
  } }`;

export interface RawStateChanges {
  readonly nodes:
    | readonly ({ readonly id: string; readonly createdAt: string; readonly actor: Author | null } | null)[]
    | null;
}

/** An issue of ours whose state never changed is open, as we opened it. */
export function lastStateChange(
  { nodes }: RawStateChanges,
  accounts: readonly string[],
): Pick<OwnIssue, 'stateBy' | 'stateChange' | 'stateAt'> {
  const last = present(nodes).at(-1);
  if (last === undefined) return { stateBy: 'us' };
  const ours = accounts.includes(loginOf(last.actor) ?? '');
  return { stateBy: ours ? 'us' : 'people', stateChange: last.id, stateAt: parseInstant(last.createdAt) };
}
