// The words for a team that can't be mentioned: in the text, in the log, and in the report.
import type { StandIns } from '../people/stand-ins.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { listWords } from '../text/words.ts';

export const render = {
  /** `names` are mentions, or plain where nobody new may be told. */
  inPlace: (team: string, { passOn }: StandIns, names: readonly string[]) =>
    names.length === 0
      ? escapeMarkdown(team)
      : `${escapeMarkdown(team)} (${passOn ? 'please pass it on: ' : ''}${names.join(', ')})`,
  entry: (team: string, { people }: StandIns) =>
    people.length === 0
      ? `relcomms could mention nobody on ${escapeMarkdown(team)}.`
      : `In place of ${escapeMarkdown(team)}: ${people.map(escapeMarkdown).join(', ')}.`,
  what: (team: string) => `Mention of ${team}`,
  why: ({ people }: StandIns) =>
    `this token can't mention it, so ${people.length === 0 ? 'it mentions nobody' : `${listWords(people)} ${people.length === 1 ? 'is' : 'are'} asked to pass it on`}. Add its "people" under "teams", or use the App with "members: read"`,
};
