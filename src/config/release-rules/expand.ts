// Puts the releases of rules beside those that are written singly. A single one of a rule changes only what it says.
import { ANYWHERE_ON_EARTH, type Day, type Instant, dayAt, isZone, parseDay } from '../../domain/day.ts';
import { minorOf } from '../../domain/minor-of.ts';
import { type RuledRelease, besideOf } from '../../domain/release-rule.ts';
import { shiftDay } from '../../domain/shift.ts';
import { valuesOf, versionOf } from '../../domain/version-pattern.ts';
import { mergeNodes } from '../merge-nodes.ts';
import type { PlacedProblem } from '../placed-problem.ts';
import { type Entry, type ListNode, type MapNode, type Node, type Place, textAt } from '../yaml/node.ts';
import { itemsOf } from '../rules/rule.ts';
import { ruleProblems } from './check-rules.ts';
import { listRules } from './list-rules.ts';
import { type FoundRule, readRules, ruleWith } from './read-rules.ts';
import type { Shape } from './window.ts';

/** What a rule knows of a release that is not written anywhere. */
export interface RuledFacts {
  /** The releases of the rule before and after it, listed or not. */
  readonly beside: readonly { readonly version: string; readonly release: Day }[];
}

export interface Expanded {
  readonly tree: MapNode;
  /** By version. */
  readonly facts: ReadonlyMap<string, RuledFacts>;
  /** The day for which the releases are listed; absent without rules. */
  readonly asOf?: Day | undefined;
  readonly problems: readonly PlacedProblem[];
}

interface Moment {
  /** Absent: each rule is as on the day of its first release. */
  readonly now: Instant | undefined;
  /** By name, what each kind has in place of the top; asked only where there are rules. */
  readonly kindTrees: () => ReadonlyMap<string, MapNode>;
}

/** Each is laid out, and a config may come from anybody who opens a pull request. */
const MOST_LISTED = 300;

/** The rules stay in the list, each before its releases. Where one has a problem, none has any. */
export function expandRules(merged: MapNode, { now, kindTrees }: Moment): Expanded {
  const entry = merged.entries.get('releases');
  const items = entry?.value.kind === 'list' ? entry.value.items : [];
  const rules = readRules(items);
  const problems = rules.length === 0 ? [] : ruleProblems(rules, items);
  if (entry?.value.kind !== 'list' || rules.length === 0 || problems.length > 0)
    return { tree: merged, facts: new Map(), problems };
  const today = now === undefined ? undefined : dayAt(now, zoneOf(merged));
  const kinds = kindTrees();
  const holidays = itemsOf(merged, 'holidays').flatMap((one) =>
    one.kind === 'text' ? (parseDay(one.text.trim()) ?? []) : [],
  );
  const singles = new Set(items.flatMap((item) => textAt(item, 'version')?.trim() ?? []));
  const planned = rules.map((found) => {
    const plan = planOf(merged, kinds, found);
    return { found, plan, shape: shapeOf(plan) };
  });
  const all = listRules(planned, items, today);
  const facts = new Map<string, RuledFacts>();
  const expanded = items.flatMap((item, index): Node[] => {
    const found = rules.find((rule) => rule.index === index);
    if (found === undefined) return [overRule(item, { rules, holidays }, facts)];
    const listed = all.get(found) ?? [];
    const fresh = listed.filter(({ version }) => !singles.has(version));
    for (const release of fresh) facts.set(release.version, factsOf(found, release));
    return [item, ...fresh.map((release) => nodeOf(found, release, holidays))];
  });
  const count = expanded.length - items.length;
  if (count > MOST_LISTED)
    return { tree: merged, facts: new Map(), problems: [tooManyListed(count, entry.key)] };
  const entries = new Map<string, Entry>([
    ...merged.entries,
    ['releases', { ...entry, value: { ...entry.value, items: expanded } }],
  ]);
  return { tree: { ...merged, entries }, facts, asOf: today, problems };
}

function tooManyListed(count: number, at: Place): PlacedProblem {
  const message = `The rules have ${count} releases at once, more than ${MOST_LISTED}.`;
  const fix = 'Write a smaller "ahead", a longer "every" or a shorter cycle, or end rules with "until".';
  return { problem: { code: 'too-many-releases', severity: 'error', path: ['releases'], message, fix }, at };
}

function zoneOf(merged: MapNode): string {
  const zone = textAt(merged, 'timezone')?.trim() ?? 'UTC';
  if (zone.toLowerCase() === 'aoe') return ANYWHERE_ON_EARTH;
  return /^[a-z]/i.test(zone) && isZone(zone) ? zone : 'UTC';
}

/** A single release of a rule, listed or not, has from the rule what it doesn't say itself. */
function overRule(
  item: Node,
  { rules, holidays }: { readonly rules: readonly FoundRule[]; readonly holidays: readonly Day[] },
  facts: Map<string, RuledFacts>,
): Node {
  const version = textAt(item, 'version')?.trim();
  const of = version === undefined ? undefined : ruleWith(rules, version);
  if (of === undefined) return item;
  facts.set(of.release.version, factsOf(of.found, of.release));
  return mergeNodes(nodeOf(of.found, of.release, holidays), item);
}

function factsOf({ rule }: FoundRule, { index }: RuledRelease): RuledFacts {
  const beside = ([-1, 1] as const).flatMap((step) => besideOf(rule, index, step) ?? []);
  return { beside: beside.map(({ version, planned }) => ({ version, release: planned })) };
}

/** The release as it would be written, with everything at the line of its rule. */
function nodeOf({ node, written }: FoundRule, release: RuledRelease, holidays: readonly Day[]): MapNode {
  const { at } = node;
  const { kind, vars } = Object.fromEntries(node.entries);
  const isTrain = written.together !== undefined;
  const texts = {
    version: release.version,
    release: shiftDay(release.planned, written.shift, holidays),
    title: written.title === undefined ? undefined : filled(written.title, release),
    // In a train it is filled in for each line.
    branch: written.branch === undefined ? undefined : filled(written.branch, release, isTrain),
  };
  const own = Object.entries(texts).flatMap(([key, text]): [string, Entry][] => {
    const place =
      node.entries.get(key === 'release' ? 'first' : key === 'version' ? 'versions' : key)?.value.at ?? at;
    return text === undefined ? [] : [[key, { key: place, value: { kind: 'text', text, at: place } }]];
  });
  const entries = new Map(own);
  if (kind !== undefined) entries.set('kind', kind);
  if (vars !== undefined) entries.set('vars', vars);
  const lines = linesOf(written, release, node.entries.get('together')?.value.at ?? at);
  if (lines !== undefined) entries.set('together', { key: lines.at, value: lines });
  return { kind: 'map', entries, at };
}

/** Each with its version and its branch. */
function linesOf(
  { together, n }: FoundRule['written'],
  { index, planned }: RuledRelease,
  at: Place,
): ListNode | undefined {
  if (together === undefined) return undefined;
  const items = together.map((one): MapNode => {
    const line = 'version' in one ? one : { version: one };
    const own = 'n' in line ? line.n : undefined;
    const texts = {
      version: versionOf(line.version, (own ?? n) + index, planned),
      branch: 'branch' in line ? line.branch : undefined,
    };
    const entries = Object.entries(texts).flatMap(([key, text]): [string, Entry][] =>
      text === undefined ? [] : [[key, { key: at, value: { kind: 'text', text, at } }]],
    );
    return { kind: 'map', entries: new Map(entries), at };
  });
  return { kind: 'list', items, at };
}

/** Names that are no place stay as they are. */
function filled(text: string, { version, number, planned }: RuledRelease, isTrain = false): string {
  const values: Readonly<Record<string, string>> = {
    ...valuesOf(number, planned),
    ...(isTrain ? {} : { version, minor: minorOf(version) }),
  };
  return text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

function planOf(merged: MapNode, kinds: ReadonlyMap<string, MapNode>, { written }: FoundRule): MapNode {
  return written.kind === undefined ? merged : (kinds.get(written.kind) ?? merged);
}

/** What is no number is told by the schema. */
function shapeOf(plan: MapNode): Shape {
  const cycle = plan.entries.get('cycle')?.value;
  return {
    releaseWeek: numberIn(textAt(cycle, 'release-week'), 12),
    weeksAfter: numberIn(textAt(cycle, 'weeks-after'), 1),
  };
}

function numberIn(text: string | undefined, absent: number): number {
  return text !== undefined && /^\d{1,2}$/.test(text.trim()) ? Number(text) : absent;
}
