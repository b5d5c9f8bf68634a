// The checklist of a tracking issue: one group per week, one checkbox per task.
import type { ChecklistGroup, ChecklistItem } from '../../../domain/issue-body.ts';
import { type Release, type Task, type Week, countdownName } from '../../../domain/release.ts';
import { escapeMarkdown, markdownLink } from '../../../text/escape-markdown.ts';
import { markdownTable } from '../../../text/table.ts';
import { countWords, spanWords } from '../../../text/words.ts';
import { heartbeatWords, readHeartbeat } from '../../../memory/heartbeat.ts';
import { type Instant, dayAt, formatDay } from '../../../domain/day.ts';
import { type LateOffer, OFFER } from '../tasks/late-start.ts';
import { holdersWords, weekAt } from './render-status.ts';
import type { BodyInput, Detail } from './body-input.ts';

/** Says how to use the checklist, and how much of each week is done. */
export function renderChecklistHead(input: BodyInput): string {
  return [
    '## Checklist',
    'Tick a box when the task is done. Lines and notes that you add stay as you write them.',
    progress(input),
  ].join('\n\n');
}

/** Planned against done, week by week. */
function progress({ release, done }: BodyInput): string {
  const rows = release.weeks.flatMap((week) => {
    const tasks = release.tasks.filter((task) => task.week === week.number);
    const finished = tasks.filter((task) => done.has(task.id)).length;
    return tasks.length === 0
      ? []
      : [[`${week.number} · ${countdownName(week.countdown)}`, String(tasks.length), String(finished)]];
  });
  const table = markdownTable(['Week', 'Planned', 'Done'], rows);
  return `<details><summary>Done by week</summary>\n\n${table}\n\n</details>`;
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

/** Every week, the empty ones too (K32, K33). */
export function renderGroups(input: BodyInput, detail: Detail): ChecklistGroup[] {
  const { release } = input;
  const outside = release.tasks.filter((task) => groupOf(release, task) === undefined);
  const groups = release.weeks.map((week) => weekGroup(week, input, detail));
  const later = {
    id: 'other',
    heading: 'Outside of the cycle',
    items: outside.map((task) => item(task, input, detail)),
  };
  return [...offerGroup(input), ...groups, ...(outside.length === 0 ? [] : [later])];
}

/** One box that takes at once what a late start holds back. */
function offerGroup({ offer }: BodyInput): ChecklistGroup[] {
  if (offer === undefined) return [];
  return [{ id: 'late-start', heading: 'Late start', items: [{ id: OFFER, text: offerWords(offer) }] }];
}

function offerWords({ past, taken }: LateOffer): string {
  if (taken) return 'All tasks get issues, and everybody is assigned at once';
  return past === 0
    ? 'Assign everybody at once, and not a few tasks a day'
    : `Open issues for the ${countWords(past, 'task')} due before this issue was opened, and assign everybody at once`;
}

function weekGroup(week: Week, input: BodyInput, detail: Detail): ChecklistGroup {
  const { release } = input;
  const tasks = release.tasks.filter((task) => groupOf(release, task) === week.number);
  return {
    id: `week-${week.number}`,
    heading: weekHeading(week, tasks, input),
    items: tasks.map((task) => item(task, input, detail)),
  };
}

function weekHeading(week: Week, tasks: readonly Task[], { release, today, closed }: BodyInput): string {
  const current = closed !== true && weekAt(release, today) === week;
  const words = [
    `Week ${week.number}`,
    countdownName(week.countdown),
    spanWords(week.start, week.end),
    ...(week.phase === undefined ? [] : [escapeMarkdown(week.phase)]),
    ...(tasks.length === 0 ? ['no tasks planned'] : []),
    ...(current ? ['**this week**'] : []),
  ];
  return words.join(' · ');
}

function groupOf(release: Release, task: Task): number | undefined {
  return release.weeks.find((week) => week.number === task.week)?.number;
}

function item(task: Task, { release, ticks, links }: BodyInput, detail: Detail): ChecklistItem {
  const shared = { id: task.id, ticked: ticks.get(task.id), link: links.get(task.id) };
  const title = task.link === undefined ? escapeMarkdown(task.title) : markdownLink(task.title, task.link);
  if (detail === 'titles') return { ...shared, text: title };
  const optional = task.optional ? ', if appropriate' : '';
  const year = task.due.slice(0, 4) === release.release.slice(0, 4) ? '' : ' YYYY';
  return {
    ...shared,
    text: `${title}${holdersWords(task)}, due ${formatDay(task.due, `ddd D MMM${year}`)}${earliest(task, year)}${optional}`,
  };
}

function earliest({ notBefore }: Task, year: string): string {
  return notBefore === undefined ? '' : `, not before ${formatDay(notBefore, `ddd D MMM${year}`)}`;
}
