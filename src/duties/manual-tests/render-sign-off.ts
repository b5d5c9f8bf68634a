// The words of sign-offs: answers to the command, and what stands in the way while one is missing.
import type { Milestone } from '../../domain/release.ts';
import type { Counts } from '../../manual-tests/count-results.ts';
import type { SignOff } from '../../manual-tests/sign-off.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { dayWords, listWords } from '../../text/words.ts';

export const signOffAnswers = {
  help: () => 'signs off a candidate for your team',
  note: () =>
    'With `sign-off`, TEAM is the id of a team of the config; without it, the command is for your team. All tests of the team need a result that is `pass` or `n/a`, or the command a reason. A later result that is neither takes a sign-off without a reason back.',
  notAsked: () => 'The config asks for no sign-off: `manual-tests.sign-off` is off.',
  form: () =>
    'Write `/release sign-off`, or `/release sign-off TEAM CANDIDATE`. Put `because` before a reason.',
  whichTeam: (ids: readonly string[]) =>
    `Name the team: \`/release sign-off TEAM\`. Teams: ${ids.map(codeSpan).join(', ')}.`,
  noTests: (team: string, candidate: string) =>
    `The team ${codeSpan(team)} has no manual tests for ${codeSpan(candidate)}.`,
  unready: (team: string, counts: Counts) =>
    `${escapeMarkdown(team)} has ${leftWords(counts)}. Record the results first, or add \`because REASON\`.`,
  recorded: (team: string, candidate: string) => `${team} signed off ${candidate}`,
};

/** `2 open tests and 1 failed test` */
function leftWords({ open, fail, blocked }: Counts): string {
  const parts = [
    ...(open === 0 ? [] : [`${open} open`]),
    ...(fail === 0 ? [] : [`${fail} failed`]),
    ...(blocked === 0 ? [] : [`${blocked} blocked`]),
  ];
  return `${listWords(parts)} ${open + fail + blocked === 1 ? 'test' : 'tests'}`;
}

/** One line of Markdown, escaped. */
export function missingWords(team: string, { title, day }: Milestone, isLate: boolean): string {
  return `${escapeMarkdown(team)} has not signed off ${escapeMarkdown(title)}; ${isLate ? 'the day was' : 'the day is'} ${dayWords(day)}`;
}

/** For a table. */
export function signOffCell(signOff: SignOff | undefined): string {
  if (signOff === undefined) return 'no';
  const { by, because } = signOff;
  const who = by === undefined ? 'yes' : escapeMarkdown(by);
  return because === undefined ? who : `${who}: ${escapeMarkdown(because)}`;
}
