// The part of the history of an issue or a pull request that says who closed, reopened and labelled it.
import type { Issue, Labeling, StateChange } from '../model/repo.ts';
import { accountNode } from './account-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { labelNode } from './label-node.ts';
import { uncovered } from './uncovered.ts';

const KINDS: readonly string[] = ['CLOSED_EVENT', 'REOPENED_EVENT', 'LABELED_EVENT'];

/** Answers only when nothing but these kinds is asked for: the other events are not kept. */
export function timelineOf(
  context: Context,
  issue: Issue,
  type: 'Issue' | 'PullRequest',
  args: Arguments,
): Node {
  const kinds = args['itemTypes'];
  if (!Array.isArray(kinds)) throw uncovered(`${type}.timelineItems without itemTypes`);
  const names = kinds.map(String);
  const strange = names.find((kind) => !KINDS.includes(kind));
  if (strange !== undefined) throw uncovered(`${type}.timelineItems(itemTypes: ${strange})`);
  return connection(args, {
    field: `${type}.timelineItems`,
    items: [...issue.stateChanges, ...issue.labelings]
      .filter((event) => names.includes(kindOf(event)))
      .toSorted((a, b) => a.id - b.id),
    id: (event) => event.id,
    node: (event) => eventNode(context, issue, event),
    handled: ['itemTypes'],
  });
}

function kindOf(event: StateChange | Labeling): string {
  if ('label' in event) return 'LABELED_EVENT';
  return event.to === 'closed' ? 'CLOSED_EVENT' : 'REOPENED_EVENT';
}

function eventNode({ world }: Context, { repo }: Issue, event: StateChange | Labeling): Node {
  const { id, at: createdAt, by } = event;
  const actor = accountNode(world, by);
  if ('label' in event) {
    const label = labelNode(world, repo, event.label);
    return { __typename: 'LabeledEvent', id: `LE_${id}`, createdAt, actor, label };
  }
  return {
    __typename: event.to === 'closed' ? 'ClosedEvent' : 'ReopenedEvent',
    id: `${event.to === 'closed' ? 'CE' : 'REE'}_${id}`,
    createdAt,
    actor,
  };
}
