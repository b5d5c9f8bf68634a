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

/** Days that are written out, by `VERSION/release` and `VERSION/GATE`; everything else follows from the release. */
export type Written = Readonly<Record<string, Day>>;

/** The config's text. */
export function configText(cycle: Cycle, written: Written): string {
  const { people, behind, roles, teams, releases, gates, tasks, holidays } = cycle;
  const [first] = releases;
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
    ...tasks.map(
      ({ id, title, role, due, optional }) =>
        `  - { id: ${id}, title: ${title}, role: ${role}, due: ${'before' in due ? `release - ${due.before} days` : `week ${due.week} ${due.weekday}`}${optional ? ', optional: yes' : ''} }`,
    ),
    `tracking-issue: { tasks: ${cycle.taskIssues} }`,
    'deadlines: {}',
    'report: {}',
    'approvals: {}',
    'failing-tests: {}',
    ...(gates.some(({ id }) => id === 'rc1') && teams.length > 0
      ? ['acknowledge: { milestones: [rc1] }']
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

/** Id of a person on Slack. */
export function slackIdOf(login: string): string {
  return `U0${login.toUpperCase()}`;
}

function teamText({ id, lead, people }: Cycle['teams'][number]): string {
  const led = lead === undefined ? '' : `, lead: ${lead}`;
  return `  ${id}: { github: acme/${id}, slack: '#team-${id}', tests: ['^${id}-'], people: [${people.join(', ')}]${led} }`;
}

function releaseText({ gates }: Cycle, release: CycleRelease, written: Written): string[] {
  const { version, title, start } = release;
  return [
    `  - version: ${version}`,
    `    title: ${title}`,
    `    start: ${dayOf(start)}`,
    `    release: ${written[`${version}/release`] ?? dayOf(release.release)}`,
    `    branch: ${branchOf(release)}`,
    '    milestones:',
    ...gates.map(({ id, title: name, before, who }) => {
      const on = written[`${version}/${id}`] ?? `release - ${before} days`;
      return `      ${id}: { on: ${on}, title: ${name}${who === undefined ? '' : `, who: ${who}`} }`;
    }),
  ];
}
