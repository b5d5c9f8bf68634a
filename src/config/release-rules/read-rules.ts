// Finds the rules among the releases of a tree, and decodes those that are sound.
import { type ReleaseRule, type RuledRelease, releaseOf } from '../../domain/release-rule.ts';
import { type WrittenRule, isRuleBy, releaseRule, toRule } from '../schema/release-rules.ts';
import { valueOf } from '../value-of.ts';
import type { Entry, ListNode, MapNode, Node } from '../yaml/node.ts';

/** A rule with the place where it stands. */
export interface FoundRule {
  /** In the list of releases. */
  readonly index: number;
  readonly node: MapNode;
  readonly written: WrittenRule;
  readonly rule: ReleaseRule;
}

/** Whether a set of keys is meant as a rule for releases. */
export function isRule(node: Node): node is MapNode {
  return node.kind === 'map' && isRuleBy([...node.entries.keys()]);
}

/** A rule alone stands for a list of one. */
export function withRuleAsList(tree: MapNode): MapNode {
  const entry = tree.entries.get('releases');
  if (entry === undefined || !isRule(entry.value)) return tree;
  const value: ListNode = { kind: 'list', items: [entry.value], at: entry.value.at };
  return { ...tree, entries: new Map<string, Entry>([...tree.entries, ['releases', { ...entry, value }]]) };
}

/** Those that the schema takes. What is wrong with others it tells. */
export function readRules(items: readonly Node[]): readonly FoundRule[] {
  return items.flatMap((node, index) => {
    if (!isRule(node)) return [];
    const decoded = releaseRule.safeParse(valueOf(node));
    return decoded.success ? [{ index, node, written: decoded.data, rule: toRule(decoded.data) }] : [];
  });
}

/** The rule that has a release of this version, and that release. */
export function ruleWith(
  rules: readonly FoundRule[],
  version: string,
): { readonly found: FoundRule; readonly release: RuledRelease } | undefined {
  for (const found of rules) {
    const release = releaseOf(found.rule, version);
    if (release !== undefined) return { found, release };
  }
  return undefined;
}
