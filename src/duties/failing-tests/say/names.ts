// How owners, commits and lengths of time are written.
import type { Point } from '../history/test-record.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../../text/mention.ts';
import { shorten } from '../../../text/shorten.ts';
import { countWords } from '../../../text/words.ts';
import type { Rung } from '../case/case-memory.ts';
import { type Places, commitUrl } from '../case/places.ts';
import { CI_SIGNAL, type Owner, UNOWNED } from '../judge/owner.ts';

const HOUR = 3_600_000;
const LONGEST = 100;

/** Whom a step asks. */
export const RUNG_WORDS: Readonly<Record<Rung, string>> = {
  lead: 'the team lead',
  leads: 'the release leads',
  'scrum-masters': 'the scrum masters',
};

/** Who has it, without a ping. */
export function ownerWords({ id, people }: Pick<Owner, 'id' | 'people'>): string {
  if (id === UNOWNED) return 'unowned';
  if (id === CI_SIGNAL)
    return `CI signal${people.length === 0 ? '' : ` (${people.map(escapeMarkdown).join(', ')})`}`;
  return escapeMarkdown(shorten(id.replace(/^@/, '').replaceAll('+', ', '), LONGEST));
}

/** Who has it, told about it: a team, or people who want to be. */
export function ownerPing(owner: Owner, people: readonly string[]): string {
  if (owner.team !== undefined) return mentionTeam(owner.team);
  return people.length === 0 ? ownerWords(owner) : people.map(mention).join(', ');
}

export function commitWords(point: Point | undefined): string {
  return codeSpan(point?.commit.slice(0, 7) ?? '') || 'unknown';
}

/** `commitWords` as a link to the commit, where the address of the repository is known. */
export function commitLink(point: Point, places: Places): string {
  const url = commitUrl(places, point.commit);
  return url === undefined ? commitWords(point) : `[${commitWords(point)}](<${url}>)`;
}

/** `5 hours`, `3 days`: how long something took, in milliseconds. */
export function lengthWords(length: number): string {
  const hours = Math.round(length / HOUR);
  if (hours < 1) return 'less than an hour';
  return hours < 48 ? countWords(hours, 'hour') : countWords(Math.round(hours / 24), 'day');
}
