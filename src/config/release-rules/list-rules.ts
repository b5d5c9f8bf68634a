// The releases that each rule has on a day. Where people have a role in turn, so many that the turns can be counted.
import { type Day, parseDay } from '../../domain/day.ts';
import { type RuledRelease, releaseOf } from '../../domain/release-rule.ts';
import { entriesOf } from '../rules/rule.ts';
import { valueOf } from '../value-of.ts';
import { type MapNode, type Node, textAt } from '../yaml/node.ts';
import type { FoundRule } from './read-rules.ts';
import { type Shape, between, windowOf } from './window.ts';

/** A rule with what its releases go by. */
export interface PlannedRule {
  readonly found: FoundRule;
  readonly plan: MapNode;
  readonly shape: Shape;
}

/** A role in turn, with the rules whose releases share it. */
interface Rotation {
  readonly rules: FoundRule[];
  /** Versions with a written turn. */
  readonly turns: readonly string[];
}

type Listed = Map<FoundRule, readonly RuledRelease[]>;

/** `items` are the releases as written, rules among them; `today` is undefined where each rule is as on its first day. */
export function listRules(
  rules: readonly PlannedRule[],
  items: readonly Node[],
  today: Day | undefined,
): Listed {
  const listed: Listed = new Map(
    rules.map(({ found, shape }) => [
      found,
      windowOf(found.rule, found.written.ahead, shape, today ?? found.rule.first),
    ]),
  );
  for (const { rules: sharing, turns } of rotationsOf(rules)) {
    const days = sharing.flatMap((found) => (listed.get(found) ?? []).map(({ planned }) => planned)).sort();
    const [first] = days;
    const last = days.at(-1);
    if (first === undefined || last === undefined) continue;
    // Nobody's turn may hang on the day of the run: all releases since the last written turn count, and none is left out.
    const written = turns.flatMap((version) => dayOf(version, rules, items) ?? []);
    const from =
      written
        .filter((one) => one <= first)
        .sort()
        .at(-1) ?? first;
    for (const found of sharing)
      listed.set(found, joined(listed.get(found) ?? [], between(found.rule, from, last)));
  }
  return listed;
}

function joined(some: readonly RuledRelease[], others: readonly RuledRelease[]): RuledRelease[] {
  const all = new Map([...some, ...others].map((release) => [release.index, release]));
  return [...all.values()].sort((a, b) => a.index - b.index);
}

/** Releases share a rotation where role, people and written turns are the same. */
function rotationsOf(rules: readonly PlannedRule[]): Rotation[] {
  const found = new Map<string, Rotation>();
  for (const { found: rule, plan } of rules) {
    for (const [role, { value }] of entriesOf(plan.entries.get('roles')?.value)) {
      const rotation = entriesOf(value).get('rotation')?.value;
      if (rotation === undefined) continue;
      const key = JSON.stringify([role, valueOf(rotation)]);
      const turns = [...entriesOf(entriesOf(rotation).get('turns')?.value).keys()];
      const shared = found.get(key) ?? { rules: [], turns };
      shared.rules.push(rule);
      found.set(key, shared);
    }
  }
  return [...found.values()];
}

/** The day of a release with a written turn: that of its rule, or its own. */
function dayOf(version: string, rules: readonly PlannedRule[], items: readonly Node[]): Day | undefined {
  const single = items.find((item) => textAt(item, 'version')?.trim() === version);
  const written = parseDay(textAt(single, 'release')?.trim() ?? '');
  if (written !== undefined) return written;
  return rules.map(({ found }) => releaseOf(found.rule, version)?.planned).find((day) => day !== undefined);
}
