// Configs that can be read and can hardly be meant: each thing is told at its line.
import { prepare } from '../../src/run/prepare.ts';

/** A config of which one line is dubious. */
interface Lines {
  readonly top?: string;
  readonly start?: string;
  readonly release?: string;
  readonly milestones?: string;
  readonly more?: string;
}

/** Week 1 begins on Monday 2026-09-07; Tuesday 2026-11-24 is in week 12. */
function config({ top, start = '2026-09-07', release = '2026-11-24', milestones, more }: Lines): string {
  return [
    top ?? 'timezone: UTC',
    'roles: { lead: [alice] }',
    "releases: # - version: '1.9'",
    "  - version: '1.10.0'",
    `    start: ${start}`,
    `    release: ${release}`,
    `    milestones: ${milestones ?? '{ rc1: 2026-11-10 }'}`,
    more ?? '',
  ].join('\n');
}

function told(lines: Lines): string[] {
  const prepared = prepare(config(lines));
  const problems = 'problems' in prepared ? prepared.problems : prepared.warnings;
  return problems.map(({ line, code }) => `${line} ${code}`);
}

const KUBERNETES = 'extends: [kubernetes-comms]\nholidays: [2026-10-05]';
const PHASES = (...phases: readonly string[]) => `cycle: { phases: [${phases.join(', ')}] }`;
const LONG = 'w'.repeat(41);

test.each<readonly [string, Lines, readonly string[]]>([
  ['RC1 on a Sunday', { milestones: '{ rc1: 2026-11-15 }' }, ['7 milestone-on-day-off']],
  ['RC1 on release day', { milestones: '{ rc1: 2026-11-24 }' }, ['7 candidate-on-release-day']],
  ['RC1 after release day', { milestones: '{ rc1: 2026-11-25 }' }, ['7 prerelease-after-release']],
  ['RC2 before RC1', { milestones: '{ rc1: 2026-11-17, rc2: 2026-11-10 }' }, ['7 prerelease-order']],
  ['a candidate of last year', { milestones: '{ rc1: 2025-11-10 }' }, ['7 wrong-year']],
  ['a start of years ago', { start: '2023-09-04' }, ['5 cycle-too-long']],
  ['a start of last year', { start: '2025-09-08' }, ['5 wrong-year']],
  ['a release before its start', { release: '2026-08-25' }, ['6 release-before-start']],
  ['a release on a Saturday', { release: '2026-11-28' }, ['6 release-on-day-off']],
  ['a release on a Friday', { release: '2026-11-27' }, ['6 release-on-friday']],
  [
    'a freeze on a holiday',
    { top: 'holidays: [2026-10-12]', milestones: '{ docs-freeze: 2026-10-12 }' },
    ['7 milestone-on-day-off'],
  ],
  [
    'a cherry-pick deadline on a Saturday',
    { milestones: '{ cherry-pick-deadline: 2026-11-14 }' },
    ['7 milestone-on-day-off'],
  ],
  ['a freeze after the release', { milestones: '{ code-freeze: 2026-11-26 }' }, ['7 freeze-after-release']],
  [
    'a thaw before its freeze',
    { milestones: '{ code-freeze: 2026-11-03, code-thaw: 2026-11-02 }' },
    ['7 thaw-before-freeze'],
  ],
  [
    'another weekday than said',
    { milestones: '{ rc1: { on: 2026-11-10, weekday: friday } }' },
    ['7 weekday-mismatch'],
  ],
  [
    'phases that overlap',
    { more: PHASES('{ name: Build, from: 1, to: 6 }', '{ name: Test, from: 6, to: 9 }') },
    ['8 phase-overlap'],
  ],
  [
    'phases that overlap, counted from both ends',
    { more: PHASES('{ name: Build, from: 1, to: 10 }', '{ name: Test, from: R-3, to: R }') },
    ['8 phase-overlap'],
  ],
  [
    'a phase around another one',
    { more: PHASES('{ name: Test, from: 4, to: 5 }', '{ name: Build, from: 2, to: 8 }') },
    ['8 phase-overlap'],
  ],
  [
    'a phase that ends before it begins',
    { more: PHASES('{ name: Build, from: 6, to: 2 }') },
    ['8 phase-order'],
  ],
  ['a cycle that is too short for its tasks', { top: KUBERNETES, start: '2026-10-19' }, ['6 weeks-overlap']],
  [
    'a plan that is too short for its tasks',
    {
      more: [
        'cycle: { weeks: 13, release-week: 12 }',
        'tasks:',
        '  - { id: plan, title: Plan, due: week 14 }',
        '  - { id: wrap-up, title: Wrap up, due: week R-1 }',
      ].join('\n'),
    },
    ['5 weeks-overlap', '10 task-outside-cycle'],
  ],
  ['an id that is too long', { milestones: `{ ${LONG}: 2026-11-10 }` }, ['7 bad-key']],
  [
    'a task of which nothing can be on time',
    { more: 'tasks:\n  - { id: plan, title: Plan, due: 2026-10-06, not-before: 2026-10-07 }' },
    ['9 not-before-after-due'],
  ],
  [
    'a task of a role that nobody knows',
    { more: 'tasks:\n  - { id: plan, title: Plan, due: rc1, role: leed }' },
    ['9 unknown-role'],
  ],
  [
    'a task to be removed that no preset brings',
    { top: KUBERNETES, more: 'tasks:\n  - { id: thema, remove: yes }' },
    ['10 nothing-to-remove'],
  ],
  [
    'a task that changes none of the preset',
    { top: KUBERNETES, more: 'tasks:\n  - { id: thema, week: 5 }' },
    ['10 task-without-title'],
  ],
  [
    'a day that leans on no milestone',
    { more: 'tasks:\n  - { id: plan, title: Plan, due: rc2 - 1 week }' },
    ['9 unknown-anchor'],
  ],
  [
    'a milestone that no release has',
    { more: 'acknowledge: { milestones: [rc2] }' },
    ['8 unknown-milestone'],
  ],
  ['an audience that is none', { more: 'slack: { dates: [everybody] }' }, ['8 unknown-audience']],
])('%s', (_, lines, expected) => {
  expect(told(lines)).toEqual(expected);
});

test('phases that meet are good, and so is a cycle without any of it', () => {
  const phases = PHASES('{ name: Build, from: 1, to: R-4 }', '{ name: Test, from: R-3, to: R }');
  expect(told({ more: phases })).toEqual([]);
  expect(told({})).toEqual([]);
});

describe('a mistake elsewhere', () => {
  const DUBIOUS = '{ rc1: 2026-11-15 }';

  test.each<readonly [string, Lines, readonly string[]]>([
    ['an unknown key', { more: 'colour: red' }, ['7 milestone-on-day-off', '8 unknown-key']],
    [
      'an unknown role',
      { more: 'deadlines: { tell: [leed] }' },
      ['7 milestone-on-day-off', '8 unknown-role'],
    ],
    ['a zone that is none', { top: 'timezone: Mars' }, ['1 unknown-zone', '7 milestone-on-day-off']],
    [
      'a task without a title',
      { more: 'tasks:\n  - { id: plan, due: rc1 }' },
      ['7 milestone-on-day-off', '9 missing'],
    ],
    [
      'a milestone that is no day',
      { milestones: '{ rc1: 2026-11-15, code-freeze: soonish }' },
      ['7 milestone-on-day-off', '7 unknown-anchor'],
    ],
    [
      'another release',
      { more: "  - { version: '1.11.0', start: 2027-01-04, release: tomorrow }" },
      ['7 milestone-on-day-off', '8 bad-day'],
    ],
  ])('%s does not hide what is wrong with the dates', (_, lines, expected) => {
    const found = told({ milestones: DUBIOUS, ...lines });
    expect(found.map((one) => one.split(' ')[0])).toEqual(expected.map((one) => one.split(' ')[0]));
    expect(found).toContain('7 milestone-on-day-off');
  });

  test('nothing is said of days that the mistake itself may have made wrong', () => {
    expect(told({ milestones: DUBIOUS, start: 'soon' })).toHaveLength(1);
    expect(told({ milestones: DUBIOUS, more: 'cycle: { weeks: many }' })).toHaveLength(1);
    expect(told({ milestones: DUBIOUS, top: 'holidays: [soon]' })).toHaveLength(1);
    expect(told({ milestones: DUBIOUS, top: 'extends: [nothing]' })).toHaveLength(1);
  });
});
