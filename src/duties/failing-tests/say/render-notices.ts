// The words of the comments on a case file, and of their lines in the log.
import { mention } from '../../../text/mention.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { Rung } from '../case/case-memory.ts';
import { commitWords, lengthWords, ownerPing, ownerWords } from './names.ts';

const RUNG_WORDS: Readonly<Record<Rung, string>> = {
  lead: 'the lead of the team',
  leads: 'those who lead the release',
  'scrum-masters': 'the scrum masters',
};

/** As what somebody is asked; it fits one and several. */
const ASKED_AS: Readonly<Record<Rung, string>> = {
  lead: 'as lead of the team',
  leads: 'as lead of the release',
  'scrum-masters': 'as scrum master',
};

const HOW = 'Write `/release eta tomorrow`, `/release progress TEXT` or `/release not-ours TEAM` here.';

export const notices = {
  why: () => 'what is told is noted',
  green: ({ memory, members }: CaseFile) =>
    `All of it passes again, after ${lengthWords(greenAt(members) - memory.since.at)}. This issue closes itself when it stays so.`,
  redAgain: ({ memory, members, owner, threatens }: CaseFile, people: readonly string[]) =>
    [
      `${ownerPing(owner, people)}: red again since ${commitWords(memory.since)}, ${countWords(members.red.length, 'test')}.`,
      ...threatWords(threatens),
      HOW,
    ].join(' '),
  moved: ({ owner }: CaseFile, by: string, people: readonly string[]) =>
    `${ownerPing(owner, people)}: ${escapeMarkdown(by)} says that these tests are yours. ${HOW}`,
  rung: ({ owner, threatens }: CaseFile, rung: Rung, people: readonly string[]) =>
    [
      `${people.map(mention).join(', ')}: nobody of ${ownerWords(owner)} has said yet when this will be mended, so you are asked ${ASKED_AS[rung]}.`,
      ...threatWords(threatens),
      HOW,
    ].join(' '),
  etaPassed: ({ memory }: CaseFile, people: readonly string[]) =>
    `${people.length === 0 ? '' : `${people.map(mention).join(', ')}: `}${memory.eta === undefined ? 'The day that was given' : dayWords(memory.eta.day)} has passed and it is still red. When will it be mended? ${HOW}`,
  turnEntry: ({ owner, memory }: CaseFile, turned: 'green' | 'red') =>
    `Failing tests of ${ownerWords(owner)}: ${turned === 'green' ? 'green again' : `red again since ${commitWords(memory.since)}`}`,
  movedEntry: ({ owner }: CaseFile, by: string) =>
    `Failing tests handed to ${ownerWords(owner)} by ${escapeMarkdown(by)}`,
  rungEntry: ({ owner }: CaseFile, rung: Rung) =>
    `Failing tests of ${ownerWords(owner)}: nobody has answered, asked ${RUNG_WORDS[rung]}`,
  etaEntry: ({ owner }: CaseFile) =>
    `Failing tests of ${ownerWords(owner)}: the day that was given has passed, asked`,
};

/** How it ended, where all of it is seen at once: in its body, and in a comment when nobody was told before. */
export function closedWords({ memory, members }: CaseFile, greenRuns: number): string {
  if (members.green.length === 0) return 'None of these tests is reported any more.';
  const length = lengthWords(greenAt(members) - memory.since.at);
  return `It was red for ${length}, and has stayed green for ${countWords(greenRuns, 'run')}.`;
}

/** When the last of them turned green. */
export function greenAt({ green }: CaseFile['members']): number {
  return Math.max(0, ...green.map(({ greenAgain }) => greenAgain?.at ?? 0));
}

export function threatWords(threatens: CaseFile['threatens']): string[] {
  return threatens === undefined
    ? []
    : [`It threatens ${escapeMarkdown(threatens.title)} on ${dayWords(threatens.day)}.`];
}
