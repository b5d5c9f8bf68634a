// Roles and the people in them: names that lead nowhere, people named twice.
import { parseDay } from '../../domain/day.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import { quoted } from '../yaml/hidden.ts';
import { type MapNode, type Node, textAt } from '../yaml/node.ts';
import { rotations } from './rotations.ts';
import { type Rule, entriesOf, itemsOf, taskName } from './rule.ts';

export const peopleRules: readonly Rule[] = [
  unknownRoles,
  repeatedPeople,
  otherSpelling,
  awayOrder,
  rotations,
];

/** A role without people is normal early in a cycle; one that is named nowhere else is a slip. */
function unknownRoles({ merged, presets, complete }: Parameters<Rule>[0]): readonly Problem[] {
  if (!complete) return [];
  const known = new Set(entriesOf(merged.entries.get('roles')?.value).keys());
  for (const task of presets.flatMap((preset) => itemsOf(preset, 'tasks')))
    known.add(textAt(task, 'role') ?? '');
  return itemsOf(merged, 'tasks').flatMap((task, index) => {
    const named = entriesOf(task).get('role')?.value;
    // What a preset names is known, be it under no `roles`.
    if (named?.kind !== 'text' || named.at.preset !== undefined || known.has(named.text)) return [];
    const role = named.text;
    const meant = nearest(role, [...known]);
    const fix =
      meant === undefined
        ? `Add "${role}: []" under "roles" while nobody holds it.`
        : `Did you mean "${meant}"? Otherwise add "${role}: []" under "roles".`;
    const message = `${taskName(task)} belongs to the role ${quoted(role)}, which is missing under "roles".`;
    return [error('unknown-role', ['tasks', index, 'role'], message, fix)];
  });
}

function repeatedPeople({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  return listsOf(merged).flatMap(({ role, path, logins }) =>
    logins.flatMap((login, index) => {
      const first = logins.findIndex((other) => other.toLowerCase() === login.toLowerCase());
      if (first === index) return [];
      const message = `${quoted(login)} appears twice in the role ${quoted(role)}.`;
      return [warning('repeated-person', [...path, index], message, 'Delete one of the two.')];
    }),
  );
}

/** GitHub doesn't mind capitals in logins, but settings under `people` are found by the exact spelling. */
function otherSpelling({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const people = [...entriesOf(merged.entries.get('people')?.value).keys()];
  const spelling = new Map(people.map((login) => [login.toLowerCase(), login]));
  return listsOf(merged).flatMap(({ path, logins }) =>
    logins.flatMap((login, index) => {
      const known = spelling.get(login.toLowerCase());
      if (known === undefined || known === login) return [];
      const message = `${quoted(login)} is written ${quoted(known)} under "people".`;
      return [warning('other-spelling', [...path, index], message, `Write ${quoted(known)} in both places.`)];
    }),
  );
}

/** Days off that end before they begin keep nothing from anybody. */
function awayOrder({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  return [...entriesOf(merged.entries.get('people')?.value)].flatMap(([login, { value }]) => {
    const away = entriesOf(value).get('away')?.value;
    if (away?.kind !== 'list') return [];
    return away.items.flatMap((days, index) => {
      const from = parseDay(textAt(days, 'from') ?? '');
      const to = parseDay(textAt(days, 'to') ?? '');
      if (from === undefined || to === undefined || from <= to) return [];
      const message = `The days off of ${quoted(login)} end (${to}) before they begin (${from}).`;
      return [
        error('away-order', ['people', login, 'away', index, 'to'], message, 'Exchange "from" and "to".'),
      ];
    });
  });
}

/** Where a role names people: as a list, as its `people`, and as those who take turns. */
interface NameList {
  readonly role: string;
  readonly path: Path;
  readonly logins: readonly string[];
}

function listsOf(tree: MapNode): readonly NameList[] {
  return [...entriesOf(tree.entries.get('roles')?.value)].flatMap(([role, { value }]): NameList[] => {
    const at = ['roles', role];
    if (value.kind !== 'map') return [{ role, path: at, logins: textsOf(value) }];
    const people = entriesOf(value).get('people')?.value;
    const through = entriesOf(entriesOf(value).get('rotation')?.value).get('through')?.value;
    return [
      ...(people === undefined ? [] : [{ role, path: [...at, 'people'], logins: textsOf(people) }]),
      ...(through === undefined
        ? []
        : [{ role, path: [...at, 'rotation', 'through'], logins: textsOf(through) }]),
    ];
  });
}

function textsOf(node: Node): readonly string[] {
  if (node.kind === 'text') return [node.text];
  return node.kind === 'list' ? node.items.map((item) => (item.kind === 'text' ? item.text : '')) : [];
}

function warning(code: string, path: Problem['path'], message: string, fix: string): Problem {
  return { code, severity: 'warning', path, message, fix };
}

function error(code: string, path: Problem['path'], message: string, fix: string): Problem {
  return { code, severity: 'error', path, message, fix };
}
