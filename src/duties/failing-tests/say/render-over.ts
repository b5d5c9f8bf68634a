// The words with which a case file ends because its cycle does.
import type { Release } from '../../../domain/release.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { dayWords } from '../../../text/words.ts';
import type { CaseMemory } from '../case/case-memory.ts';
import { ownerPing, ownerWords } from './names.ts';
import type { Owner } from '../judge/owner.ts';

export const overWords = {
  why: () => 'the cycle is over',
  state: ({ end }: Release, { state }: CaseMemory) =>
    `**No longer followed.** The cycle ended on ${dayWords(end)}; ${state === 'red' ? 'the tests failed' : 'the tests passed again'} when relcomms looked last.`,
  /** Only who has something left to do is told. */
  comment: ({ title, end }: Release, { state }: CaseMemory, owner: Owner, people: readonly string[]) =>
    [
      `${state === 'red' ? `${ownerPing(owner, people)}: the` : 'The'} cycle of ${escapeMarkdown(title)} ended on ${dayWords(end)}, and relcomms no longer looks at its branch.`,
      state === 'red'
        ? 'These tests still failed. To keep working on them, reopen this issue; relcomms no longer updates it.'
        : 'These tests passed again.',
    ].join(' '),
  entry: ({ state }: CaseMemory, owner: Owner) =>
    `Failing-test issue for ${ownerWords(owner)} closed with the cycle, ${state === 'red' ? 'still failing' : 'passing again'}`,
};
