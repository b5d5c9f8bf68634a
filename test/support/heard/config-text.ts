// A random cycle as the text of a config, as it stands after any number of moved dates.
import { type Day, addDays, day } from '../../../src/domain/day.ts';
import type { Cycle, CycleRelease } from './cycle.ts';

/** Monday of the first week of the first cycle. */
export const FIRST_DAY = day('2026-03-02');

/** The day of a number of a cycle. */
export function dayOf(number: number): Day {
  return addDays(FIRST_DAY, number);
}

export function branchOf({ version }: Pick<CycleRelease, 'version'>): string {
  return `release-${version.slice(0, -2)}`;
}

/** What has changed since the cycle was written. */
export interface Written {
  /** By `VERSION/release` and `VERSION/GATE`; everything else follows from the release. */
  readonly days: Readonly<Record<string, Day>>;
  /** How many days later the tasks are due that count from the release, by their ids. */
  readonly later: Readonly<Record<string, number>>;
}

export const AS_WRITTEN: Written = { days: {}, later: {} };

/** The config's text. */
export function configText(cycle: Cycle, written: Written): string {
  const { people, behind, roles, teams, releases, tasks, holidays } = cycle;
  const [first] = releases;
  const asked = askedOf(cycle);
  const weeks = Math.floor(((first?.release ?? 0) - (first?.start ?? 0)) / 7) + 1;
  return [
    'timezone: UTC',
    `holidays: [${holidays.map(dayOf).join(', ')}]`,
    'people:',
    ...people.map((login) => {
      const zone = behind.includes(login) ? ', timezone: America/New_York' : '';
      return `  ${login}: { slack: ${slackIdOf(login)}${zone} }`;
    }),
    `roles: { ${Object.entries(roles)
      .map(([role, logins]) => `${role}: [${logins.join(', ')}]`)
      .join(', ')} }`,
    `cycle: { weeks: ${weeks}, release-week: ${weeks}, weeks-after: 0 }`,
    ...(teams.length === 0 ? [] : ['teams:', ...teams.map(teamText)]),
    'releases:',
    ...releases.flatMap((release) => releaseText(cycle, release, written)),
    'tasks:',
    ...tasks.map((task) => taskText(task, written.later[task.id] ?? 0)),
    `tracking-issue: { tasks: ${cycle.taskIssues} }`,
    'deadlines: {}',
    'report: {}',
    'approvals: {}',
    'failing-tests: {}',
    ...(asked.length > 0 && teams.length > 0
      ? [`acknowledge: { milestones: [${asked.join(', ')}], answer-within: ${cycle.answerWithin} }`]
      : []),
    ...(cycle.slack
      ? [
          "audiences: { everybody: { slack: ['#releases'], teams: yes } }",
          'slack: { dates: [everybody], mention: [2 days] }',
        ]
      : []),
    'limits: { operations: 200 }',
    '',
  ].join('\n');
}

/** Gates that the cycle has and that the teams are asked about. */
export function askedOf({ asked, gates }: Cycle): string[] {
  return asked.filter((id) => gates.some((gate) => gate.id === id));
}

/** Id of a person on Slack. */
export function slackIdOf(login: string): string {
  return `U0${login.toUpperCase()}`;
}

function teamText({ id, lead, people }: Cycle['teams'][number]): string {
  const led = lead === undefined ? '' : `, lead: ${lead}`;
  return `  ${id}: { github: acme/${id}, slack: '#team-${id}', tests: ['^${id}-'], people: [${people.join(', ')}]${led} }`;
}

function taskText({ id, title, role, due, optional }: Cycle['tasks'][number], later: number): string {
  const on = 'before' in due ? `release - ${due.before - later} days` : `week ${due.week} ${due.weekday}`;
  return `  - { id: ${id}, title: ${title}, role: ${role}, due: ${on}${optional ? ', optional: yes' : ''} }`;
}

function releaseText({ gates }: Cycle, release: CycleRelease, written: Written): string[] {
  const { version, title, start } = release;
  return [
    `  - version: ${version}`,
    `    title: ${title}`,
    `    start: ${dayOf(start)}`,
    `    release: ${written.days[`${version}/release`] ?? dayOf(release.release)}`,
    `    branch: ${branchOf(release)}`,
    '    milestones:',
    ...gates.map(({ id, title: name, before, who }) => {
      const on = written.days[`${version}/${id}`] ?? `release - ${before} days`;
      return `      ${id}: { on: ${on}, title: ${name}${who === undefined ? '' : `, who: ${who}`} }`;
    }),
  ];
}
