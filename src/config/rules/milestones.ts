// A milestone has a day, unless it takes an inherited one away.
import type { Path, Problem } from '../../domain/problem.ts';
import { DAY_FIX } from '../fields/time.ts';
import { isRemoval } from '../removal.ts';
import type { Node } from '../yaml/node.ts';
import { type Rule, entriesOf, itemsOf } from './rule.ts';

/** Of what stands at the top, or of a plan. */
export function milestoneDays({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  return withoutDay(merged.entries.get('milestones')?.value, ['milestones']);
}

/** Milestones of a release say their day themselves: it is what a slip changes. */
export function ownMilestoneDays({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  return itemsOf(merged, 'releases').flatMap((release, index) =>
    withoutDay(entriesOf(release).get('milestones')?.value, ['releases', index, 'milestones']),
  );
}

function withoutDay(milestones: Node | undefined, path: Path): readonly Problem[] {
  return [...entriesOf(milestones)].flatMap(([id, { value }]) => {
    // What is no set of keys is read, or refused, by the schema.
    if (value.kind !== 'map' || isRemoval(value)) return [];
    const on = value.entries.get('on')?.value;
    if (on !== undefined && on.kind !== 'nothing') return [];
    const message = `"on" ${on === undefined ? 'is missing' : 'has no value'}.`;
    return [{ code: 'missing', severity: 'error', path: [...path, id, 'on'], message, fix: DAY_FIX }];
  });
}
