// From the text of a config to a config that may be used, or to everything that is wrong with it.
import type { Instant } from '../domain/day.ts';
import { type LocatedProblem, type Problem, isError } from '../domain/problem.ts';
import type { ConfigResult } from './config.ts';
import { issueProblem } from './issue-problem.ts';
import { type Layers, type Presets, collectLayers } from './layers.ts';
import { type PresetPlaces, inUsersFile, locate, nodeAt } from './locate.ts';
import { type Merged, mergeLayers } from './merge.ts';
import { orderProblems } from './order-problems.ts';
import { allPlans, decodePlans, planProblems, plansWithoutMistakes } from './plans/check-plans.ts';
import { type Plans, kindTrees, plansOf } from './plans/plans.ts';
import { writtenPath } from './plans/written-path.ts';
import { fromPresets } from './from-presets.ts';
import { type Expanded, expandRules } from './release-rules/expand.ts';
import { withRuleAsList } from './release-rules/read-rules.ts';
import { RULES } from './rules.ts';
import { type DutySections, configSchema } from './schema/config-schema.ts';
import { toConfig } from './to-config.ts';
import { valueOf } from './value-of.ts';
import { withoutMistakes } from './without-mistakes.ts';
import type { MapNode } from './yaml/node.ts';
import { readYaml } from './yaml/read-yaml.ts';

export interface LoadOptions {
  /** Sections of the duties, by name. */
  readonly sections: DutySections;
  /** Texts of presets, by name. */
  readonly presets: Presets;
  /** Decides which releases of rules are listed. Absent: each rule is as on the day of its first release. */
  readonly now?: Instant | undefined;
}

/** More unknown keys than this are one mistake, and not worth a guess each. */
const MAX_GUESSES = 50;

/** Reads a config. Never throws for any text; the result is a config or problems in order of line. */
export function loadConfig(text: string, { sections, presets, now }: LoadOptions): ConfigResult {
  const { tree: read, problems: unreadable } = readYaml(text);
  if (read === undefined) return { ok: false, problems: unreadable };
  const own = withRuleAsList(read);
  const layers = collectLayers(own, presets);
  const names = Object.keys(sections);
  const base = [defaultsFor(own, sections), ...layers.layers.map(({ tree }) => tree)];
  const layered = mergeLayers([...base, own], names);
  const expanded = expandRules(layered.tree, { now, kindTrees: () => kindTrees(layered.tree, presets) });
  const merged = { ...layered, tree: expanded.tree };
  const plans = plansOf(merged.tree, presets);
  const places = new Map([...plans.places, ...layers.places]);
  const schema = configSchema(sections);
  const value = valueOf(merged.tree);
  const decoded = schema.safeParse(value);
  const found = decoded.success ? [] : issueProblems(decoded.error.issues, merged.tree);
  const place = (problem: Problem): LocatedProblem =>
    locate(merged.tree, places, { ...problem, path: writtenPath(merged.tree, problem.path) });
  const planned = decoded.success
    ? decodePlans(plans, merged.tree, decoded.data.teams, sections, places)
    : undefined;
  const problems = orderProblems({
    unreadable: [...unreadable, ...layers.problems],
    rules: ruleProblems({ own, layers, merged, sections, plans, places, expanded }),
    schema: [...found.map((problem) => locate(merged.tree, places, problem)), ...(planned?.problems ?? [])],
  });
  const inherited = mergeLayers(base, names).tree;
  const known = {
    fromPresets: fromPresets(inherited, own),
    presets: layers.layers.map(({ name }) => name),
    sections: names,
    ruled: expanded,
    asked: [...inherited.entries.keys()].filter((key) => names.includes(key)),
  };
  if (decoded.success && planned !== undefined && !problems.some(isError)) {
    const config = toConfig(decoded.data, { ...known, plans: planned.plans });
    return { ok: true, config, warnings: problems, locate: place };
  }
  const sound = unreadable.length + layers.problems.length === 0;
  const left = sound ? withoutMistakes(value, schema) : undefined;
  const rest = left && {
    schedule: toConfig(left, { ...known, plans: plansWithoutMistakes(plans, left.teams, sections) }).schedule,
    locate: place,
  };
  return { ok: false, problems, rest };
}

/** Below all presets: the sections that are on wherever the file names a release. */
function defaultsFor(own: MapNode, sections: DutySections): MapNode {
  const releases = own.entries.get('releases');
  const isIdle =
    releases === undefined || releases.value.kind !== 'list' || releases.value.items.length === 0;
  const names = Object.entries(sections).filter(([, { isDefault }]) => isDefault === true && !isIdle);
  const at = releases?.key ?? own.at;
  const empty: MapNode = { kind: 'map', entries: new Map(), at };
  return { ...empty, entries: new Map(names.map(([name]) => [name, { key: at, value: empty }])) };
}

type Issues = Parameters<typeof issueProblem>[0][];

function issueProblems(issues: Issues, tree: MapNode): readonly Problem[] {
  const guess = issues.length <= MAX_GUESSES;
  return issues.map((issue) => issueProblem(issue, nodeAt(tree, issue.path as Problem['path']), guess));
}

interface Ruled {
  readonly own: MapNode;
  readonly layers: Layers;
  readonly merged: Merged;
  readonly sections: DutySections;
  readonly plans: Plans;
  readonly places: PresetPlaces;
  readonly expanded: Expanded;
}

function ruleProblems({
  own,
  layers,
  merged,
  sections,
  plans,
  places,
  expanded,
}: Ruled): readonly LocatedProblem[] {
  const complete = layers.problems.length === 0;
  const presets = layers.layers.map(({ tree }) => tree);
  const references = Object.entries(sections).flatMap(([name, { references: all = [] }]) =>
    all.map((one) => ({ ...one, path: [name, ...one.path] })),
  );
  const subject = {
    own,
    merged: merged.tree,
    presets,
    plans: allPlans(plans).map(({ tree }) => tree),
    complete,
    references,
  };
  const placed = complete ? [...merged.problems, ...plans.problems] : [];
  const found = [...expanded.problems, ...placed, ...RULES.flatMap((rule) => rule(subject))].map((finding) =>
    'at' in finding ? inUsersFile(finding.problem, finding.at, places) : locate(merged.tree, places, finding),
  );
  return [...planProblems(plans, subject, places), ...found];
}
