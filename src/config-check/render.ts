// The words of a check: its conclusion, its title, what merging would do, and the details below.
import type { CreateCheck } from '../domain/pull-operation.ts';
import { type LocatedProblem, isError } from '../domain/problem.ts';
import { codeSpan, escapeMarkdown } from '../text/escape-markdown.ts';
import { lackWords } from '../text/section-words.ts';
import { countWords, dayWords } from '../text/words.ts';
import { changesMails } from './mails.ts';
import { renderDates } from './render-dates.ts';
import { renderDetails } from './render-details.ts';
import { renderEffects, renderPeople } from './render-effects.ts';
import { renderMails } from './render-mails.ts';
import { switchedOffTitle, switchedOffWords } from './render-switched-off.ts';
import { cutTo } from './room.ts';
import { unjudgedWords } from './render-unjudged.ts';
import type { BaseState, Outlook, Verdict } from './verdict.ts';

/** GitHub takes 65,535 characters of summary and as many of details; bytes are counted, to be on the safe side. */
const ROOM = 64_000;

/** Mistakes that are listed in the summary; each has its annotation as well. */
const LISTED = 20;

type Output = Pick<CreateCheck, 'conclusion' | 'title' | 'summary' | 'text' | 'annotations'>;
type Good = Extract<Verdict, { kind: 'good' }>;

/** What happens on the day of the merge. */
const AT_ONCE: readonly ((outlook: Outlook) => string)[] = [renderDates, renderPeople, renderEffects];

/** The sections of the outlook, in order; one without anything to say is left out. */
const SECTIONS: typeof AT_ONCE = [...AT_ONCE, renderMails];

/** What nobody could judge is not good: a check that is required has to keep it out. */
const CONCLUSIONS = {
  good: 'success',
  broken: 'failure',
  unjudged: 'failure',
  removed: 'neutral',
  'switched-off': 'neutral',
} as const;

/** The check's output. Warnings alone are a success: nothing of them keeps a config from being used. */
export function renderCheck(verdict: Verdict, path: string): Output {
  const problems = problemsOf(verdict);
  return {
    conclusion: CONCLUSIONS[verdict.kind],
    title: titleOf(verdict),
    summary: cutTo(ROOM, summaryOf(verdict, path)),
    text: verdict.kind === 'good' ? renderDetails(verdict, ROOM) : '',
    annotations: problems.map(({ line, column, severity, message, fix }) => ({
      path,
      line,
      column,
      level: severity === 'error' ? 'failure' : 'warning',
      message: `${message} ${fix}`,
    })),
  };
}

function problemsOf(verdict: Verdict): readonly LocatedProblem[] {
  if (verdict.kind === 'good') return verdict.warnings;
  return verdict.kind === 'broken' ? verdict.problems : [];
}

function titleOf(verdict: Verdict): string {
  if (verdict.kind === 'removed') return 'The config is removed';
  if (verdict.kind === 'switched-off') return switchedOffTitle(verdict.cleanup);
  if (verdict.kind === 'unjudged') return 'The config could not be checked';
  if (verdict.kind === 'broken')
    return `${countWords(verdict.problems.filter(isError).length, 'error')}: the config can't be used`;
  const { dates, effects } = verdict.outlook;
  const moved = dates.flatMap((change) => (change.kind === 'changed' ? change.milestones : [])).length;
  const counts = [
    counted(dates.filter(({ kind }) => kind === 'new').length, 'new release', 'new releases'),
    counted(moved, 'date changes', 'dates change'),
    counted('opens' in effects ? effects.opens.length : 0, 'issue opens', 'issues open'),
    counted(
      'people' in effects ? effects.people.length : 0,
      'person is mentioned or assigned',
      'people are mentioned or assigned',
    ),
    counted(verdict.warnings.length, 'warning', 'warnings'),
  ].filter((words) => words !== '');
  return counts.length === 0 ? 'The config is valid' : counts.join(', ');
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : countWords(count, one, many);
}

function summaryOf(verdict: Verdict, path: string): string {
  switch (verdict.kind) {
    case 'removed':
      return 'This pull request removes the config. After the merge, relcomms makes no changes here. Everything it created stays. To take it back, merge `enabled: no` first, or run `relcomms cleanup`.';
    case 'unjudged':
      return unjudgedWords(verdict);
    case 'switched-off':
      return switchedOffWords(verdict.cleanup);
    case 'broken':
      return [
        `**The config has errors.** ${afterwards(verdict.base)}`,
        problemList(verdict.problems, path),
      ].join('\n\n');
    case 'good':
      return [
        goodWords(verdict),
        ...SECTIONS.map((section) => section(verdict.outlook)).filter((text) => text !== ''),
        ...lackList(verdict),
        ...(verdict.warnings.length === 0 ? [] : [`**Warnings**\n\n${problemList(verdict.warnings, path)}`]),
      ].join('\n\n');
  }
}

/** What sections that are on would not do all the same. */
function lackList({ sections }: Good): string[] {
  const lines = sections.flatMap(({ section, lacks }) => lackWords(section, lacks));
  return lines.length === 0
    ? []
    : [`**What would not work**\n\n${lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')}`];
}

function afterwards(base: BaseState): string {
  switch (base) {
    case 'good':
      return "If you merge it, relcomms makes no changes until they're fixed.";
    case 'broken':
      return 'The config on the default branch has errors too: relcomms makes no changes until a valid config is merged.';
    case 'missing':
      return 'There is no config on the default branch yet.';
  }
}

function goodWords({ base, outlook, today }: Good): string {
  const day = dayWords(today);
  if (base === 'broken')
    return `**The config is valid, and the one on the default branch is not.** Merging it on ${day} would do the following.`;
  if (base === 'missing')
    return `**The config is valid.** Merging it on ${day} would turn relcomms on for this repository.`;
  return `**The config is valid.** Merging it on ${day} would ${doings(outlook)}.`;
}

function doings(outlook: Outlook): string {
  const { mails } = outlook;
  if (AT_ONCE.some((section) => section(outlook) !== '')) return 'do the following';
  const isQuiet = mails === undefined || 'why' in mails || !changesMails(mails);
  return isQuiet
    ? 'change nothing that people see'
    : 'change nothing at once, but it changes the emails that follow';
}

function problemList(problems: readonly LocatedProblem[], path: string): string {
  const lines = problems
    .slice(0, LISTED)
    .map(
      ({ line, column, severity, message, fix }) =>
        `- ${codeSpan(`${path}:${line}:${column}`)} ${severity}: ${escapeMarkdown(message)} ${escapeMarkdown(fix)}`,
    );
  const left = problems.length - lines.length;
  return [...lines, ...(left > 0 ? [`- and ${left} more, each marked at its line`] : [])].join('\n');
}
