// The status block on top of a tracking issue: the week, the next deadline, what is done and what is late.
import { type Day, formatInstant } from '../../../domain/day.ts';
import {
  type Milestone,
  type Release,
  type Task,
  type Week,
  countdownName,
} from '../../../domain/release.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { mention } from '../../../text/mention.ts';
import { IN_CHECKLIST, andMore } from '../../../text/more-words.ts';
import { countWords, dayWords, distanceWords } from '../../../text/words.ts';
import type { LeftBehind } from '../left-behind.ts';
import type { BodyInput } from './body-input.ts';

/** What the state of the day is told from. */
type StatusInput = Pick<BodyInput, 'release' | 'now' | 'today' | 'done' | 'leftBehind'>;

/** Longest list of late or unfinished tasks; the rest is counted. */
const LIST_LIMIT = 10;

/** The state of the day, or the summary once the cycle is over. */
export function renderStatus(input: BodyInput): string {
  const parts = input.closed === true ? summary(input) : stateOfDay(input);
  return [...parts, people(input)].filter((part) => part !== '').join('\n\n');
}

/** The week that holds the day. */
export function weekAt(release: Release, day: Day): Week | undefined {
  return release.weeks.find((week) => week.start <= day && day <= week.end);
}

/** The first milestone that is not late yet. */
export function nextMilestone({ release, now }: StatusInput): Milestone | undefined {
  return release.milestones.find((milestone) => milestone.deadline > now);
}

/** The state of the day without the people: an answer must ping nobody. */
export function renderState(input: StatusInput): string {
  return stateOfDay(input)
    .filter((part) => part !== '')
    .join('\n\n');
}

function stateOfDay(input: StatusInput): string[] {
  const { release, today: day } = input;
  const late = overdue(input);
  const lines = [nextLine(input, day), releaseLine(release, day), progressLine(input, late.length)];
  return [
    heading(release, day),
    lines
      .filter((line) => line !== '')
      .map((line) => `- ${line}`)
      .join('\n'),
    ...(input.leftBehind ?? []).map(leftBehindLine),
    listOf('Overdue', late),
  ];
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

function nextLine(input: StatusInput, day: Day): string {
  const next = nextMilestone(input);
  if (next === undefined || next.id === 'release') return '';
  return `**Next deadline:** ${escapeMarkdown(next.title)}, ${when(next, input.release, day)}`;
}

function releaseLine(release: Release, day: Day): string {
  return `**Release day:** ${dayWords(release.release)} (${distanceWords(day, release.release)})`;
}

function progressLine(input: StatusInput, late: number): string {
  const { tasks } = input.release;
  const done = tasks.filter((task) => input.done.has(task.id)).length;
  return `**Done:** ${done} of ${countWords(tasks.length, 'task')}${late === 0 ? '' : `, ${late} overdue`}`;
}

/** Day and distance; a deadline in another zone than the release's also gives its instant. */
export function when(milestone: Milestone, release: Release, day: Day): string {
  const instant =
    milestone.zone === release.timezone
      ? ''
      : `, until ${formatInstant(milestone.deadline, 'UTC', 'D MMM HH:mm')} UTC`;
  return `${dayWords(milestone.day)} (${distanceWords(day, milestone.day)}${instant})`;
}

/** Tasks whose day has ended and that nobody ticked; optional ones are never late. */
function overdue({ release, now, done }: StatusInput): Task[] {
  return release.tasks.filter((task) => !task.optional && task.deadline <= now && !done.has(task.id));
}

function summary(input: BodyInput): string[] {
  const { tasks } = input.release;
  const open = tasks.filter((task) => !input.done.has(task.id));
  return [
    '## Cycle finished',
    [
      `- **Release day:** ${dayWords(input.release.release)}`,
      `- **Done:** ${doneWords(input.release, input.done, input.skipped)}`,
    ].join('\n'),
    listOf('Not done', open),
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

function listOf(title: string, tasks: readonly Task[]): string {
  if (tasks.length === 0) return '';
  const shown = tasks
    .slice(0, LIST_LIMIT)
    .map((task) => `- ${escapeMarkdown(task.title)}${holdersWords(task)}, due ${dayWords(task.due)}`);
  const rest = andMore(tasks.length - LIST_LIMIT, IN_CHECKLIST).map((more) => `- ${more}`);
  return [`**${title}**`, '', ...shown, ...rest].join('\n');
}

/** ` (lead: alice)`: role and names without a ping. */
export function holdersWords(task: Task): string {
  const words = [task.role?.replaceAll('-', ' ') ?? '', task.holders.join(', ')].filter(
    (word) => word !== '',
  );
  return words.length === 0 ? '' : ` (${escapeMarkdown(words.join(': '))})`;
}

/** Everybody with a role, mentioned once: this is how the team hears of the issue. */
function people({ release, isQuiet }: BodyInput): string {
  const roles = Object.entries(release.roles).filter(([, logins]) => logins.length > 0);
  const words = roles.map(
    ([role, logins]) =>
      `${escapeMarkdown(role.replaceAll('-', ' '))} ${logins.map((login) => (isQuiet(login) ? escapeMarkdown(login) : mention(login))).join(', ')}`,
  );
  return words.length === 0 ? '' : `**People:** ${words.join(' · ')}`;
}
