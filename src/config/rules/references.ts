// What the config names has to exist: roles, teams, audiences and milestones, wherever they are named.
import { EACH_CANDIDATE, MOST_PLANNED, candidateId } from '../../domain/candidate.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import type { Referent, References } from '../../domain/references.ts';
import { quoted } from '../yaml/hidden.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import { type Rule, entriesOf, itemsOf } from './rule.ts';

export const referenceRules: readonly Rule[] = [danglingNames];

/** Beside those of the sections. */
const GENERAL: readonly References[] = [{ path: ['audiences', '*', 'approval'], to: ['role'] }];

const WHERE: Readonly<Record<Referent, string>> = {
  role: 'under "roles"',
  team: 'under "teams"',
  audience: 'under "audiences"',
  milestone: 'in the schedule',
};

const FIX: Readonly<Record<Referent, (name: string) => string>> = {
  role: (name) => `Add "${name}: []" under "roles".`,
  team: (name) => `Add ${quoted(name)} under "teams".`,
  audience: (name) => `Add ${quoted(name)} under "audiences".`,
  milestone: (name) => `Add ${quoted(name)} under "milestones".`,
};

interface Named {
  readonly name: string;
  readonly path: Path;
}

function danglingNames({ merged, plans, complete, references }: Parameters<Rule>[0]): readonly Problem[] {
  if (!complete) return [];
  return [...GENERAL, ...references].flatMap((reference) => {
    const known = [
      ...reference.to.flatMap((kind) => namesOf(kind, merged, plans)),
      ...(reference.words ?? []),
    ];
    return namedAt(merged, reference)
      .filter(({ name }) => !known.includes(name))
      .map((named) => problemOf(named, reference.to, known));
  });
}

function problemOf({ name, path }: Named, to: readonly Referent[], known: readonly string[]): Problem {
  const meant = nearest(name, known);
  const places = to.map((kind) => `no ${kind} ${WHERE[kind]}`).join(' and ');
  const [first = 'role'] = to;
  return {
    code: `unknown-${first}`,
    severity: 'error',
    path,
    message: `${quoted(name)} is ${places}.`,
    fix: meant === undefined ? FIX[first](name) : `Did you mean "${meant}"? ${FIX[first](name)}`,
  };
}

function namesOf(kind: Referent, merged: MapNode, plans: readonly MapNode[]): string[] {
  const top = (key: string): string[] => [...entriesOf(merged.entries.get(key)?.value).keys()];
  const ofReleases = (key: string): string[] => [
    ...itemsOf(merged, 'releases').flatMap((release) => within(release, key)),
    ...plans.flatMap((plan) => within(plan, key)),
  ];
  if (kind === 'role') return [...top('roles'), ...ofReleases('roles')];
  if (kind === 'milestone')
    return ['release', ...top('milestones'), ...ofReleases('milestones'), ...candidates(merged, plans)];
  return top(`${kind}s`);
}

/** Each of them by name, and those that may be planned. */
function candidates(merged: MapNode, plans: readonly MapNode[]): string[] {
  if (![merged, ...plans].some(({ entries }) => entries.has('candidates'))) return [];
  return [EACH_CANDIDATE, ...Array.from({ length: MOST_PLANNED }, (_, index) => candidateId(index + 1))];
}

function within(node: Node, key: string): string[] {
  return [...entriesOf(entriesOf(node).get(key)?.value).keys()];
}

/** What is no text there is told by the schema. */
function namedAt(merged: MapNode, { path, areKeys }: References): Named[] {
  const found = follow([{ node: merged, path: [] }], path);
  if (areKeys === true)
    return found.flatMap(({ node, path: at }) =>
      [...entriesOf(node).keys()].map((name) => ({ name, path: [...at, name] })),
    );
  return found.flatMap(textsIn);
}

interface Found {
  readonly node: Node;
  readonly path: Path;
}

function follow(found: readonly Found[], keys: readonly string[]): readonly Found[] {
  return keys.reduce<readonly Found[]>((at, key) => at.flatMap((one) => below(one, key)), found);
}

function below({ node, path }: Found, key: string): Found[] {
  return [...entriesOf(node)].flatMap(([name, { value }]) =>
    key === '*' || key === name ? [{ node: value, path: [...path, name] }] : [],
  );
}

/** A list may be written as its only item. */
function textsIn({ node, path }: Found): Named[] {
  if (node.kind === 'text') return [{ name: node.text, path }];
  if (node.kind !== 'list') return [];
  return node.items.flatMap((item, index) =>
    item.kind === 'text' ? [{ name: item.text, path: [...path, index] }] : [],
  );
}
