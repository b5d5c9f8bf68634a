// The part of an issue's history that says who closed and reopened it.
import type { Issue, StateChange } from '../model/repo.ts';
import { accountNode } from './account-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { uncovered } from './uncovered.ts';

const KINDS: Readonly<Record<string, StateChange['to']>> = { CLOSED_EVENT: 'closed', REOPENED_EVENT: 'open' };

/** Answers only when nothing but these two kinds is asked for: the other events are not kept. */
export function stateChangesOf(context: Context, issue: Issue, args: Arguments): Node {
  const kinds = args['itemTypes'];
  if (!Array.isArray(kinds)) throw uncovered('Issue.timelineItems without itemTypes');
  const wanted = kinds.map((kind: unknown) => {
    const to = KINDS[String(kind)];
    if (to === undefined) throw uncovered(`Issue.timelineItems(itemTypes: ${String(kind)})`);
    return to;
  });
  return connection(args, {
    field: 'Issue.timelineItems',
    items: issue.stateChanges.filter(({ to }) => wanted.includes(to)),
    id: (change) => change.id,
    node: (change) => eventNode(context, change),
    handled: ['itemTypes'],
  });
}

function eventNode({ world }: Context, { id, to, by, at }: StateChange): Node {
  return {
    __typename: to === 'closed' ? 'ClosedEvent' : 'ReopenedEvent',
    id: `${to === 'closed' ? 'CE' : 'REE'}_${id}`,
    createdAt: at,
    actor: accountNode(world, by),
  };
}
