// The fact `testPages`: whether pages of test environments answer, asked only while they are watched.
import * as z from 'zod';
import type { TestPage } from '../../domain/candidates.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type FactSource, known } from './fact.ts';
import { union } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of the pages that are watched now. */
    readonly testPages: readonly TestPage[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    readonly testPages?: readonly AskTestPages[] | undefined;
  }
}

/** Which pages are watched is known once our issues are: they remember what answered. */
export type AskTestPages = (issues: readonly OwnIssue[]) => readonly string[];

/** Pages of test environments that are asked in one run; a run asks ten in all. */
const MOST = 5;

const TOO_MANY = `a run asks ${MOST} test environments at most`;
const NO_CHANNELS = 'this run asks no pages';

export const testPages: FactSource<'testPages', 'testPages'> = {
  question: 'testPages',
  facts: ['testPages'],
  after: ['ownIssues'],
  isKept: true,
  bare: [],
  // What asks is a function: nobody who proposes a config leads us to a page.
  shape: z.array(z.never()),
  join: union,
  // Whatever is asked, the pages that are asked are few.
  count: () => 0,
  read: async ({ question, setting: { channels }, found: { ownIssues } }) => {
    if (!ownIssues.known) return { testPages: ownIssues };
    const pages = [...new Set(question.flatMap((ask) => ask(ownIssues.value)))];
    const [asked, left] = [pages.slice(0, MOST), pages.slice(MOST)];
    if (channels === undefined) return { testPages: known(pages.map((url) => unasked(url, NO_CHANNELS))) };
    const answers = await Promise.all(
      asked.map(async (url) => answerOf(url, await channels.unreachable([url]))),
    );
    return { testPages: known([...answers, ...left.map((url) => unasked(url, TOO_MANY))]) };
  },
};

function unasked(url: string, why: string): TestPage {
  return { url, answer: { unasked: why } };
}

/** The one reason, where there is one, begins with the page. */
function answerOf(url: string, [line]: readonly string[]): TestPage {
  if (line === undefined) return { url, answer: 'there' };
  const reason = line.startsWith(`${url} `) ? line.slice(url.length + 1) : line;
  if (reason === 'answers with 401' || reason === 'answers with 403') return { url, answer: 'wall' };
  const isSilent = /^(answers with \d+|leads on and on|does not answer|is no public https page)$/.test(
    reason,
  );
  return isSilent ? { url, answer: 'silent' } : unasked(url, reason);
}
