// Writes a release of a rule as a single one beside the rule, so that it can have a day of its own.
import { isDeepStrictEqual } from 'node:util';
import { isRule, readRules, ruleWith, withRuleAsList } from './release-rules/read-rules.ts';
import { type TextChange, addLinesBehind, applyChanges, columnOf, entryOf } from './splice-map.ts';
import { type ListSpan, type MapSpan, spansOf } from './splice-spans.ts';
import { valueOf } from './value-of.ts';
import type { MapNode } from './yaml/node.ts';
import { readYaml } from './yaml/read-yaml.ts';

/**
 * The source with `{ version }` behind the rule that has it; what it says otherwise comes from the rule. Undefined
 * where no rule has it, or the layout is in the way.
 */
export function withSingle(source: string, tree: MapNode, version: string): string | undefined {
  const asList = withRuleAsList(tree);
  const releases = asList.entries.get('releases')?.value;
  if (releases?.kind !== 'list') return undefined;
  const of = ruleWith(readRules(releases.items), version);
  if (of === undefined || of.found.rule.skip.includes(version)) return undefined;
  const listed = asList === tree ? source : listedRule(source);
  const spliced = listed === undefined ? undefined : addItem(listed, of.found.index, version);
  const after = spliced === undefined ? undefined : readYaml(spliced);
  if (after?.tree === undefined || after.problems.length > 0) return undefined;
  const { items } = releases;
  const single = Object.assign(Object.create(null) as object, { version });
  const wanted = [
    ...items.map(valueOf).slice(0, of.found.index + 1),
    single,
    ...items.map(valueOf).slice(of.found.index + 1),
  ];
  const expected = Object.assign(Object.create(null) as object, valueOf(asList), { releases: wanted });
  return isDeepStrictEqual(valueOf(after.tree), expected) ? spliced : undefined;
}

/** A rule that stands for a list of one becomes the item of a list. */
function listedRule(source: string): string | undefined {
  const file = spansOf(source);
  const rule = file.kind === 'map' ? entryOf(file, 'releases')?.value : undefined;
  const first = rule?.kind === 'map' ? rule.entries[0] : undefined;
  if (rule?.kind !== 'map' || first === undefined || rule.marked) return undefined;
  if (rule.flow)
    return `${source.slice(0, rule.start)}[${source.slice(rule.start, rule.end)}]${source.slice(rule.end)}`;
  const inner = source.slice(first.key.start, rule.end).replaceAll(/(\r\n|\n|\r)(?=[^\r\n])/g, '$1  ');
  return `${source.slice(0, first.key.start)}- ${inner}${source.slice(rule.end)}`;
}

function addItem(source: string, index: number, version: string): string | undefined {
  const file = spansOf(source);
  const list = file.kind === 'map' ? entryOf(file, 'releases')?.value : undefined;
  const rule = list?.kind === 'list' ? list.items[index] : undefined;
  if (list?.kind !== 'list' || rule?.kind !== 'map') return undefined;
  return applyChanges(source, [itemBehind(source, list, rule, version)]);
}

/** In the style of the list. */
function itemBehind(source: string, list: ListSpan, rule: MapSpan, version: string): TextChange {
  if (list.flow) return { from: rule.end, to: rule.end, text: `, { version: '${version}' }` };
  // The dash of an item stands before its first key, or before its brace.
  const dash = source.lastIndexOf(
    '-',
    (rule.flow ? rule.start : (rule.entries[0]?.key.start ?? rule.start)) - 1,
  );
  return addLinesBehind(source, rule.end, columnOf(source, dash), [`- version: '${version}'`]);
}

/** Whether the file has a rule with a release of this version. */
export function isOfRule(tree: MapNode, version: string): boolean {
  const releases = withRuleAsList(tree).entries.get('releases')?.value;
  if (releases?.kind !== 'list' || !releases.items.some(isRule)) return false;
  return ruleWith(readRules(releases.items), version) !== undefined;
}
