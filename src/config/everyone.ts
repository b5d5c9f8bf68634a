// The people whom a config names, wherever it names them.
import type { RolesSpec } from '../domain/spec.ts';
import type { Config } from './config.ts';

/** Logins as they are first written, those with a role first; GitHub's logins know no case. */
export function everyoneIn({ schedule, people, teams }: Config): string[] {
  const plans = [schedule, ...schedule.releases.flatMap(({ plan }) => plan ?? [])];
  const logins = [
    ...plans.flatMap(withRole),
    ...Object.keys(people),
    ...Object.values(teams).flatMap((team) => [
      ...(team.people ?? []),
      ...(team.lead === undefined ? [] : [team.lead]),
    ]),
  ];
  const known = new Map<string, string>();
  for (const login of logins) if (!known.has(login.toLowerCase())) known.set(login.toLowerCase(), login);
  return [...known.values()];
}

function withRole({ roles, rotations = {} }: RolesSpec): string[] {
  const inTurn = Object.values(rotations).flatMap(({ through, turns }) => [
    ...through,
    ...turns.map(({ login }) => login),
  ]);
  return [...Object.values(roles).flat(), ...inTurn];
}
