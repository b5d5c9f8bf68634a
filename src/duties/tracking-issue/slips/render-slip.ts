// The words of a moved date: the line in the log, the history in the issue, and the notice to those affected.
import type { LedgerEntry } from '../../../domain/observed.ts';
import type { Release, Task } from '../../../domain/release.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { mention } from '../../../text/mention.ts';
import { IN_CHECKLIST, andMore } from '../../../text/more-words.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { DutyContext } from '../../duty.ts';
import type { TrackingIssueConfig } from '../config.ts';
import type { MovedTask, Slip } from './slip.ts';

/** Longest list of tasks in a notice; the rest is counted. */
const LIST_LIMIT = 20;

/** What every line about a moved date begins with, so that the history can be told from the log. */
const MOVED = 'Moved: ';

export function renderSlipEntry({ milestone, from, to, days }: Slip): string {
  const why = milestone.because === undefined ? '' : `, because ${escapeMarkdown(milestone.because)}`;
  return `${MOVED}**${escapeMarkdown(milestone.title)}** from ${dayWords(from)} to ${dayWords(to)} (${shift(days)})${why}`;
}

/** Whether a line of the log tells of a moved date. */
export function isMoved(entry: LedgerEntry): boolean {
  return entry.text.startsWith(MOVED);
}

/** When a date moved, from where to where and why. */
export function renderMoved(entry: LedgerEntry): string {
  return `${dayWords(entry.day)}: ${entry.text.slice(MOVED.length)}`;
}

/** The moved dates of the cycle, oldest first, from the log. */
export function renderHistory(entries: readonly LedgerEntry[]): string {
  const moved = entries.filter(isMoved);
  if (moved.length === 0) return '';
  return ['**Moved dates**', '', ...moved.map((entry) => `- ${renderMoved(entry)}`)].join('\n');
}

/** One comment for everybody whom the new dates concern; each is named once. */
export function renderSlipNotice(
  release: Release,
  slips: readonly Slip[],
  moved: readonly MovedTask[],
  context: DutyContext<TrackingIssueConfig>,
): string {
  const people = [
    ...new Set([...moved.flatMap(({ task }) => task.holders), ...Object.values(release.roles).flat()]),
  ];
  return [
    '### Dates have moved',
    slips.map((slip) => `- ${renderSlipEntry(slip).slice(MOVED.length)}`).join('\n'),
    moved.length === 0
      ? 'No open task moves with them.'
      : [
          `**${countWords(moved.length, 'open task')} ${moved.length === 1 ? 'moves' : 'move'} along:**`,
          '',
          ...taskLines(moved),
        ].join('\n'),
    forPeople(release, people, context),
  ].join('\n\n');
}

/** One comment for whoever holds tasks that have other days now, while every milestone keeps its own. */
export function renderTasksNotice(
  release: Release,
  moved: readonly MovedTask[],
  context: DutyContext<TrackingIssueConfig>,
): string {
  const people = [...new Set(moved.flatMap(({ task }) => task.holders))];
  return [
    moved.length === 1 ? '### A task has moved' : '### Tasks have moved',
    taskLines(moved).join('\n'),
    forPeople(release, people, context),
  ].join('\n\n');
}

/** The first of them, and how many more. */
export function renderTasksEntry([first, ...more]: readonly MovedTask[]): string {
  const what = first === undefined ? '' : taskWords(first);
  return `${MOVED}${what}${more.length === 0 ? '' : `, and ${countWords(more.length, 'more task')}`}`;
}

function taskLines(moved: readonly MovedTask[]): string[] {
  return [
    ...moved
      .slice(0, LIST_LIMIT)
      .map(
        ({ task, from }) =>
          `- ${escapeMarkdown(task.title)}${names(task)}: from ${dayWords(from)} to ${dayWords(task.due)}`,
      ),
    ...andMore(moved.length - LIST_LIMIT, IN_CHECKLIST).map((more) => `- ${more}`),
  ];
}

function taskWords({ task, from }: MovedTask): string {
  return `**${escapeMarkdown(task.title)}** from ${dayWords(from)} to ${dayWords(task.due)}`;
}

function forPeople(
  { version }: Release,
  people: readonly string[],
  { isQuiet }: DutyContext<TrackingIssueConfig>,
): string {
  const named = people.map((login) => (isQuiet(login, version) ? escapeMarkdown(login) : mention(login)));
  return `For: ${named.join(', ')}`;
}

function names({ holders }: Task): string {
  return holders.length === 0 ? '' : ` (${holders.map(escapeMarkdown).join(', ')})`;
}

function shift(days: number): string {
  return days > 0 ? `${countWords(days, 'day')} later` : `${countWords(-days, 'day')} earlier`;
}
