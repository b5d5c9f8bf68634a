// Parts a plan into what goes in the same requests: neighbours of which none needs that another was carried out.
import type { Operation } from '../../../domain/operation.ts';

/** What makes or edits comments may go together; what folds them away waits until what takes their place is made. Labels come before either. */
const TOGETHER: Partial<Readonly<Record<Operation['kind'], string>>> = {
  'add-labels': 'labels',
  'remove-label': 'labels',
  'create-comment': 'words',
  'create-pull-comment': 'words',
  'edit-comment': 'words',
  'minimise-comment': 'folds',
};

/** The operations in their order, each in one group; what goes with no other is a group of its own. */
export function inGroups(operations: readonly Operation[]): Operation[][] {
  const groups: Operation[][] = [];
  for (const operation of operations) {
    const group = groups.at(-1);
    const kind = TOGETHER[operation.kind];
    const before = group?.[0];
    if (before !== undefined && kind !== undefined && TOGETHER[before.kind] === kind) group?.push(operation);
    else groups.push([operation]);
  }
  return groups;
}
