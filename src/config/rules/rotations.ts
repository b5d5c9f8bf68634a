// People who take a role in turn: there have to be some, written in one place.
import { nearest } from '../../domain/nearest.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import { quoted } from '../yaml/hidden.ts';
import { type MapNode, type Node, textAt } from '../yaml/node.ts';
import { type Rule, entriesOf } from './rule.ts';

/** Whose turn the oldest release is, the schedule holds against the days. */
export function rotations({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  return [...entriesOf(merged.entries.get('roles')?.value)].flatMap(([role, { value }]) => {
    const rotation = entriesOf(value).get('rotation')?.value;
    if (rotation?.kind !== 'map') return [];
    return rotationProblems(role, rotation, merged);
  });
}

function rotationProblems(role: string, rotation: MapNode, merged: MapNode): Problem[] {
  const path = ['roles', role, 'rotation'];
  const people = rotation.entries.get('through')?.value;
  const team = textAt(rotation, 'team');
  if (team === undefined)
    return isEmpty(people)
      ? [
          problem('empty-rotation', people === undefined ? path : [...path, 'through'], {
            message: `Nobody takes turns in the role ${quoted(role)}.`,
            fix: 'Write the logins, in order: "through: [alice, bob]".',
          }),
        ]
      : [];
  if (!isEmpty(people))
    return [
      problem('two-rotations', [...path, 'team'], {
        message: `The rotation of the role ${quoted(role)} names people and a team.`,
        fix: 'Delete "through" or "team".',
      }),
    ];
  return teamProblems(team, [...path, 'team'], entriesOf(merged.entries.get('teams')?.value));
}

function teamProblems(
  team: string,
  path: Path,
  teams: ReadonlyMap<string, { readonly value: Node }>,
): Problem[] {
  const found = teams.get(team)?.value;
  if (found === undefined) {
    const meant = nearest(team, [...teams.keys()]);
    const add = `Add ${quoted(team)} under "teams".`;
    return [
      problem('unknown-team', path, {
        message: `${quoted(team)} is no team under "teams".`,
        fix: meant === undefined ? add : `Did you mean "${meant}"? ${add}`,
      }),
    ];
  }
  if (!isEmpty(entriesOf(found).get('people')?.value)) return [];
  return [
    problem('empty-rotation', path, {
      message: `The team ${quoted(team)} lists no people, so nobody takes turns.`,
      fix: `Add "people: [alice, bob]" to ${quoted(team)} under "teams".`,
    }),
  ];
}

function isEmpty(people: Node | undefined): boolean {
  return (
    people === undefined || people.kind === 'nothing' || (people.kind === 'list' && people.items.length === 0)
  );
}

function problem(code: string, path: Path, { message, fix }: Pick<Problem, 'message' | 'fix'>): Problem {
  return { code, severity: 'error', path, message, fix };
}
