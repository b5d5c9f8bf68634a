// Where a new task issue belongs among the sub-issues: in the order of the checklist, while people have no other.
import type { DesiredIssue } from '../../../domain/desired.ts';
import { type Unit, unitKey } from '../../units.ts';
import type { TaskIssueInput } from './task-input.ts';

type Beside = NonNullable<DesiredIssue['parent']>['beside'];

/** `kept` are all units with issues, in order. Undefined where it belongs at the end, to which GitHub puts it. */
export function besideIn(
  kept: readonly Unit[],
  unit: Unit,
  { release, issues }: Pick<TaskIssueInput, 'release' | 'issues'>,
): Beside {
  const below = new Set(issues.flatMap(({ key, parent }) => (parent === undefined ? [] : [key])));
  const at = kept.indexOf(unit);
  const next = kept.slice(at + 1).find((one) => below.has(unitKey(release, one)));
  if (next === undefined) return undefined;
  const previous = kept.slice(0, at).findLast((one) => below.has(unitKey(release, one)));
  // What comes in together comes one behind the other.
  return previous === undefined || kept.indexOf(previous) < at - 1
    ? { where: 'before', key: unitKey(release, next) }
    : { where: 'after', key: unitKey(release, previous) };
}
