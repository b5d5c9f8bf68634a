// Holds what kinds and releases have in place of the top against the rules, and decodes it.
import type { LocatedProblem, Problem } from '../../domain/problem.ts';
import type { ReleasePlan } from '../../domain/spec.ts';
import { issueProblem } from '../issue-problem.ts';
import { type PresetPlaces, locate, namedPath, nodeAt } from '../locate.ts';
import { PLAN_RULES } from '../rules.ts';
import type { RuleSubject } from '../rules/rule.ts';
import { type DutySections, planSchema } from '../schema/config-schema.ts';
import { toPlan } from '../to-config.ts';
import { valueOf } from '../value-of.ts';
import { withoutMistakes } from '../without-mistakes.ts';
import type { Teams } from '../schema/people.ts';
import type { MapNode } from '../yaml/node.ts';
import { isPlanKey } from './overlay.ts';
import type { Plan, Plans } from './plans.ts';
import { writtenPath } from './written-path.ts';

/** Kinds that no release names are checked, too. */
export function allPlans({ kinds, releases }: Plans): readonly Plan[] {
  return [...new Set([...kinds.values(), ...releases.values()])];
}

/** What the rules find in plans, each at the line where it is written. */
export function planProblems(
  plans: Plans,
  subject: RuleSubject,
  places: PresetPlaces,
): readonly LocatedProblem[] {
  return allPlans(plans).flatMap((plan) => {
    const merged = asTop(plan.tree, subject.merged);
    const found = PLAN_RULES.flatMap((rule) => rule({ ...subject, merged, references: [] }));
    return found.flatMap((finding) =>
      'at' in finding ? [] : [inPlan(plan, finding, subject.merged, places)],
    );
  });
}

/** A config that has the plan at its top, and no releases. */
function asTop(plan: MapNode, { entries, at }: MapNode): MapNode {
  const others = [...entries].filter(([key]) => key !== 'releases' && !isPlanKey(key));
  return { kind: 'map', entries: new Map([...others, ...plan.entries]), at };
}

/** The line is that of the value in the plan; the path is that of the file. */
function inPlan(plan: Plan, problem: Problem, merged: MapNode, places: PresetPlaces): LocatedProblem {
  const path = writtenPath(merged, [...plan.path, ...namedPath(plan.tree, problem.path)]);
  return { ...locate(plan.tree, places, problem), path };
}

export interface DecodedPlans {
  /** By version; none for a release that has what stands at the top. */
  readonly plans: ReadonlyMap<string, ReleasePlan>;
  readonly problems: readonly LocatedProblem[];
}

/** `merged` has passed the schema, and has these teams. */
export function decodePlans(
  plans: Plans,
  merged: MapNode,
  teams: Teams,
  sections: DutySections,
  places: PresetPlaces,
): DecodedPlans {
  const schema = planSchema(sections);
  const problems: LocatedProblem[] = [];
  const decoded = new Map<Plan, ReleasePlan>();
  for (const plan of allPlans(plans)) {
    const result = schema.safeParse(valueOf(plan.tree));
    if (result.success) decoded.set(plan, toPlan(plan.path, result.data, teams));
    for (const issue of result.error?.issues ?? []) {
      const node = nodeAt(plan.tree, issue.path as Problem['path']);
      problems.push(inPlan(plan, issueProblem(issue, node, true), merged, places));
    }
  }
  return { plans: byVersion(plans, decoded), problems };
}

/** Of a config with mistakes, what can be read of each plan. */
export function plansWithoutMistakes(
  plans: Plans,
  teams: Teams,
  sections: DutySections,
): ReadonlyMap<string, ReleasePlan> {
  const schema = planSchema(sections);
  const decoded = new Map<Plan, ReleasePlan>();
  for (const plan of allPlans(plans)) {
    const left = withoutMistakes(valueOf(plan.tree), schema);
    if (left !== undefined) decoded.set(plan, toPlan(plan.path, left, teams));
  }
  return byVersion(plans, decoded);
}

function byVersion(
  { releases }: Plans,
  decoded: ReadonlyMap<Plan, ReleasePlan>,
): ReadonlyMap<string, ReleasePlan> {
  const found = [...releases].flatMap(([version, plan]): [string, ReleasePlan][] => {
    const one = decoded.get(plan);
    return one === undefined ? [] : [[version, one]];
  });
  return new Map(found);
}
