// From which release of a rule the turns of a role are counted: so far back it has to be listed.
import { type ReleaseRule, releaseOf } from '../../domain/release-rule.ts';
import { entriesOf } from '../rules/rule.ts';
import type { MapNode } from '../yaml/node.ts';

/** The versions with a written turn, rotation by rotation; `plan` is what the releases of the rule go by. */
export function writtenTurns(plan: MapNode): readonly (readonly string[])[] {
  const roles = [...entriesOf(plan.entries.get('roles')?.value).values()];
  return roles
    .map(({ value }) => entriesOf(entriesOf(value).get('rotation')?.value).get('turns')?.value)
    .filter((turns) => turns !== undefined)
    .map((turns) => [...entriesOf(turns).keys()]);
}

/**
 * The index from which every rotation can be counted on to this one: of each the last written turn up to it.
 * Undefined where that is this one, or where nothing is written of this rule.
 */
export function countedFrom(
  rule: ReleaseRule,
  turns: readonly (readonly string[])[],
  index: number,
): number | undefined {
  const starts = turns.flatMap((versions) => {
    const known = versions.flatMap((version) => releaseOf(rule, version)?.index ?? []);
    const before = known.filter((one) => one <= index);
    return before.length === 0 ? [] : [Math.max(...before)];
  });
  const first = starts.length === 0 ? index : Math.min(...starts);
  return first < index ? first : undefined;
}
