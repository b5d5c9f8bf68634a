// What to do now, on the first screen of a tracking issue: what is overdue, what this week brings, the next dates.
import { type Day, addDays, formatDay, formatInstant } from '../../../domain/day.ts';
import type { Milestone, Release, Task } from '../../../domain/release.ts';
import { overdueTasks } from '../../../schedule/overdue.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { IN_CHECKLIST, andMore } from '../../../text/more-words.ts';
import { shorten } from '../../../text/shorten.ts';
import { clockWords, countWords, dayNotes, distanceWords, listWords } from '../../../text/words.ts';
import { waitsWords } from '../../waits-words.ts';
import type { BodyInput } from './body-input.ts';

/** What it is told from, and how the issue of an item is named, as `#12 `; empty without one. */
export type TodayInput = Pick<BodyInput, 'release' | 'now' | 'today' | 'done'> & {
  readonly refTo: (id: string) => string;
};

/** So many fit on the first screen; the rest is counted, and stands in the checklist. */
const MOST_OVERDUE = 4;
const MOST_DUE = 5;
const MOST_HOLDERS = 2;
const LONGEST_TITLE = 60;

/** Dates on the first screen; the schedule has the others. */
export const NEXT_DATES = 3;

/** Overdue, this week and the next dates. Nobody is mentioned. */
export function renderToday(input: TodayInput): string {
  const { release, now, done } = input;
  const late = overdueTasks(release, done, now);
  const { title, tasks } = dueSoon(input);
  return [
    taskList('Overdue', late, MOST_OVERDUE, (task) => taskLine(task, input, 'was due ')),
    taskList(title, tasks, MOST_DUE, (task) => taskLine(task, input, '')),
    dates(input),
    daysToSet(release),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The milestones whose day has not ended, in order. */
export function milestonesAhead({ release, now }: Pick<TodayInput, 'release' | 'now'>): Milestone[] {
  return release.milestones.filter((milestone) => milestone.deadline > now);
}

/** Everybody with a role, without a mention: a comment of its own welcomes them. */
export function renderPeople({ release }: Pick<BodyInput, 'release'>): string {
  const roles = Object.entries(release.roles).filter(([, logins]) => logins.length > 0);
  const words = roles.map(
    ([role, logins]) =>
      `${escapeMarkdown(role.replaceAll('-', ' '))} ${logins.map(escapeMarkdown).join(', ')}`,
  );
  return words.length === 0 ? '' : `**People:** ${words.join(' · ')}`;
}

/** Who has the roles next that people take in turn, without a mention: `Next lead: 1.31.0 bob · 1.32.0 carol`. */
export function renderNext({ release: { terms = [] } }: Pick<BodyInput, 'release'>): string {
  const lines = terms
    .filter(({ ahead }) => ahead.length > 0)
    .map(({ role, ahead }) => {
      const next = ahead.map(
        ({ version, people }) =>
          `${escapeMarkdown(version)} ${people.length === 0 ? 'nobody yet' : people.map(escapeMarkdown).join(', ')}`,
      );
      return `**Next ${escapeMarkdown(role.replaceAll('-', ' '))}:** ${next.join(' · ')}`;
    });
  return lines.join('\n\n');
}

/** What people have to do this week; once nothing is, the next. */
function dueSoon({ release, now, today, done }: TodayInput): { title: string; tasks: Task[] } {
  const open = release.tasks.filter(
    ({ id, deadline, doneBy }) => doneBy === undefined && deadline > now && !done.has(id),
  );
  const sunday = release.weeks.find(({ end }) => end >= today)?.end ?? today;
  const tasks = open.filter(({ due }) => due <= sunday);
  if (tasks.length > 0) return { title: 'This week', tasks };
  return { title: 'Next week', tasks: open.filter(({ due }) => due <= addDays(sunday, 7)) };
}

function taskList(title: string, tasks: readonly Task[], most: number, line: (task: Task) => string): string {
  if (tasks.length === 0) return '';
  const more = andMore(tasks.length - most, IN_CHECKLIST);
  return [
    `**${title} (${tasks.length})**`,
    '',
    ...[...tasks.slice(0, most).map(line), ...more].map((one) => `- ${one}`),
  ].join('\n');
}

/** `#16 Write the blog · alice · Thu 5 Mar`. */
function taskLine(task: Task, { release, refTo, done }: TodayInput, before: string): string {
  const waits = waitsWords(task, release, done, refTo);
  const words = [
    `${refTo(task.id)}${escapeMarkdown(shorten(task.title, LONGEST_TITLE))}`,
    ...whoWords(task),
    `${before}${shortDay(task.due, release)}${clockWords(task.clock)}${task.optional ? ', if appropriate' : ''}`,
    ...(waits === '' ? [] : [waits]),
  ];
  return words.join(' · ');
}

function whoWords({ holders, role }: Task): string[] {
  const title = role?.replaceAll('-', ' ');
  if (holders.length === 0) return title === undefined ? [] : [`${escapeMarkdown(title)}: nobody yet`];
  const more = holders.length > MOST_HOLDERS ? [`${holders.length - MOST_HOLDERS} more`] : [];
  return [[...holders.slice(0, MOST_HOLDERS).map(escapeMarkdown), ...more].join(', ')];
}

function dates(input: TodayInput): string {
  const { release, today } = input;
  const lines = milestonesAhead(input)
    .slice(0, NEXT_DATES)
    .map((milestone) => `- ${dateLine(milestone, release, today)}`);
  return lines.length === 0 ? '' : ['**Next dates**', '', ...lines].join('\n');
}

/** `Days to set: Launch event (Events), Docs freeze, and 2 tasks without a day`. */
function daysToSet({ undated }: Release): string {
  if (undated === undefined) return '';
  const { milestones, tasks } = undated;
  const names = milestones
    .slice(0, MOST_DUE)
    .map(
      ({ title, who }) =>
        `${escapeMarkdown(shorten(title, LONGEST_TITLE))}${who === undefined ? '' : ` (${escapeMarkdown(who)})`}`,
    );
  const more = andMore(milestones.length - MOST_DUE, 'see the config');
  const waiting = tasks.length === 0 ? [] : [`${countWords(tasks.length, 'task')} without a day`];
  return `**Days to set:** ${listWords([...names, ...more, ...waiting])}`;
}

/** `Thu 20 Feb (in 2 days): RC1 · Release Master`, `Thu 20 Feb, 17:00 Europe/Berlin (in 2 days, 20 Feb 16:00 UTC): …`. */
function dateLine(milestone: Milestone, release: Release, today: Day): string {
  const { who } = milestone;
  const when = [distanceWords(today, milestone.day), instantWords(milestone, release)].filter(
    (words) => words !== '',
  );
  return `${shortDay(milestone.day, release)}${clockWords(milestone)} (${when.join(', ')}): **${escapeMarkdown(milestone.title)}**${dayNotes(milestone)}${who === undefined ? '' : ` · ${escapeMarkdown(who)}`}`;
}

/** In UTC, where the day of the release's zone does not say it. */
function instantWords({ at, zone, deadline }: Milestone, { timezone }: Release): string {
  const words = `${formatInstant(deadline, 'UTC', 'D MMM HH:mm')} UTC`;
  if (at !== undefined) return zone === 'UTC' ? '' : words;
  return zone === timezone ? '' : `until ${words}`;
}

/** The year only where it is another than that of release day. */
function shortDay(day: Day, release: Release): string {
  return formatDay(day, day.slice(0, 4) === release.release.slice(0, 4) ? 'ddd D MMM' : 'ddd D MMM YYYY');
}
