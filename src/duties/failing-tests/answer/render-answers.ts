// The words with which commands on case files are answered.
import type { Giver } from '../../../commands/may.ts';
import { RIGHT_WORDS } from '../../../commands/table.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';
import { ETA_FORMS } from './eta.ts';

/** Longest command that an answer repeats, and that the log repeats, in characters. */
const IN_ANSWER = 120;
const IN_LOG = 420;

/** Teams that an answer lists. */
const MOST_TEAMS = 20;

export const answers = {
  entry: (author: string, line: string, words: string) =>
    `${escapeMarkdown(author)}: ${codeSpan(shorten(line, IN_LOG))}, ${escapeMarkdown(words)}`,
  tooMany: (most: number) =>
    `One comment may hold ${most} commands; this one is left. Write it in a comment of its own.`,
  notHere: (name: string) =>
    `\`/release ${name}\` belongs elsewhere. Here you can write \`/release eta DAY\`, \`/release progress TEXT\` and \`/release not-ours TEAM\`.`,
  closed: () => 'This issue is closed; reopen it first when its tests still fail.',
  whichDay: () => `When? Write a day from today on: ${ETA_FORMS}.`,
  whatProgress: () => 'How does it go? Write `/release progress` and a few words.',
  whichTeam: (ids: readonly string[], guess: string | undefined) => {
    const known = ids.slice(0, MOST_TEAMS).map(codeSpan).join(', ');
    const hint = guess === undefined ? '' : ` Did you mean ${codeSpan(guess)}?`;
    return known === '' ? 'The config names no teams.' : `Whose are they? The config knows ${known}.${hint}`;
  },
  sameTeam: (id: string) => `They are with ${codeSpan(id)} already.`,
  refused: ({ permission, teams }: Giver) => {
    if (permission === 'unknown')
      return 'GitHub did not say what you may do here, so the answer is no. Write the command once more later.';
    const only = `Only ${RIGHT_WORDS.owner}, can do this.`;
    if (teams.unknown.length === 0) return only;
    return `${only} Whether you are in ${teams.unknown.map(escapeMarkdown).join(', ')} could not be looked up, so it counts as no.`;
  },
};

/** Says to whom and to which line each answer belongs. */
export function renderReplies(
  author: string,
  replies: readonly { readonly line: string; readonly reply: string }[],
): string {
  return replies
    .map(({ line, reply }) => `${escapeMarkdown(author)}, ${codeSpan(shorten(line, IN_ANSWER))}: ${reply}`)
    .join('\n\n');
}
