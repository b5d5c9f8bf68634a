// The words of a failing-test issue: the next step, what fails, since when, what changed, and what was said about it.
import type { Verdict } from '../judge/judge.ts';
import { fullName } from '../judge/subject.ts';
import type { Suspects } from '../judge/suspects.ts';
import { type Day, dayAt } from '../../../domain/day.ts';
import type { BodyDocument } from '../../../domain/issue-body.ts';
import type { Release } from '../../../domain/release.ts';
import { type Watched, nameOf } from '../watched.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';
import { markdownTable } from '../../../text/table.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { CaseFile } from '../case/case-file.ts';
import { type CaseMemory, writeMemory } from '../case/case-memory.ts';
import { type Places, compareUrl } from '../case/places.ts';
import { ownerInKey } from '../case/keys.ts';
import { RUNG_WORDS, commitLink, lengthWords, ownerPing, ownerWords } from './names.ts';
import { nextStep } from './next-step.ts';
import { greenRunsOf } from '../case/outage.ts';
import { closedWords, greenAt, threatWords } from './render-notices.ts';

/** Rows beyond are counted: with names of nothing but signs the body still fits into an issue. */
const MOST_ROWS = 30;
const MOST_SUSPECTS = 8;
const MOST_GREEN = 10;
const LONGEST_NAME = 100;
const LONGEST_URL = 300;

/** `answerWithin` in working days. */
const how = (answerWithin: number): string =>
  [
    '- `/release eta tomorrow` or `/release eta 2026-11-12 because REASON`: set the expected fix date',
    '- `/release progress TEXT`: post an update',
    '- `/release not-ours TEAM`: pass this to another team',
    '',
    `Without an answer, relcomms asks one more group every ${answerWithin === 1 ? 'working day' : countWords(answerWithin, 'working day')}: the team lead, the release leads, then the scrum masters. It closes this issue once all tests stay green.`,
  ].join('\n');

export interface CaseWords {
  readonly release: Release;
  /** The day in its zone. */
  readonly today: Day;
  /** Logins of the owner's people who want to be told. */
  readonly people: readonly string[];
  readonly greenRuns: number;
  /** Working days. */
  readonly answerWithin: number;
}

/** A plain title: GitHub makes nothing of Markdown in it. */
export function renderCaseTitle({ owner, memory }: CaseFile, watched: Watched): string {
  const name = owner.id.replace(/^[_@]/, '').replaceAll('+', ', ');
  return `Failing tests in ${nameOf(watched)}: ${name}, since ${memory.since.commit.slice(0, 7)}`.slice(
    0,
    250,
  );
}

export function renderCase(file: CaseFile, memory: CaseMemory, words: CaseWords): BodyDocument {
  const { members } = file;
  const [red, green] = [[...members.red, ...members.fresh], members.green];
  const parts = [
    // One paragraph: both change together, and end with the cycle.
    `${nextStep(file, memory, words.today)}\n${stateLine(file, memory, words)}`,
    facts(file, memory, words),
    red.length === 0
      ? ''
      : markdownTable(
          ['Test', 'Failing since', failedHead(file), 'Look at'],
          red.slice(0, MOST_ROWS).map((one) => row(one, words.release, file.places)),
        ),
    more(red.length - MOST_ROWS),
    listOf('Passing again', green),
    listOf('No longer reported', members.gone),
    how(words.answerWithin),
    writeMemory(memory),
  ];
  return {
    key: file.key,
    parts: [{ kind: 'block', name: 'case', text: parts.filter((part) => part !== '').join('\n\n') }],
  };
}

function stateLine(file: CaseFile, memory: CaseMemory, { greenRuns }: CaseWords): string {
  const { kind, members, threatens } = file;
  const length = (): string => lengthWords(greenAt(members) - memory.since.at);
  if (kind === 'close') return `**Over.** ${closedWords(file, greenRuns)}`;
  if (memory.state === 'red') {
    const red = members.red.length + members.fresh.length;
    const what = red === 0 ? 'waiting for results' : countWords(red, 'test');
    return [`**Red**, ${what}.`, ...threatWords(threatens)].join(' ');
  }
  const left = greenRuns - greenRunsOf(members);
  if (members.fresh.length > 0) return '**Green, then red again.** The next run shows whether that stays.';
  return members.unknown.length > 0
    ? '**Green again** as far as reports show; some tests are missing from them now.'
    : `**Green again** after ${length()}. This issue closes after ${countWords(left, 'more green run')}.`;
}

function facts(file: CaseFile, memory: CaseMemory, { release, people }: CaseWords): string {
  const { eta, progress, since, lastGood, rung } = memory;
  const { places } = file;
  const onDay = (at: number): string => dayWords(dayAt(at as typeof since.at, release.timezone));
  const compare = lastGood && compareUrl(places, lastGood.commit, since.commit);
  const view = compare === undefined ? '' : ` (${markdownLink('compare', compare)})`;
  return [
    // Whom it is handed to is told in a comment.
    `- **Team:** ${ownerInKey(file.key) === memory.owner ? ownerPing(file.owner, people) : ownerWords(file.owner)}`,
    `- **Last passing commit:** ${lastGood === undefined ? 'unknown' : `${commitLink(lastGood, places)}, ${onDay(lastGood.at)}`}`,
    `- **First failing commit:** ${commitLink(since, places)}, ${onDay(since.at)}`,
    `- **Changes since then:** ${suspectWords(file.suspects)}${view}`,
    ...(rung === undefined || eta !== undefined || memory.state !== 'red'
      ? []
      : [`- **Escalated to:** ${RUNG_WORDS[rung.name]}, ${onDay(rung.at)}`]),
    ...(eta === undefined
      ? []
      : [`- **Expected fix:** ${dayWords(eta.day)}, says ${escapeMarkdown(eta.by)}${reason(eta.because)}`]),
    ...(progress === undefined
      ? []
      : [
          `- **Progress:** ${escapeMarkdown(progress.text)} (${escapeMarkdown(progress.by)}, ${onDay(progress.at)})`,
        ]),
  ].join('\n');
}

function reason(because: string | undefined): string {
  return because === undefined ? '' : `: ${escapeMarkdown(because)}`;
}

/** Pull requests, not people: a team answers, whoever wrote the commit. */
function suspectWords({ pulls, direct, open }: Suspects): string {
  const shown = pulls
    .slice(0, MOST_SUSPECTS)
    .map(({ number, title }) => `#${number} ${escapeMarkdown(shorten(title, LONGEST_NAME))}`);
  const rest = pulls.length - shown.length;
  const all = [
    ...shown,
    ...(rest > 0 ? [`${rest} more`] : []),
    ...(direct > 0
      ? [countWords(direct, 'commit without a pull request', 'commits without a pull request')]
      : []),
  ];
  if (all.length === 0) return 'unknown';
  return `${all.join(', ')}${open ? ', or something older' : ''}`;
}

function failedHead({ places }: CaseFile): string {
  return `Failed on ${codeSpan(shorten(places.branch, LONGEST_NAME))}`;
}

function row(verdict: Verdict, release: Release, places: Places): string[] {
  const { subject, since, failed, of, flaky } = verdict;
  const name = escapeMarkdown(shorten(fullName(subject), LONGEST_NAME));
  const kind = subject.kind === 'job' ? ' (job)' : '';
  return [
    `${name || 'without a name'}${kind}`,
    since === undefined
      ? 'unknown'
      : `${dayWords(dayAt(since.at, release.timezone))}, ${commitLink(since, places)}`,
    `${failed} of its last ${countWords(of, 'run')}${flaky === undefined ? '' : ', flaky'}`,
    lookAt(verdict, places),
  ];
}

/** The log of the job that failed, else its run, and the report. */
function lookAt({ subject, run, url, artifacts }: Verdict, { logs }: Places): string {
  const log = subject.kind === 'job' ? url : logs.get(run ?? '');
  const links = [
    ...link('log', log),
    ...(log === undefined ? link('run', url) : []),
    ...(url === undefined || artifacts === undefined ? [] : link('report', `${url}${artifacts}`)),
  ];
  return links.length === 0 ? 'unknown' : links.join(', ');
}

function link(label: string, url: string | undefined): string[] {
  return url === undefined || url.length > LONGEST_URL ? [] : [markdownLink(label, url)];
}

function listOf(heading: string, verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '';
  const shown = verdicts
    .slice(0, MOST_GREEN)
    .map(({ subject }) => `- ${codeSpan(shorten(fullName(subject), LONGEST_NAME)) || 'without a name'}`);
  const rest = verdicts.length - shown.length;
  return [`**${heading}**`, '', ...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

function more(count: number): string {
  return count > 0 ? `and ${countWords(count, 'more test')}` : '';
}
