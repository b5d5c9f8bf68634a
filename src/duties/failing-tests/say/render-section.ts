// The words of the section "Failing tests" in the tracking issue.
import type { Verdict } from '../judge/judge.ts';
import { fullName } from '../judge/subject.ts';
import { dayAt } from '../../../domain/day.ts';
import type { Release } from '../../../domain/release.ts';
import type { Watched } from '../watched.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';
import { markdownTable } from '../../../text/table.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { CaseFile } from '../case/case-file.ts';
import { commitWords, ownerWords } from './names.ts';
import { UNOWNED } from '../judge/owner.ts';

/** Rows and names beyond are counted: the body of the issue has other things to hold. */
const MOST_ROWS = 20;
const MOST_FLAKY = 10;
const MOST_UNREAD = 3;
const MOST_SUSPECTS = 3;
const LONGEST = 80;

const HEAD = ['Team', 'What fails', 'Failing since', 'Changes since green', 'Expected fix', 'Issue'];

export interface SectionRows {
  readonly files: readonly CaseFile[];
  readonly flaky: readonly Verdict[];
  /** Red for the first time: one more run is awaited. */
  readonly fresh: readonly Verdict[];
  /** What could not be read, in words of ours and of GitHub. */
  readonly unread: readonly string[];
}

/** Unowned first, then by team; empty when all is green. Days are those of the release. */
export function renderSection({ files, flaky, fresh, unread }: SectionRows, release: Watched): string {
  const red = files.filter(isRed).toSorted(byOwner);
  const left = files
    .filter(({ kind, members }) => kind === 'closed' && members.red.length > 0)
    .toSorted(byOwner);
  const observed = files.filter(({ kind, memory }) => kind === 'open' && memory.state === 'green');
  const parts = [
    red.length === 0
      ? ''
      : markdownTable(
          HEAD,
          red.slice(0, MOST_ROWS).map((file) => rowOf(file, release)),
        ),
    red.length > MOST_ROWS ? `and ${countWords(red.length - MOST_ROWS, 'more row')}` : '',
    lines([
      ...left.slice(0, MOST_ROWS).map((file) => leftWords(file, release)),
      ...observed.slice(0, MOST_ROWS).map(observedWords),
      ...(fresh.length === 0 ? [] : [`Failed for the first time, the next run confirms it: ${named(fresh)}`]),
      ...(flaky.length === 0 ? [] : [`Flaky: ${named(flaky, rateWords)}`]),
      ...unread.slice(0, MOST_UNREAD).map((why) => `Unknown: ${escapeMarkdown(shorten(why, LONGEST * 2))}`),
    ]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : [headingOf(release), ...parts].join('\n\n');
}

function headingOf({ line }: Watched): string {
  return line === undefined ? '### Failing tests' : `### Failing tests in ${escapeMarkdown(line)}`;
}

/** A release whose branch GitHub does not have: nobody watches its tests, and no report says so. */
export function renderNoBranch(release: Watched): string {
  return `${headingOf(release)}\n\nNot watched: the branch ${codeSpan(release.branch)} does not exist.`;
}

export function isRed({ kind, memory }: CaseFile): boolean {
  return kind === 'new' || kind === 'reopen' || (kind === 'open' && memory.state === 'red');
}

/** One line about a case file, with its number where it has one. */
export function caseWords(file: CaseFile, release: Release): string {
  const { memory, members, issue } = file;
  const number = issue === undefined ? '' : `#${issue.number} `;
  return `${number}${whatFails(members)}, failing since ${sinceWords(memory, release)}`;
}

/** By when it will be mended, where somebody said so. */
export function fixWords({ memory: { eta } }: CaseFile): string {
  return eta === undefined
    ? 'no fix date yet'
    : `expected fix ${dayWords(eta.day)}, says ${escapeMarkdown(eta.by)}`;
}

function sinceWords({ since }: CaseFile['memory'], { timezone }: Release): string {
  return `${dayWords(dayAt(since.at, timezone))}, ${commitWords(since)}`;
}

function rowOf(file: CaseFile, release: Release): string[] {
  const { owner, memory, members, suspects, issue } = file;
  const shown = suspects.pulls.slice(0, MOST_SUSPECTS).map(({ number }) => `#${number}`);
  const rest = suspects.pulls.length - shown.length;
  return [
    owner.id === UNOWNED ? '**unowned**' : ownerWords(owner),
    whatFails(members),
    sinceWords(memory, release),
    [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ') || 'unknown',
    etaWords(file),
    issue === undefined ? 'being created' : `#${issue.number}`,
  ];
}

function etaWords({ memory: { eta, progress } }: CaseFile): string {
  const day = eta === undefined ? 'no date yet' : `${dayWords(eta.day)} (${escapeMarkdown(eta.by)})`;
  return progress === undefined ? day : `${day}; ${escapeMarkdown(shorten(progress.text, LONGEST))}`;
}

function whatFails({ red, fresh }: CaseFile['members']): string {
  const [first, ...others] = [...red, ...fresh];
  if (first === undefined) return 'waiting for results';
  const name = codeSpan(shorten(fullName(first.subject), LONGEST)) || 'a test without a name';
  return others.length === 0 ? name : `${name} and ${countWords(others.length, 'more test')}`;
}

function leftWords(file: CaseFile, release: Release): string {
  return `Still failing, although its issue was closed by hand: ${ownerWords(file.owner)}, ${caseWords(file, release)}`;
}

function observedWords({ owner, issue }: CaseFile): string {
  return `Passing again, being watched: ${ownerWords(owner)}, #${issue?.number ?? 0}`;
}

function named(verdicts: readonly Verdict[], more: (verdict: Verdict) => string = () => ''): string {
  const shown = verdicts
    .slice(0, MOST_FLAKY)
    .map(
      (verdict) =>
        `${codeSpan(shorten(fullName(verdict.subject), LONGEST)) || 'a test without a name'}${more(verdict)}`,
    );
  const rest = verdicts.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

function rateWords({ failed, of }: Verdict): string {
  return ` (failed ${failed} of its last ${countWords(of, 'run')})`;
}

function lines(all: readonly string[]): string {
  return all.map((line) => `- ${line}`).join('\n');
}

function byOwner(a: CaseFile, b: CaseFile): number {
  if (a.owner.id === b.owner.id) return a.key < b.key ? -1 : 1;
  if (a.owner.id === UNOWNED || b.owner.id === UNOWNED) return a.owner.id === UNOWNED ? -1 : 1;
  return a.owner.id < b.owner.id ? -1 : 1;
}
