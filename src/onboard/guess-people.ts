// Who leads the first release, and the teams: from who asked for it and from CODEOWNERS.
import { isBot, isLogin, isTeam } from '../domain/login.ts';
import { parseCodeowners } from '../owners/parse-codeowners.ts';
import { kindOf, uniqueNames } from '../people/names.ts';
import type { Guess } from './guess.ts';
import type { Seen } from '../domain/onboarding.ts';

/** Teams beyond are left to people. */
const MOST_TEAMS = 30;

export interface FirstPeople {
  readonly lead: Guess<string> | undefined;
  readonly teams: Guess<readonly string[]> | undefined;
}

/** `by`: who installed the App or started the Action. */
export function guessPeople({ owners, owner }: Seen, by: string | undefined): FirstPeople {
  const names = owners === undefined ? [] : parseCodeowners(owners.text).rules.flatMap((rule) => rule.owners);
  const teams = uniqueNames(names.filter((name) => kindOf(name) === 'team' && isTeam(name)));
  const [person] = names.filter((name) => kindOf(name) === 'person' && isPerson(name));
  const place = owners?.place ?? '';
  return {
    lead: leadOf([
      { value: by, from: 'asked for it' },
      { value: person, from: `the first person in ${place}` },
      { value: owner.isPerson ? owner.login : undefined, from: 'the owner of the repository' },
    ]),
    teams: teams.length === 0 ? undefined : { value: teams.slice(0, MOST_TEAMS), from: place },
  };
}

function leadOf(all: readonly Guess<string | undefined>[]): Guess<string> | undefined {
  for (const { value, from } of all) if (value !== undefined && isPerson(value)) return { value, from };
  return undefined;
}

function isPerson(name: string): boolean {
  return isLogin(name) && !isBot(name);
}
