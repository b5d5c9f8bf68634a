// What may stand only once in a file: ids of tasks, versions of releases.
import type { Path } from '../../domain/problem.ts';
import type { PlacedProblem } from '../placed-problem.ts';
import { quoted } from '../yaml/hidden.ts';
import { type MapNode, type Node, textAt } from '../yaml/node.ts';
import { type Rule, entriesOf, itemsOf } from './rule.ts';

export const repetitionRules: readonly Rule[] = [repeatedTasks, repeatedReleases];

function repeatedTasks({ own }: Parameters<Rule>[0]): readonly PlacedProblem[] {
  const fix = 'Give one of the two another id, or join them.';
  return taskLists(own).flatMap(([path, tasks]) => onlyOnce(tasks, 'id', 'repeated-task', fix, path));
}

function repeatedReleases({ own }: Parameters<Rule>[0]): readonly PlacedProblem[] {
  const fix = 'Delete one of the two, or correct its version.';
  return onlyOnce(itemsOf(own, 'releases'), 'version', 'repeated-release', fix, ['releases']);
}

/** At the top, of each kind, and of each release. */
function taskLists(own: MapNode): (readonly [Path, readonly Node[]])[] {
  const kinds = entriesOf(own.entries.get('kinds')?.value);
  return [
    [['tasks'], itemsOf(own, 'tasks')],
    ...[...kinds].map(([name, { value }]) => [['kinds', name, 'tasks'], tasksOf(value)] as const),
    ...itemsOf(own, 'releases').map(
      (release, index) =>
        [['releases', textAt(release, 'version') ?? index, 'tasks'], tasksOf(release)] as const,
    ),
  ];
}

function tasksOf(node: Node): readonly Node[] {
  return node.kind === 'map' ? itemsOf(node, 'tasks') : [];
}

function onlyOnce(
  items: readonly Node[],
  key: string,
  code: string,
  fix: string,
  path: Path,
): readonly PlacedProblem[] {
  const first = new Map<string, number>();
  return items.flatMap((item) => {
    const name = textAt(item, key);
    const line = name === undefined ? undefined : first.get(name);
    if (name !== undefined && line === undefined) first.set(name, item.at.line);
    if (name === undefined || line === undefined || item.kind !== 'map') return [];
    const message = `The ${key} ${quoted(name)} appears twice under ${quoted(String(path.at(-1)))}; the first is on line ${line}.`;
    const problem = { code, severity: 'error' as const, path: [...path, name, key], message, fix };
    return [{ problem, at: item.entries.get(key)?.value.at ?? item.at }];
  });
}
