// The teams of a first config: those that own something by CODEOWNERS.
import { join } from 'node:path';
import { OWNERS_PLACES, parseCodeowners } from '../owners/parse-codeowners.ts';
import { kindOf, uniqueNames } from '../people/names.ts';
import { readIfThere } from './read-if-there.ts';

/** Teams beyond are left to people. */
const MOST_TEAMS = 30;

/** `say` gets a sentence about a file that can't be read: it names nobody, and people add the teams themselves. */
export async function teamsInOwners(folder: string, say: (line: string) => void): Promise<string[]> {
  const files = await Promise.all(OWNERS_PLACES.map((name) => readIfThere(join(folder, name))));
  const index = files.findIndex((file) => file !== undefined);
  const file = files[index];
  if (file === undefined) return [];
  if (typeof file === 'object') {
    const add = 'No team was taken from it: add --team ORG/TEAM, or write teams into the config.';
    say(`${OWNERS_PLACES[index]} ${file.trouble} ${add}`);
    return [];
  }
  const owners = parseCodeowners(file).rules.flatMap((rule) => rule.owners);
  return uniqueNames(owners.filter((owner) => kindOf(owner) === 'team')).slice(0, MOST_TEAMS);
}
