// Each rule of lint: a schedule that it finds fault with, and one that just escapes it.
import { day } from '../../src/domain/day.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ScheduleSpec } from '../../src/domain/spec.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { LINT_RULES, lintSchedule } from '../../src/schedule/lint.ts';
import { type WrittenMilestones, milestones, on, release, spec, task } from './written.ts';

interface Case {
  readonly rule: string;
  readonly what: string;
  readonly milestones?: WrittenMilestones;
  readonly cycle?: readonly [start: string | undefined, release: string];
  readonly more?: Partial<ScheduleSpec>;
  /** Where it is told, in order; absent for a near miss. */
  readonly at?: string | readonly string[];
  readonly severity?: Problem['severity'];
}

function findingsOf({ cycle = ['2026-09-07', '2026-11-24'], milestones: written, more }: Case): Problem[] {
  const schedule = spec([release(cycle[0], cycle[1], written)], more);
  const { releases, problems } = buildReleases(schedule);
  expect(problems).toEqual([]);
  return lintSchedule(schedule, releases);
}

const M = 'releases.v1.10.0.milestones';

// Week 1 begins on Monday 2026-09-07, week 12 holds Tuesday 2026-11-24.
const CASES: readonly Case[] = [
  {
    rule: 'event-meets-release',
    what: 'a conference of several days around release day',
    more: { events: [{ id: 'con', title: 'Con', from: day('2026-11-23'), on: day('2026-11-25') }] },
    at: 'events.0',
    severity: 'warning',
  },
  {
    rule: 'event-meets-release',
    what: 'a conference on the day of a freeze',
    milestones: { freeze: { on: '2026-11-10', title: 'Code freeze' } },
    more: { events: [{ id: 'con', title: 'Con', on: day('2026-11-10') }] },
    at: 'events.0',
  },
  {
    rule: 'event-meets-release',
    what: 'a conference that ends the day before, and a call for papers that closes on release day',
    more: {
      events: [
        { id: 'con', title: 'Con', from: day('2026-11-20'), on: day('2026-11-23'), cfp: day('2026-09-08') },
        { id: 'fest', title: 'Fest', on: day('2027-03-01'), cfp: day('2026-11-24') },
      ],
    },
  },
  {
    rule: 'weekday-mismatch',
    what: 'another weekday than claimed',
    milestones: { rc1: { on: '2026-11-10', weekday: 'wednesday' } },
    at: `${M}.rc1.weekday`,
    severity: 'error',
  },
  {
    rule: 'weekday-mismatch',
    what: 'the weekday as claimed',
    milestones: { rc1: { on: '2026-11-10', weekday: 'tue' } },
  },
  {
    rule: 'weekday-mismatch',
    what: 'a general milestone that moves with the release',
    more: { milestones: milestones({ rc1: { on: 'release - 13 days', weekday: 'tuesday' } }) },
    at: 'milestones.rc1.weekday',
  },
  {
    rule: 'weekday-mismatch',
    what: "release day's own claim",
    milestones: { release: { on: '2026-11-24', weekday: 'monday' } },
    at: `${M}.release.weekday`,
  },
  {
    rule: 'week-mismatch',
    what: 'the next week',
    milestones: { freeze: { on: '2026-11-08', week: 10 } },
    at: `${M}.freeze.week`,
    severity: 'error',
  },
  {
    rule: 'week-mismatch',
    what: 'the Sunday of the week',
    milestones: { freeze: { on: '2026-11-08', week: 9 } },
  },
  {
    rule: 'wrong-year',
    what: 'the date of a year ago',
    milestones: { rc1: '2025-11-10' },
    at: `${M}.rc1`,
    severity: 'error',
  },
  {
    rule: 'wrong-year',
    what: 'a year that no other explains',
    milestones: { party: '2031-05-01' },
    at: `${M}.party`,
    severity: 'warning',
  },
  { rule: 'wrong-year', what: 'half a year after', milestones: { 'patch-plan': '2027-06-01' } },
  { rule: 'wrong-year', what: 'the end of support', milestones: { 'end-of-life': '2027-11-24' } },
  { rule: 'wrong-year', what: 'a year away on purpose', milestones: { party: 'release + 52 weeks' } },
  {
    rule: 'wrong-year',
    what: 'a start of the year before',
    cycle: ['2025-09-08', '2026-11-24'],
    at: 'releases.v1.10.0.start',
    severity: 'warning',
  },
  { rule: 'wrong-year', what: 'a cycle of fifty weeks', cycle: ['2025-12-15', '2026-11-24'] },
  {
    rule: 'two-dates',
    what: 'the same title on two days',
    milestones: {
      'code-freeze': { on: '2026-11-03', title: 'Begin Code Freeze (EOD PST)' },
      'freeze-in-summary': { on: '2026-10-27', title: 'Code freeze' },
    },
    at: `${M}.freeze-in-summary`,
    severity: 'error',
  },
  {
    rule: 'two-dates',
    what: 'the same title on one day',
    milestones: {
      a: { on: '2026-11-03', title: 'Code freeze' },
      b: { on: '2026-11-03', title: 'Begin Code Freeze' },
    },
  },
  {
    rule: 'two-dates',
    what: 'begin and end',
    milestones: {
      a: { on: '2026-11-09', title: 'KubeCon starts' },
      b: { on: '2026-11-12', title: 'KubeCon ends' },
    },
  },
  {
    rule: 'two-dates',
    what: 'something that happens more than once, numbered',
    milestones: {
      'sync-1': { on: '2026-10-06', title: 'Sync' },
      'sync-2': { on: '2026-11-03', title: 'Sync' },
    },
  },
  {
    rule: 'two-dates',
    what: "other versions' releases",
    milestones: {
      a: { on: '2026-10-06', title: 'v1.9.x released' },
      b: { on: '2026-11-03', title: 'v1.9.x released' },
    },
  },
  {
    rule: 'two-dates',
    what: 'titles in other scripts',
    milestones: {
      a: { on: '2026-10-06', title: 'コードフリーズ' },
      b: { on: '2026-11-03', title: 'リリース候補' },
    },
  },
  {
    rule: 'two-dates',
    what: 'titles of nothing but filling words',
    milestones: { a: { on: '2026-09-07', title: 'Start' }, b: { on: '2026-11-03', title: 'Begin' } },
  },
  {
    rule: 'two-dates',
    what: 'the release by name on another day',
    milestones: {
      a: { on: '2026-11-23', title: 'v1.10.0 released' },
      b: { on: '2026-11-25', title: 'Release day' },
    },
    at: [`${M}.a`, `${M}.b`],
  },
  {
    rule: 'two-dates',
    what: 'things about the release',
    milestones: {
      a: { on: '2026-11-23', title: 'v1.10.0 release notes' },
      b: { on: '2026-11-24', title: 'Release' },
      c: { on: '2026-12-01', title: 'v1.10.1 released' },
    },
  },
  {
    rule: 'two-dates',
    what: 'a `release` on another day',
    milestones: { release: '2026-11-25' },
    at: `${M}.release`,
  },
  { rule: 'two-dates', what: 'a `release` that says the same', milestones: { release: 'release' } },
  {
    rule: 'prerelease-order',
    what: 'RC2 before RC1',
    milestones: { rc1: '2026-11-17', rc2: '2026-11-10' },
    at: `${M}.rc2`,
    severity: 'error',
  },
  {
    rule: 'prerelease-order',
    what: 'RC2 on the day of RC1',
    milestones: { rc1: '2026-11-10', rc2: '2026-11-10' },
  },
  {
    rule: 'prerelease-order',
    what: 'alpha.2 before alpha.1, by title',
    milestones: {
      a: { on: '2026-10-06', title: '1.10.0-alpha.1 released' },
      b: { on: '2026-09-29', title: 'v1.10.0-alpha.2 released' },
    },
    at: `${M}.b`,
  },
  {
    rule: 'prerelease-order',
    what: 'a beta after a candidate',
    milestones: { 'beta-0': '2026-11-12', 'rc.0': '2026-11-10' },
    at: `${M}.rc.0`,
  },
  {
    rule: 'prerelease-order',
    what: "another version's, and what is about a candidate",
    milestones: {
      rc1: '2026-11-10',
      rc2: '2026-11-17',
      'rc2-notice': '2026-11-03',
      next: { on: '2026-10-06', title: 'v1.11.0-rc.3' },
    },
  },
  {
    rule: 'prerelease-after-release',
    what: 'a candidate after the release',
    milestones: { rc1: '2026-11-25' },
    at: `${M}.rc1`,
    severity: 'error',
  },
  {
    rule: 'prerelease-after-release',
    what: "the next version's alpha",
    milestones: { rc1: '2026-11-24', a: { on: '2026-12-01', title: 'v1.11.0-alpha.1' } },
  },
  {
    rule: 'freeze-after-release',
    what: 'a docs freeze after the release',
    milestones: { 'docs-freeze': '2026-11-25' },
    at: `${M}.docs-freeze`,
    severity: 'error',
  },
  {
    rule: 'freeze-after-release',
    what: 'the freeze ends, or is only talked about',
    milestones: {
      a: { on: '2026-11-26', title: 'End of code freeze' },
      b: { on: '2026-11-26', title: 'Notify everyone of lifting code freeze' },
      c: { on: '2026-12-02', title: 'v1.11 enhancements freeze' },
    },
  },
  {
    rule: 'thaw-before-freeze',
    what: 'a thaw before the code freeze',
    milestones: { 'code-freeze': '2026-11-03', thaw: '2026-11-02' },
    at: `${M}.thaw`,
    severity: 'error',
  },
  {
    rule: 'thaw-before-freeze',
    what: 'another thaw, and another freeze',
    milestones: {
      'code-freeze': '2026-11-03',
      thaw: '2026-11-24',
      'docs-thaw': '2026-10-06',
      'test-freeze': '2026-12-01',
    },
    // The test freeze has a finding of another rule.
  },
  {
    rule: 'thaw-before-freeze',
    what: 'a freeze of a single day',
    milestones: { 'code-freeze': '2026-11-03', thaw: '2026-11-03' },
  },
  {
    rule: 'cherry-pick-after-release',
    what: 'a deadline that nobody can use',
    milestones: { 'cherry-pick-deadline': '2026-11-25' },
    at: `${M}.cherry-pick-deadline`,
    severity: 'error',
  },
  {
    rule: 'cherry-pick-after-release',
    what: 'release day, and a later reminder',
    milestones: {
      'cherry-pick-deadline': '2026-11-24',
      a: { on: '2026-11-26', title: 'Announce the cherry-pick deadline of the patch' },
    },
  },
  {
    rule: 'candidate-on-release-day',
    what: 'a candidate on release day',
    milestones: { rc1: '2026-11-24' },
    at: `${M}.rc1`,
    severity: 'warning',
  },
  {
    rule: 'candidate-on-release-day',
    what: 'the day before, and what is about a candidate',
    milestones: { rc1: '2026-11-23', 'rc1-notice': '2026-11-24' },
  },
  {
    rule: 'milestone-on-day-off',
    what: 'a freeze on a holiday, a candidate on a Sunday, a deadline on a Saturday',
    milestones: {
      'docs-freeze': '2026-10-05',
      'cherry-pick-deadline': '2026-11-14',
      rc1: '2026-11-15',
    },
    more: { holidays: [day('2026-10-05')] },
    at: [`${M}.docs-freeze`, `${M}.cherry-pick-deadline`, `${M}.rc1`],
    severity: 'warning',
  },
  {
    rule: 'milestone-on-day-off',
    what: 'a freeze that every release has',
    more: { milestones: milestones({ 'code-freeze': 'release - 10 days' }) },
    at: 'milestones.code-freeze',
  },
  {
    rule: 'milestone-on-day-off',
    what: 'what needs nobody, is talk, or is not credible',
    milestones: {
      party: '2026-11-14',
      thaw: '2026-11-14',
      a: { on: '2026-11-14', title: 'Notice of the code freeze' },
      rc2: '2025-11-16',
    },
  },
  {
    rule: 'short-notice',
    what: 'six days before RC1',
    milestones: { 'deadline-notice': 'rc1 - 6 days', rc1: '2026-11-10' },
    at: `${M}.deadline-notice`,
    severity: 'warning',
  },
  {
    rule: 'short-notice',
    what: 'a task of that name, RC1 by its title',
    milestones: { candidate: { on: '2026-11-10', title: '1.10.0-rc.1 released' } },
    more: { tasks: [task('deadline-notice', '2026-11-09')] },
    at: 'tasks.deadline-notice.due',
  },
  {
    rule: 'short-notice',
    what: 'a week',
    milestones: { 'deadline-notice': '2026-11-03', rc1: '2026-11-10' },
  },
  {
    rule: 'late-environment',
    what: 'two days before the merge',
    milestones: { 'test-environment': '2026-11-05', 'rc1-merge': '2026-11-07', rc1: '2026-11-10' },
    at: `${M}.test-environment`,
    severity: 'warning',
  },
  {
    rule: 'late-environment',
    what: 'three days before RC1',
    milestones: { environment: '2026-11-07', rc1: '2026-11-10' },
  },
  {
    rule: 'embargo-after-release',
    what: 'the day after',
    milestones: { 'embargo-lift': 'release + 1 day' },
    at: `${M}.embargo-lift`,
    severity: 'warning',
  },
  {
    rule: 'embargo-after-release',
    what: 'the week before',
    milestones: { 'embargo-lift': 'release - 1 week' },
  },
  {
    rule: 'release-on-friday',
    what: 'a Friday',
    cycle: ['2026-09-07', '2026-11-27'],
    at: 'releases.v1.10.0.release',
    severity: 'warning',
  },
  { rule: 'release-on-friday', what: 'a Thursday', cycle: ['2026-09-07', '2026-11-26'] },
  {
    rule: 'release-on-day-off',
    what: 'a Saturday',
    cycle: ['2026-09-07', '2026-11-28'],
    at: 'releases.v1.10.0.release',
    severity: 'warning',
  },
  {
    rule: 'release-on-day-off',
    what: 'a holiday, which is not told twice on a Friday',
    cycle: ['2026-10-05', '2026-12-25'],
    more: { holidays: [day('2026-12-25')] },
    at: 'releases.v1.10.0.release',
  },
  {
    rule: 'release-on-day-off',
    what: 'a Saturday that the config names',
    cycle: ['2026-09-07', '2026-11-28'],
    more: { milestones: milestones({ release: { on: 'release', weekday: 'saturday' } }) },
  },
  {
    rule: 'release-on-friday',
    what: 'a Friday that the config names',
    cycle: ['2026-09-07', '2026-11-27'],
    more: { milestones: milestones({ release: { on: 'release', weekday: 'friday' } }) },
  },
  {
    rule: 'milestone-on-day-off',
    what: 'a candidate on a Sunday that the config names',
    milestones: { rc1: { on: '2026-11-15', weekday: 'sunday' } },
  },
  {
    rule: 'milestone-on-day-off',
    what: 'a holiday, whose weekday explains nothing',
    milestones: { rc1: { on: '2026-11-10', weekday: 'tuesday' } },
    more: { holidays: [day('2026-11-10')] },
    at: `${M}.rc1`,
  },
  { rule: 'release-on-day-off', what: 'a Monday', cycle: ['2026-09-07', '2026-11-23'] },
  {
    rule: 'start-not-monday',
    what: 'a Wednesday',
    cycle: ['2026-09-09', '2026-11-24'],
    at: 'releases.v1.10.0.start',
    severity: 'warning',
  },
  {
    rule: 'start-not-monday',
    what: 'a Tuesday after a holiday',
    cycle: ['2018-01-02', '2018-03-26'],
    more: { holidays: [day('2018-01-01')] },
  },
  {
    rule: 'cycle-too-short',
    what: 'one week fewer',
    cycle: ['2026-09-14', '2026-11-24'],
    at: 'releases.v1.10.0.start',
    severity: 'warning',
  },
  { rule: 'cycle-too-short', what: 'as planned', cycle: [undefined, '2026-11-24'] },
  {
    rule: 'weeks-overlap',
    what: 'R-3 before week 6',
    cycle: ['2026-10-05', '2026-11-24'],
    more: { tasks: [task('briefings', 'week 6'), task('burndown', 'week R-3')] },
    at: 'releases.v1.10.0.start',
    severity: 'error',
  },
  {
    rule: 'weeks-overlap',
    what: 'R-3 in week 6, which is only short',
    cycle: ['2026-09-28', '2026-11-24'],
    more: { tasks: [task('briefings', 'week 6'), task('burndown', 'week R-3')] },
  },
  {
    rule: 'task-after-its-purpose',
    what: 'a task of a preset that a shorter cycle brings behind the release',
    cycle: [undefined, '2026-11-24'],
    more: {
      cycle: { weeks: 5, releaseWeek: 4, weeksAfter: 1, phases: [] },
      tasks: [task('theme', 'week 5')],
      fromPresets: { releaseWeek: 12, tasks: ['theme'] },
    },
    at: 'cycle.release-week',
    severity: 'error',
  },
  {
    rule: 'task-after-its-purpose',
    what: 'a task of a preset that comes behind the end of the embargo',
    cycle: ['2026-10-12', '2026-11-24'],
    milestones: { 'embargo-lift': 'release - 1 week' },
    more: {
      tasks: [task('announcement-timing', 'week 6')],
      fromPresets: { releaseWeek: 12, tasks: ['announcement-timing'] },
    },
    at: 'releases.v1.10.0.start',
    severity: 'error',
  },
  {
    rule: 'task-after-its-purpose',
    what: 'a task that the file itself puts behind the release',
    cycle: [undefined, '2026-11-24'],
    more: {
      cycle: { weeks: 5, releaseWeek: 4, weeksAfter: 1, phases: [] },
      tasks: [task('retrospective', 'week 5')],
      fromPresets: { releaseWeek: 12, tasks: ['theme'] },
    },
  },
  {
    rule: 'task-outside-cycle',
    what: 'after the last week',
    more: { tasks: [task('retro', 'week R+2')] },
    at: 'tasks.retro',
    severity: 'warning',
  },
  { rule: 'task-outside-cycle', what: 'in the last week', more: { tasks: [task('retro', 'week R+1')] } },
  {
    rule: 'not-before-after-due',
    what: 'not before the day after',
    more: { tasks: [task('theme', '2026-10-16', { notBefore: on('2026-10-17') })] },
    at: 'tasks.theme.not-before',
    severity: 'error',
  },
  {
    rule: 'not-before-after-due',
    what: 'on the day itself',
    more: { tasks: [task('theme', '2026-10-16', { notBefore: on('2026-10-16') })] },
  },
  {
    rule: 'due-before-what-it-waits-for',
    what: 'a task that is due before the one that it comes after',
    more: { tasks: [task('theme', '2026-10-16'), task('post', '2026-10-15', { after: ['theme'] })] },
    at: 'tasks.post.after',
    severity: 'error',
  },
  {
    rule: 'due-before-what-it-waits-for',
    what: 'both on one day',
    more: { tasks: [task('theme', '2026-10-16'), task('post', '2026-10-16', { after: ['theme'] })] },
  },
  {
    rule: 'boxes-in-notes',
    what: 'a list of checkboxes in the notes of a task',
    more: { tasks: [task('theme', '2026-10-16', { notes: 'First:\n\n- [ ] draft it' })] },
    at: 'tasks.theme.notes',
    severity: 'warning',
  },
  {
    rule: 'boxes-in-notes',
    what: 'brackets in the words of a list',
    more: {
      tasks: [
        task('theme', '2026-10-16', { notes: '- the box [x] of the form\n- [guide](https://example.com)' }),
      ],
    },
  },
  {
    rule: 'no-previous-release',
    what: 'the first release of a rule, in whose tasks the previous one is named',
    more: {
      tasks: [task('theme', '2026-10-16', { notes: 'Since {previous}' })],
      releases: [{ ...release('2026-09-07', '2026-11-24'), beside: [] }],
    },
    at: 'releases.v1.10.0',
    severity: 'warning',
  },
  {
    rule: 'no-previous-release',
    what: 'a value of its own',
    more: {
      tasks: [task('theme', '2026-10-16', { notes: 'Since {previous}' })],
      releases: [{ ...release('2026-09-07', '2026-11-24'), beside: [], vars: { previous: 'v1.9.0' } }],
    },
  },
  {
    rule: 'no-previous-release',
    what: 'one that the rule has before it',
    more: {
      tasks: [task('theme', '2026-10-16', { notes: 'Since {previous}' })],
      releases: [
        {
          ...release('2026-09-07', '2026-11-24'),
          beside: [{ version: 'v1.9.0', release: day('2026-08-11') }],
        },
      ],
    },
  },
];

test.each(CASES)('$rule: $what', (one) => {
  const told = findingsOf(one).filter(({ code }) => code === one.rule);
  const at = one.at === undefined ? [] : [one.at].flat();
  expect(told.map(({ path }) => path.join('.'))).toEqual(at);
  expect(told.every(({ severity }) => severity === (one.severity ?? severity))).toBe(true);
  for (const { message, fix } of told) expect(`${message}${fix}`).toMatch(/^[^.].*\..*[.?]$/s);
});

test.each(LINT_RULES.map(({ code }) => code))('%s has a hit and a near miss in the table', (code) => {
  const cases = CASES.filter(({ rule }) => rule === code);
  expect([cases.some(({ at }) => at !== undefined), cases.some(({ at }) => at === undefined)]).toEqual([
    true,
    true,
  ]);
});

test('a message says what is wrong and what to write', () => {
  const found = findingsOf({
    rule: '',
    what: '',
    milestones: { rc1: { on: '2025-11-10', weekday: 'tuesday' }, freeze: { on: '2026-11-06', week: 10 } },
  });
  expect(found.map(({ message, fix }) => `${message} ${fix}`)).toEqual([
    '"RC1" has "weekday: tuesday", but 2025-11-10 is a Monday. Change the date to 2025-11-11, or write "weekday: monday".',
    '"Freeze" has "week: 10", but 2026-11-06 is in week 9 of the cycle that starts on 2026-09-07. Write "week: 9", or change the date to a day of week 10 (9 Nov to 15 Nov 2026).',
    '"RC1" is on 2025-11-10, more than 200 days outside the cycle (2026-09-07 to 2026-12-06). Write 2026-11-10 if the year is mistyped.',
  ]);
});

test('of two days out of order it says which is to come later', () => {
  const found = findingsOf({
    rule: '',
    what: '',
    milestones: { 'code-freeze': '2026-11-03', thaw: '2026-11-02', rc1: '2026-11-25' },
  });
  const out = found.filter(({ code }) => /^(prerelease-after|thaw-before)/.test(code));
  expect(out.map(({ message, fix }) => `${message} ${fix}`).toSorted()).toEqual([
    '"RC1" on 2026-11-25 comes after "Release day" on 2026-11-24. Correct one of the two days: "Release day" can\'t come before "RC1".',
    '"Thaw" on 2026-11-02 comes before "Code freeze" on 2026-11-03. Correct one of the two days: "Thaw" can\'t come before "Code freeze".',
  ]);
});

test('releases that could not be built are left to the builder', () => {
  expect(lintSchedule(spec([release('2026-09-07', '2026-09-01')]), [])).toEqual([]);
});
