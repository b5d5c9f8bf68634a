// Who may test for a team: the people that the config lists, without those who are away or out of it.
import type { Instant } from '../../domain/day.ts';
import { isAway } from '../../people/away.ts';
import { sameName } from '../../people/names.ts';
import type { ContextPerson } from '../duty.ts';
import type { ContextTeam } from '../context-team.ts';

export interface TesterInput {
  readonly teams: Readonly<Record<string, ContextTeam>>;
  readonly people: Readonly<Record<string, ContextPerson>>;
  readonly now: Instant;
}

/** Logins in small letters by id of the team; the lead alone where a team lists nobody. */
export function testersOf(
  { teams, people, now }: TesterInput,
  zone: string,
): ReadonlyMap<string, readonly string[]> {
  const isThere = (login: string): boolean => {
    const person = Object.entries(people).find(([name]) => sameName(name, login))?.[1] ?? {};
    return person.optOut !== true && !isAway(person, { now, zone });
  };
  return new Map(
    Object.entries(teams).map(([id, team]) => [
      id,
      [
        ...new Set(
          listed(team)
            .filter(isThere)
            .map((login) => login.toLowerCase()),
        ),
      ],
    ]),
  );
}

/** Whoever the config names of a team. */
export function listed({ lead, people = [] }: Pick<ContextTeam, 'lead' | 'people'>): readonly string[] {
  if (people.length > 0) return people;
  return lead === undefined ? [] : [lead];
}
