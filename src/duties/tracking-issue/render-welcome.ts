// The words with which a cycle begins: what the tracking issue is for, and who has which role.
import type { Release } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention } from '../../text/mention.ts';
import { dayWords } from '../../text/words.ts';

/** A person with their roles. */
export interface Welcomed {
  readonly login: string;
  readonly roles: readonly string[];
}

/** Each person is mentioned once, with their roles. */
export function renderWelcome(
  release: Release,
  people: readonly Welcomed[],
  isQuiet: (login: string) => boolean,
): string {
  const lines = people.map(({ login, roles }) => {
    const name = isQuiet(login) ? escapeMarkdown(login) : mention(login);
    return `- ${name}: ${roles.map((role) => escapeMarkdown(role.replaceAll('-', ' '))).join(', ')}`;
  });
  return [
    `### ${escapeMarkdown(release.title)} has started`,
    `Release day is ${dayWords(release.release)}. The first lines of this issue say what to do this week; below are the checklist and all dates.`,
    lines.join('\n'),
    'Check a box when a task is done. `/release mine` lists what you have to do, `/release help` lists all commands, and `/release mute` stops mentions.',
  ].join('\n\n');
}
