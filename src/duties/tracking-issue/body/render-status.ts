// The top of a tracking issue: the week, release day and what is done; the summary once the cycle is over.
import type { Day } from '../../../domain/day.ts';
import { type Release, type Task, type Week, countdownName } from '../../../domain/release.ts';
import { missedTasks, overdueTasks } from '../../../schedule/overdue.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { IN_CHECKLIST, andMore } from '../../../text/more-words.ts';
import { clockWords, countWords, dayWords, distanceWords } from '../../../text/words.ts';
import { type LineCount, lineWords } from '../../line-counts.ts';
import type { LeftBehind } from '../left-behind.ts';
import type { BodyInput } from './body-input.ts';
import { type TodayInput, renderToday } from './render-today.ts';

/** What the state of the day is told from. */
type StatusInput = Pick<
  BodyInput,
  'release' | 'now' | 'today' | 'done' | 'leftBehind' | 'lines' | 'candidate'
>;

/** Longest list of unfinished tasks; the rest is counted. */
const LIST_LIMIT = 10;

/** Where the release is, or the summary once the cycle is over. */
export function renderStatus(input: BodyInput): string {
  return (input.closed === true ? summary(input) : place(input)).filter((part) => part !== '').join('\n\n');
}

/** Where the release is and what to do, as an answer to a command: it mentions nobody. */
export function renderState(input: StatusInput & TodayInput): string {
  return [...place(input), renderToday(input)].filter((part) => part !== '').join('\n\n');
}

/** The week that holds the day. */
export function weekAt(release: Release, day: Day): Week | undefined {
  return release.weeks.find((week) => week.start <= day && day <= week.end);
}

function place(input: StatusInput): string[] {
  const { release, today, leftBehind = [], lines = [], candidate = '' } = input;
  return [
    heading(release, today),
    progress(input),
    linesLine(lines),
    candidate,
    ...leftBehind.map(leftBehindLine),
  ];
}

/** `**Lines:** 1.17.5: 3 of 5 · 1.16.12: 5 of 5`; empty without lines. */
function linesLine(lines: readonly LineCount[]): string {
  return lines.length === 0 ? '' : `**Lines:** ${escapeMarkdown(lineWords(lines))}`;
}

function leftBehindLine(left: LeftBehind): string {
  return `**Still open:** #${left.number}, the tracking issue of ${leftBehindWords(left)}`;
}

/** What to do about an issue of a version that the config no longer names. */
export function leftBehindWords({ version, tasks }: LeftBehind): string {
  const them = tasks === 0 ? 'Close it' : `Close it and its ${countWords(tasks, 'task issue')}`;
  return `${escapeMarkdown(version)}, which the config no longer names. ${them}, or put the version back into the config.`;
}

function heading(release: Release, day: Day): string {
  const week = weekAt(release, day);
  if (week === undefined)
    return `## Starts ${dayWords(release.start)} (${distanceWords(day, release.start)})`;
  const phase = week.phase === undefined ? '' : ` · ${escapeMarkdown(week.phase)}`;
  return `## Week ${week.number} of ${release.weeks.length} · ${countdownName(week.countdown)}${phase}`;
}

/** `**Release day:** Tue 24 Mar 2020 (in 27 days) · **Done:** 30 of 52 tasks, 2 overdue, 1 missed`. */
function progress({ release, today, done, now }: StatusInput): string {
  const { tasks } = release;
  const finished = tasks.filter(({ id }) => done.has(id)).length;
  const overdue = overdueTasks(release, done, now).length;
  const missed = missedTasks(release, done, now).length;
  const counts = [
    `${finished} of ${countWords(tasks.length, 'task')}`,
    ...(overdue === 0 ? [] : [`${overdue} overdue`]),
    ...(missed === 0 ? [] : [`${missed} missed`]),
  ];
  return `**Release day:** ${dayWords(release.release)} (${distanceWords(today, release.release)}) · **Done:** ${counts.join(', ')}`;
}

function summary(input: BodyInput): string[] {
  const { tasks } = input.release;
  const open = tasks.filter((task) => !input.done.has(task.id));
  return [
    '## Cycle finished',
    [
      `- **Release day:** ${dayWords(input.release.release)}`,
      `- **Done:** ${doneWords(input.release, input.done, input.skipped)}`,
      ...[linesLine(input.lines ?? [])].filter((line) => line !== '').map((line) => `- ${line}`),
    ].join('\n'),
    notDone(open),
  ];
}

/** `10 of 12 tasks, 1 skipped`. */
export function doneWords(
  { tasks }: Release,
  ticked: ReadonlySet<string>,
  skipped: ReadonlySet<string> = new Set(),
): string {
  const done = tasks.filter(({ id }) => ticked.has(id) && !skipped.has(id)).length;
  const left = tasks.filter(({ id }) => skipped.has(id)).length;
  return `${done} of ${countWords(tasks.length, 'task')}${left === 0 ? '' : `, ${left} skipped`}`;
}

function notDone(tasks: readonly Task[]): string {
  if (tasks.length === 0) return '';
  const shown = tasks
    .slice(0, LIST_LIMIT)
    .map(
      (task) =>
        `- ${escapeMarkdown(task.title)}${holdersWords(task)}, due ${dayWords(task.due)}${clockWords(task.clock)}`,
    );
  const rest = andMore(tasks.length - LIST_LIMIT, IN_CHECKLIST).map((more) => `- ${more}`);
  return ['**Not done**', '', ...shown, ...rest].join('\n');
}

/** ` (lead: alice)`: role and names without a ping. */
export function holdersWords(task: Task): string {
  if (task.doneBy !== undefined) return ' (relcomms does this)';
  const words = [task.role?.replaceAll('-', ' ') ?? '', task.holders.join(', ')].filter(
    (word) => word !== '',
  );
  return words.length === 0 ? '' : ` (${escapeMarkdown(words.join(': '))})`;
}
