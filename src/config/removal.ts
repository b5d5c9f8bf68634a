// What takes an inherited task or milestone away, and what is told when there is none.
import { nearest } from '../domain/nearest.ts';
import type { Path } from '../domain/problem.ts';
import { readYesNo } from './fields/text.ts';
import type { PlacedProblem } from './placed-problem.ts';
import { quoted } from './yaml/hidden.ts';
import { type Node, type Place, textAt } from './yaml/node.ts';

/** Hears that nothing has this id; `known` are those that there are. */
export type NothingToRemove = (id: string, known: readonly (string | undefined)[], at: Place) => void;

/** Whether a task or milestone says `remove: yes`. */
export function isRemoval(node: Node): boolean {
  return readYesNo(textAt(node, 'remove') ?? 'no') === true;
}

interface Removing {
  /** Of the list, such as `['kinds', 'patch', 'tasks']`. */
  readonly path: Path;
  /** Where what is removed would come from. */
  readonly brings: 'preset' | 'inherited';
  readonly problems: PlacedProblem[];
}

/** Makes a problem of each removal that takes nothing away. */
export function removal({ path, brings, problems }: Removing): NothingToRemove {
  const what = path.at(-1) === 'milestones' ? 'milestone' : 'task';
  return (id, known, at) => {
    const meant = nearest(
      id,
      known.filter((other) => other !== undefined),
    );
    const source = brings === 'preset' ? 'the preset' : 'the top of the config and the kind';
    const message =
      brings === 'preset'
        ? `No preset brings a ${what} ${quoted(id)} that could be removed.`
        : `No ${what} ${quoted(id)} is inherited that could be removed.`;
    const fix =
      meant === undefined
        ? `Delete this ${what}, or check its id against ${source}.`
        : `Did you mean ${meant}?`;
    problems.push({
      problem: { code: 'nothing-to-remove', severity: 'error', path: [...path, id], message, fix },
      at,
    });
  };
}
