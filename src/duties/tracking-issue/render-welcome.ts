// The words with which a cycle begins: what the tracking issue is for, and who has which role.
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention } from '../../text/mention.ts';
import { dayWords, listWords } from '../../text/words.ts';

/** A release whose cycle starts, with its tracking issue. */
export interface Started {
  readonly release: Release;
  readonly found: OwnIssue;
}

/** A person with their roles. */
export interface Welcomed {
  readonly login: string;
  readonly roles: readonly string[];
}

/** Each person is mentioned once, with their roles. */
export function renderWelcome(
  started: readonly Started[],
  people: readonly Welcomed[],
  isQuiet: (login: string) => boolean,
): string {
  const lines = people.map(({ login, roles }) => {
    const name = isQuiet(login) ? escapeMarkdown(login) : mention(login);
    return `- ${name}: ${roles.map((role) => escapeMarkdown(role.replaceAll('-', ' '))).join(', ')}`;
  });
  return [
    `### ${listWords(started.map(({ release }) => escapeMarkdown(release.title)))} ${started.length === 1 ? 'has' : 'have'} started`,
    ...(started.length === 1 ? [] : [started.map(releaseLine).join('\n')]),
    `${started.length === 1 ? `Release day is ${started.map(({ release }) => dayWords(release.release)).join()}. ` : ''}The first lines of ${started.length === 1 ? 'this issue' : 'each issue'} say what to do this week; below are the checklist and all dates.`,
    lines.join('\n'),
    'Check a box when a task is done. `/release mine` lists what you have to do, `/release help` lists all commands, and `/release mute` stops mentions.',
  ].join('\n\n');
}

function releaseLine({ release, found }: Started): string {
  return `- #${found.number} ${escapeMarkdown(release.title)}, release day ${dayWords(release.release)}`;
}
