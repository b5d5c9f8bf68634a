// The checklist of a tracking issue: one group per week, one checkbox per task.
import type { ChecklistGroup, ChecklistItem } from '../../../domain/issue-body.ts';
import { type Release, type Task, type Week, countdownName } from '../../../domain/release.ts';
import { escapeMarkdown, markdownLink } from '../../../text/escape-markdown.ts';
import { escapeSummary } from '../../../text/escape-summary.ts';
import { END_OF_GROUPS } from '../../../body/own-words.ts';
import { clockWords, countWords, dayWords, listWords, spanWords } from '../../../text/words.ts';
import { heartbeatWords, readHeartbeat } from '../../../memory/heartbeat.ts';
import { type Instant, dayAt, formatDay } from '../../../domain/day.ts';
import { type LateOffer, OFFER } from '../tasks/late-start.ts';
import { stepWords } from '../tasks/steps.ts';
import { missedTasks } from '../../../schedule/overdue.ts';
import { holdersWords, weekAt } from './render-status.ts';
import type { BodyInput, Detail } from './body-input.ts';

/** Says how to use the checklist. */
export function renderChecklistHead(): string {
  return [
    '## Checklist',
    'Check a box when the task is done. Lines and notes that you add stay as you write them.',
  ].join('\n\n');
}

/** Says where the dates come from, and while the cycle runs that somebody still looks after them. */
export function renderAbout(input: BodyInput): string {
  const about =
    'Dates, words and states are kept by relcomms from `.github/relcomms.yml`. To move a date, change it there.';
  return `<sub>${about}${input.closed === true ? '' : ` ${heartbeatWords(firstOfDay(input))}.`}</sub>`;
}

/** What was written today stays, so that a run that finds nothing to do writes nothing. */
function firstOfDay({ release, now, today, current }: BodyInput): Instant {
  const last = readHeartbeat(current);
  return last !== undefined && dayAt(last, release.timezone) === today ? last : now;
}

/** Every week, the empty ones too (K32, K33), each a part that can be folded: the past ones are. */
export function renderGroups(body: BodyInput, detail: Detail): ChecklistGroup[] {
  const { release, done, now } = body;
  const input = { ...body, missed: new Set(missedTasks(release, done, now).map(({ id }) => id)) };
  const outside = release.tasks.filter((task) => groupOf(release, task) === undefined);
  const groups = release.weeks.map((week) => weekGroup(week, input, detail));
  const later = {
    id: 'other',
    heading: 'Outside the cycle',
    fold: 'open' as const,
    items: outside.flatMap((task) => itemsOf(task, input, detail)),
  };
  const end = { id: END_OF_GROUPS, heading: '', fold: 'end' as const, items: [] };
  return [...offerGroup(input), ...groups, ...(outside.length === 0 ? [] : [later]), end];
}

/** One box that takes at once what a late start holds back. */
function offerGroup({ offer }: BodyInput): ChecklistGroup[] {
  if (offer === undefined) return [];
  return [{ id: 'late-start', heading: 'Late start', items: [{ id: OFFER, text: offerWords(offer) }] }];
}

function offerWords(offer: LateOffer): string {
  if (offer.taken) return 'All tasks get issues, and everybody is assigned at once';
  const { next } = offer;
  const turn =
    next === undefined
      ? ''
      : ` (without it, the next ${countWords(next.tasks, 'task')} on ${dayWords(next.day)})`;
  return `${askWords(offer)}${turn}`;
}

function askWords({ past }: LateOffer): string {
  return past === 0
    ? 'Assign everybody at once, and not a few tasks a day'
    : `Open issues for the ${countWords(past, 'task')} due before this issue was opened, and assign everybody at once`;
}

/** With the ids of the occurrences that were missed. */
type GroupInput = BodyInput & { readonly missed: ReadonlySet<string> };

function weekGroup(week: Week, input: GroupInput, detail: Detail): ChecklistGroup {
  const { release } = input;
  const tasks = release.tasks.filter((task) => groupOf(release, task) === week.number);
  return {
    id: `week-${week.number}`,
    heading: weekHeading(week, tasks, input),
    fold: week.end < input.today ? 'closed' : 'open',
    items: tasks.flatMap((task) => itemsOf(task, input, detail)),
  };
}

/** HTML: the line folds the week away once it is past. */
function weekHeading(week: Week, tasks: readonly Task[], input: GroupInput): string {
  const { release, today, closed } = input;
  const current = closed !== true && weekAt(release, today) === week;
  const words = [
    `Week ${week.number}`,
    countdownName(week.countdown),
    spanWords(week.start, week.end),
    ...(week.phase === undefined ? [] : [escapeSummary(week.phase)]),
    countsOf(tasks, input),
    ...(current ? ['this week'] : []),
  ];
  return `<b>${words.join(' · ')}</b>`;
}

/** `3 of 5 done, 1 missed`: planned against done, week by week. */
function countsOf(tasks: readonly Task[], { done, missed }: GroupInput): string {
  if (tasks.length === 0) return 'no tasks planned';
  const finished = tasks.filter(({ id }) => done.has(id)).length;
  const gone = tasks.filter(({ id }) => missed.has(id)).length;
  return `${finished} of ${tasks.length} done${gone === 0 ? '' : `, ${gone} missed`}`;
}

function groupOf(release: Release, task: Task): number | undefined {
  return release.weeks.find((week) => week.number === task.week)?.number;
}

/** A task, and below it the steps that stand here. */
function itemsOf(task: Task, input: GroupInput, detail: Detail): ChecklistItem[] {
  const steps = input.steps?.get(task.id);
  const isHere = steps?.home === 'checklist' && detail !== 'titles';
  const nested = isHere ? steps.items.map((step) => ({ ...step, under: task.id })) : [];
  return [item(task, input, detail), ...nested];
}

function item(task: Task, input: GroupInput, detail: Detail): ChecklistItem {
  const { release, ticks, links, missed } = input;
  const shared = { id: task.id, ticked: ticks.get(task.id), link: links.get(task.id) };
  const title = task.link === undefined ? escapeMarkdown(task.title) : markdownLink(task.title, task.link);
  if (detail === 'titles') return { ...shared, text: title };
  const optional = task.optional ? ', if appropriate' : '';
  const year = task.due.slice(0, 4) === release.release.slice(0, 4) ? '' : ' YYYY';
  return {
    ...shared,
    text: `${title}${holdersWords(task)}, due ${formatDay(task.due, `ddd D MMM${year}`)}${clockWords(task.clock)}${earliest(task, year)}${firstWords(task, release)}${optional}${stepWords(input.steps?.get(task.id))}${missed.has(task.id) ? ', missed' : ''}${proofOf(task, input)}`,
  };
}

/** Where people can see what relcomms did. */
function proofOf({ id }: Task, { done, carriedOut = {} }: GroupInput): string {
  const link = done.has(id) && Object.hasOwn(carriedOut, id) ? (carriedOut[id] ?? '') : '';
  return link.startsWith('https://') ? `, ${markdownLink('done', link)}` : '';
}

/** Which tasks come first; whether they are done is not said, so that the line stays as it is. */
function firstWords({ after = [] }: Task, { tasks }: Release): string {
  const titles = tasks.filter(({ id }) => after.includes(id)).map(({ title }) => escapeMarkdown(title));
  return titles.length === 0 ? '' : `, after ${listWords(titles)}`;
}

function earliest({ notBefore }: Task, year: string): string {
  return notBefore === undefined ? '' : `, not before ${formatDay(notBefore, `ddd D MMM${year}`)}`;
}
