// The team of a person: those who have to act are found by it.
import type { PullAuthor } from '../../domain/pull.ts';
import { includesName, sameName } from '../../people/names.ts';
import type { CherryPicksInput } from './input.ts';

/** Id of the first team, by name, that lists the person, that the person leads, or that GitHub shows the person in. */
export function teamOf(author: PullAuthor | undefined, input: CherryPicksInput): string | undefined {
  if (author === undefined) return undefined;
  const { login } = author;
  const found = Object.entries(input.teams)
    .filter(([, { github, lead, people = [] }]) => {
      const seen = input.observed.teamMembers.find(({ team }) => sameName(team, github))?.members;
      const members = seen?.known === true ? seen.value : [];
      return includesName([...people, ...(lead === undefined ? [] : [lead]), ...members], login);
    })
    .map(([id]) => id);
  return found.toSorted()[0];
}

/** Who can be asked: nobody asks a bot. */
export function askable(author: PullAuthor | undefined): string[] {
  return author === undefined || author.bot || author.nobody === true ? [] : [author.login];
}
