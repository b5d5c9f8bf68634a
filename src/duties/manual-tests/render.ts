// The words of manual tests outside of their section: commits, what stands in the way, why something is unknown, and answers.
import type { Result } from '../../domain/manual-test.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Milestone } from '../../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { countWords, dayWords, listWords } from '../../text/words.ts';
import type { Trouble } from './troubles.ts';

/** Lines that are named. */
const MOST_LINES = 5;

/** Why the tests or their results are unknown: plain text, escaped where it is shown. */
export const reasons = {
  notRead: () => 'this run did not read it',
  large: () => 'it is too large',
  unread: (path: string, why: string) => `${path} could not be read: ${why}`,
  noFile: (path: string) => `there is no file ${path} on the default branch`,
  mistakes: (path: string, problems: readonly (Problem & { readonly line?: number })[], left: number) =>
    [
      ...problems.map(
        ({ line, message, fix }) => `${path}${line === undefined ? '' : `, line ${line}`}: ${message} ${fix}`,
      ),
      ...(left > 0 ? [countWords(left, 'further mistake')] : []),
    ].join('; '),
  noResults: (path: string, branch: string, lines: readonly number[]) => {
    const shown = lines.slice(0, MOST_LINES).map(String);
    const all = lines.length > shown.length ? [...shown, `${lines.length - shown.length} others`] : shown;
    const where =
      lines.length === 1 ? `line ${all.join('')} is no result` : `lines ${listWords(all)} are no results`;
    return `${path} on ${branch}: ${where}. Correct or delete what is there; nothing is recorded until then`;
  },
};

/** One line of Markdown each, escaped. */
export const stand = {
  trouble: ({ run, result, in: candidate, tester, note }: Trouble, { id, title }: Milestone) => {
    const where = candidate === id ? escapeMarkdown(title) : `${escapeMarkdown(candidate)} and not run since`;
    const by = tester === undefined ? '' : ` for ${escapeMarkdown(tester)}`;
    const because = note === undefined ? '' : `: ${escapeMarkdown(note)}`;
    return `Manual test ${codeSpan(run.id)} ${result === 'fail' ? 'failed' : 'is blocked'} in ${where}${by}${because}`;
  },
  open: (team: string, open: number, { title, day }: Milestone, isLate: boolean) =>
    `${countWords(open, 'manual test')} of ${escapeMarkdown(team)} for ${escapeMarkdown(title)} ${open === 1 ? 'has' : 'have'} no result; ${isLate ? 'the day was' : 'the day is'} ${dayWords(day)}`,
  unknown: (why: string) => `The manual tests are not known: ${escapeMarkdown(why)}`,
  owner: (tester: string | undefined, team: string) => escapeMarkdown(tester ?? team),
  leads: () => 'the release leads',
};

export const wishes = {
  commit: (version: string) => `Results of manual tests of ${version}`,
  whyFile: () => 'testers and results of manual tests',
  whySection: () => 'manual tests',
  isProtected: (branch: string) =>
    `${branch} is the default branch and accepts changes only through pull requests; set another branch under \`manual-tests\`, or remove \`branch\``,
  what: (version: string) => `The manual tests of ${version}`,
};

const FORM = '`/release test pass ID`, or `fail`, `blocked`, or `n/a` with `because REASON`';

export const answers = {
  helpTest: () => 'records the result of a manual test',
  helpTests: () => 'lists the manual tests that are assigned to you',
  note: () =>
    'RESULT of a manual test is `pass`, `fail`, `blocked`, or `n/a`; each but `pass` needs a reason. ID is that of the test, with its platform where it has several: `api-upload@linux`. Without CANDIDATE, the result is for the candidate that is tested now.',
  off: () => 'There are no manual tests here: the config has no section `manual-tests`.',
  form: () => `Write ${FORM}.`,
  unread: (why: string) =>
    `Nothing was recorded, because the manual tests are not known: ${escapeMarkdown(why)}`,
  notNow: () => 'No candidate is tested now. Name one behind the ID.',
  noCandidate: (ids: readonly string[]) =>
    ids.length === 0
      ? 'This release has no candidate.'
      : `There is no such candidate. Candidates: ${ids.map(codeSpan).join(', ')}. Put \`because\` before a reason.`,
  noTest: (guess: string | undefined, candidate: string) =>
    guess === undefined
      ? `No manual test of ${codeSpan(candidate)} has this ID. \`/release tests\` lists yours.`
      : `No manual test has this ID. Did you mean ${codeSpan(guess)}?`,
  which: (ids: readonly string[]) =>
    `This test is run on several platforms. Name one: ${ids.map(codeSpan).join(', ')}.`,
  why: (result: Result) => `Add the reason: \`/release test ${result} ID because REASON\`.`,
  recorded: (result: Result, run: string, candidate: string) => `${result} for ${run} in ${candidate}`,
  listed: () => 'answered',
  none: () => 'No manual test is assigned to you now.',
  done: (all: number) => `You have run all of your ${countWords(all, 'manual test')}.`,
  open: (open: number, all: number) =>
    `${open} of your ${countWords(all, 'manual test')} ${open === 1 ? 'is' : 'are'} open:`,
  item: (id: string, title: string, { id: candidate, day }: Milestone) =>
    `${codeSpan(id)} ${escapeMarkdown(title)}, for ${codeSpan(candidate)} by ${dayWords(day)}`,
  how: () => `When you have run one, comment ${FORM}.`,
  where: (path: string, branch: string) => `all are in ${path} on the branch ${branch}`,
};
