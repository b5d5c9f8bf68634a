// What a config says of its teams where relcomms runs with a token that can't mention any.
import { listWords } from './words.ts';

interface WrittenTeam {
  /** `acme/api`. */
  readonly github: string;
  readonly lead?: string | undefined;
  readonly people: readonly string[];
}

/** One line of plain text, nothing escaped; none where each team lists its people. */
export function unlistedWords(teams: Readonly<Record<string, WrittenTeam>>): string[] {
  const unlisted = Object.values(teams).filter(({ people }) => people.length === 0);
  if (unlisted.length === 0) return [];
  const led = unlisted.flatMap(({ github, lead }) =>
    lead === undefined ? [] : [`for ${github} it asks ${lead}`],
  );
  const rest = unlisted.flatMap(({ github, lead }) => (lead === undefined ? [github] : []));
  const leads = rest.length === 0 ? [] : [`for ${listWords(rest)} it asks the release leads`];
  return [
    `A workflow token can't mention teams: ${listWords([...led, ...leads])}. Add "people" to the team, or use the App.`,
  ];
}
