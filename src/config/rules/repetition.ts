// What may stand only once in a file: ids of tasks, versions of releases.
import { quoted } from '../yaml/hidden.ts';
import { textAt } from '../yaml/node.ts';
import { type Rule, itemsOf } from './rule.ts';

export const repetitionRules: readonly Rule[] = [
  onlyOnce('tasks', 'id', 'repeated-task', 'Give one of the two another id, or join them.'),
  onlyOnce('releases', 'version', 'repeated-release', 'Delete one of the two, or correct its version.'),
];

function onlyOnce(list: string, key: string, code: string, fix: string): Rule {
  return ({ own }) => {
    const first = new Map<string, number>();
    return itemsOf(own, list).flatMap((item) => {
      const name = textAt(item, key);
      const line = name === undefined ? undefined : first.get(name);
      if (name !== undefined && line === undefined) first.set(name, item.at.line);
      if (name === undefined || line === undefined || item.kind !== 'map') return [];
      const message = `The ${key} ${quoted(name)} appears twice under ${quoted(list)}; the first is on line ${line}.`;
      const problem = { code, severity: 'error' as const, path: [list, name, key], message, fix };
      return [{ problem, at: item.entries.get(key)?.value.at ?? item.at }];
    });
  };
}
