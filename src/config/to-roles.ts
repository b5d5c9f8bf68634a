// From decoded roles to those who have them: people and teams by name, turns, and steps of boarding.
import type { BoardingStep, RolesSpec, RotationSpec } from '../domain/spec.ts';
import type { WrittenRoles } from './schema/roles.ts';
import { withoutPrototype } from './without-prototype.ts';

type WrittenRole = WrittenRoles[string];
type FullRole = Exclude<WrittenRole, readonly string[]>;
type Teams = Readonly<Record<string, { readonly people: readonly string[] }>>;

/** `teams` are those of the config: their people may take turns. */
export function toRoles(written: WrittenRoles, teams: Teams): RolesSpec {
  const full = Object.entries(written).flatMap(([role, value]): [string, FullRole][] =>
    isList(value) ? [] : [[role, value]],
  );
  const rotations = full.flatMap(([role, value]) => {
    const rotation = toRotation(value, teams);
    return rotation === undefined ? [] : [[role, rotation] as const];
  });
  const boarding = full.flatMap(([role, { boarding: steps, leaving }]) =>
    steps.length === 0 && leaving === undefined
      ? []
      : [[role, { steps: steps.map(toStep), leaving: leaving?.map(toStep) }] as const],
  );
  return {
    roles: withoutPrototype(written, (role) => [...new Set(namesOf(role))].filter(isPerson)),
    roleTeams: withoutPrototype(written, (role) =>
      [...new Set(namesOf(role))].filter((member) => !isPerson(member)),
    ),
    ...(rotations.length === 0 ? {} : { rotations: withoutPrototype(Object.fromEntries(rotations), same) }),
    ...(boarding.length === 0 ? {} : { boarding: withoutPrototype(Object.fromEntries(boarding), same) }),
  };
}

function toRotation({ rotation, people }: FullRole, teams: Teams): RotationSpec | undefined {
  if (rotation === undefined) return undefined;
  const { team, turns } = rotation;
  const members = team !== undefined && Object.hasOwn(teams, team) ? (teams[team]?.people ?? []) : [];
  const through = rotation.through.length > 0 ? rotation.through : members;
  return {
    through: through.filter((login, index) => through.findIndex((other) => isSame(other, login)) === index),
    turns: Object.entries(turns).map(([version, login]) => ({ version, login })),
    isNamed: people !== undefined,
  };
}

function toStep(step: FullRole['boarding'][number]): BoardingStep {
  return typeof step === 'string' ? { title: step } : step;
}

function namesOf(role: WrittenRole): readonly string[] {
  return isList(role) ? role : (role.people ?? []);
}

function isList(role: WrittenRole): role is readonly string[] & WrittenRole {
  return Array.isArray(role);
}

/** A team has a slash in its name, a login never. */
function isPerson(member: string): boolean {
  return !member.includes('/');
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function same<T>(value: T): T {
  return value;
}
