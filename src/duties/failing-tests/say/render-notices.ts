// The words of the comments on a failing-test issue, and of their lines in the log.
import { mention } from '../../../text/mention.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { Rung } from '../case/case-memory.ts';
import { RUNG_WORDS, commitWords, lengthWords, ownerPing, ownerWords } from './names.ts';

/** As what somebody is asked; it fits one and several. */
const ASKED_AS: Readonly<Record<Rung, string>> = {
  lead: 'as team lead',
  leads: 'as release lead',
  'scrum-masters': 'as scrum master',
};

const HOW = 'Comment here: `/release eta tomorrow`, `/release progress TEXT`, or `/release not-ours TEAM`.';

export const notices = {
  why: () => 'a comment is noted in the log',
  redAgain: ({ memory, members, owner, threatens }: CaseFile, people: readonly string[]) =>
    [
      `${ownerPing(owner, people)}: failing again since ${commitWords(memory.since)}, ${countWords(members.red.length, 'test')}.`,
      ...threatWords(threatens),
      HOW,
    ].join(' '),
  moved: ({ owner }: CaseFile, by: string, people: readonly string[]) =>
    `${ownerPing(owner, people)}: ${escapeMarkdown(by)} says these tests are yours. ${HOW}`,
  rung: ({ owner, threatens }: CaseFile, rung: Rung, people: readonly string[]) =>
    [
      `${people.map(mention).join(', ')}: ${ownerWords(owner)} has given no fix date yet, so relcomms asks you ${ASKED_AS[rung]}.`,
      ...threatWords(threatens),
      HOW,
    ].join(' '),
  etaPassed: ({ memory }: CaseFile, people: readonly string[]) =>
    `${people.length === 0 ? '' : `${people.map(mention).join(', ')}: `}these tests still fail, and the expected fix date${memory.eta === undefined ? '' : ` (${dayWords(memory.eta.day)})`} has passed. What's the new date? ${HOW}`,
  turnEntry: ({ owner, memory }: CaseFile, turned: 'green' | 'red') =>
    `Failing tests of ${ownerWords(owner)}: ${turned === 'green' ? 'passing again' : `failing again since ${commitWords(memory.since)}`}`,
  movedEntry: ({ owner }: CaseFile, by: string) =>
    `Failing tests passed to ${ownerWords(owner)} by ${escapeMarkdown(by)}`,
  rungEntry: ({ owner }: CaseFile, rung: Rung) =>
    `Failing tests of ${ownerWords(owner)}: no answer yet, asked ${RUNG_WORDS[rung]}`,
  etaEntry: ({ owner }: CaseFile) =>
    `Failing tests of ${ownerWords(owner)}: the expected fix date has passed, asked for a new one`,
};

/** How it ended, where all of it is seen at once: in its body, and in a comment when nobody was told before. */
export function closedWords({ memory, members }: CaseFile, greenRuns: number): string {
  if (members.green.length === 0) return 'These tests are no longer reported.';
  const length = lengthWords(greenAt(members) - memory.since.at);
  return `The tests failed for ${length}, and have stayed green for ${countWords(greenRuns, 'run')}.`;
}

/** When the last of them turned green. */
export function greenAt({ green }: CaseFile['members']): number {
  return Math.max(0, ...green.map(({ greenAgain }) => greenAgain?.at ?? 0));
}

export function threatWords(threatens: CaseFile['threatens']): string[] {
  return threatens === undefined
    ? []
    : [`${escapeMarkdown(threatens.title)} (${dayWords(threatens.day)}) is at risk.`];
}
