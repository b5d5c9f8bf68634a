// Releases with every date resolved: weeks, milestones, checkboxes, holders, deadlines.
import { day, isoInstant } from '../../src/domain/day.ts';
import { countdownName } from '../../src/domain/release.ts';
import { buildRelease, buildReleases } from '../../src/schedule/build-release.ts';
import { lintSchedule } from '../../src/schedule/lint.ts';
import { presetSpec, specOf } from './spec-of.ts';
import { milestones, on, release, spec, task } from './written.ts';

function built(...args: Parameters<typeof spec>) {
  const { releases, problems } = buildReleases(spec(...args));
  const [first] = releases;
  if (first === undefined) throw new Error(JSON.stringify(problems));
  return { ...first, problems };
}

describe("this repository's own config", () => {
  const own = specOf('.github/relcomms.yml');
  const { releases, problems } = buildReleases(own);
  const v118 = releases[0];

  test('is the thirteen weeks of v1.18.0, without a finding', () => {
    expect([...problems, ...lintSchedule(own, releases)]).toEqual([]);
    expect(v118).toMatchObject({
      version: 'v1.18.0',
      start: '2020-01-06',
      release: '2020-03-24',
      end: '2020-04-05',
    });
    expect(v118?.weeks).toHaveLength(13);
    expect(v118?.weeks[11]).toEqual({
      number: 12,
      start: '2020-03-23',
      end: '2020-03-29',
      countdown: 0,
      phase: 'Release',
    });
    expect(v118?.weeks.map(({ countdown }) => countdownName(countdown)).join(' ')).toBe(
      'R-11 R-10 R-9 R-8 R-7 R-6 R-5 R-4 R-3 R-2 R-1 R R+1',
    );
  });

  test('has every date of the published timeline', () => {
    const days = new Set(v118?.milestones.map(({ day: date }) => date));
    expect([...days].join(' ')).toBe(
      '2020-01-06 2020-01-07 2020-01-10 2020-01-17 2020-01-21 2020-01-28 2020-02-04 2020-02-11 2020-02-18 2020-02-24 2020-02-25 2020-02-28 2020-03-05 2020-03-09 2020-03-10 2020-03-16 2020-03-17 2020-03-19 2020-03-24 2020-04-16',
    );
    // Twenty-eight published rows, and the embargo of the preset.
    expect(v118?.milestones).toHaveLength(29);
    expect(v118?.milestones.find(({ id }) => id === 'retrospective')).toMatchObject({
      day: '2020-04-16',
      week: 15,
    });
    expect(v118?.milestones.find(({ id }) => id === 'release')?.title).toBe('v1.18.0 released');
  });

  test('has tasks in every week, and in weeks 7 and 8 the meeting alone (K19, K32, K33)', () => {
    const weeks = new Set(v118?.tasks.map(({ week }) => week));
    expect([...weeks].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    const quiet = v118?.tasks.filter(({ week }) => week === 7 || week === 8) ?? [];
    expect(quiet.map(({ occurrence, due }) => `${occurrence?.of} ${due}`)).toEqual([
      'release-team-meeting 2020-02-21',
      'release-team-meeting 2020-02-28',
    ]);
  });

  test('keeps a task that spans weeks as one task in three states', () => {
    const parts = v118?.tasks.filter(({ part }) => part?.of === 'press-briefings');
    expect(parts?.map(({ id, week, source }) => `${id} ${week} ${source.join()}`)).toEqual([
      'press-briefings.begin 6 K28',
      'press-briefings.continue 9 K36',
      'press-briefings.finish 10 K41',
    ]);
  });

  test('repeats meetings until the release, and no longer', () => {
    const days = v118?.tasks
      .filter(({ occurrence }) => occurrence?.of === 'burndown')
      .map(({ id, due }) => `${id} ${due}`);
    expect(days).toEqual([
      'burndown.2020-w10 2020-03-02',
      'burndown.2020-w11 2020-03-09',
      'burndown.2020-w12 2020-03-16',
      'burndown.2020-w13 2020-03-23',
    ]);
    expect(
      v118?.tasks.filter(({ occurrence, due }) => occurrence !== undefined && due > '2020-03-24'),
    ).toEqual([]);
  });
});

test('a cycle without a start is counted back from release day', () => {
  expect(built([release(undefined, '2026-11-24')])).toMatchObject({ start: '2026-09-07', end: '2026-12-06' });
});

test('week 1 is the week that holds a start in mid-week', () => {
  const { start, weeks } = built([release('2018-01-02', '2018-03-26')]);
  expect([start, weeks[0]?.start, weeks.at(-1)?.number]).toEqual(['2018-01-01', '2018-01-01', 14]);
});

test('a longer cycle stretches in the middle', () => {
  const { tasks, weeks } = built([release('2026-09-07', '2026-12-15')], {
    tasks: [task('theme', 'week 5'), task('burndown', 'week R-3'), task('retro', 'week R+1')],
  });
  expect(weeks).toHaveLength(16);
  expect(tasks.map(({ id, week }) => `${id} ${week}`)).toEqual(['theme 5', 'burndown 12', 'retro 16']);
});

test('phases follow the countdown', () => {
  const phases = [
    { name: 'early', from: { from: 'start', number: 1 }, to: { from: 'release', offset: -2 } },
    { name: 'late', from: { from: 'release', offset: -1 }, to: { from: 'release', offset: 0 } },
  ] as const;
  const cycle = { weeks: 4, releaseWeek: 3, weeksAfter: 1, phases };
  const named = (to: string) => built([release('2026-09-07', to)], { cycle }).weeks.map(({ phase }) => phase);
  expect(named('2026-09-22')).toEqual(['early', 'late', 'late', undefined]);
  expect(named('2026-09-29')).toEqual(['early', 'early', 'late', 'late', undefined]);
});

test('a release before its start, or two years after it, is a problem and no release', () => {
  expect(buildRelease(spec([]), release('2026-09-07', '2026-09-06'))).toMatchObject({
    release: undefined,
    problems: [{ code: 'release-before-start', path: ['releases', 'v1.10.0', 'release'] }],
  });
  expect(buildRelease(spec([]), release('2024-09-02', '2026-11-24'))).toMatchObject({
    release: undefined,
    problems: [{ code: 'cycle-too-long', path: ['releases', 'v1.10.0', 'start'] }],
  });
});

describe('milestones', () => {
  test('are sorted, titled, and hold release day', () => {
    const { milestones: all } = built([
      release('2026-09-07', '2026-11-24', { 'code-freeze': '2026-11-03', rc1: '2026-10-27' }),
    ]);
    expect(all.map(({ id, title, day: date, week }) => `${date} ${week} ${id}: ${title}`)).toEqual([
      '2026-10-27 8 rc1: RC1',
      '2026-11-03 9 code-freeze: Code freeze',
      '2026-11-24 12 release: Release day',
    ]);
  });

  test("a release's own milestone goes before the general one", () => {
    const general = milestones({ rc1: 'release - 2 weeks', rc2: 'rc1 + 1 week' });
    const { milestones: all } = built([release('2026-09-07', '2026-11-24', { rc1: '2026-11-11' })], {
      milestones: general,
    });
    expect(all.map(({ id, day: date }) => `${id} ${date}`)).toEqual([
      'rc1 2026-11-11',
      'rc2 2026-11-18',
      'release 2026-11-24',
    ]);
  });

  test.each([
    ['UTC', '2026-11-25T00:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-25T08:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-24T18:30:00.000Z'],
    ['AoE', '2026-11-25T12:00:00.000Z'],
  ])('are late at the end of their day in %s', (zone, expected) => {
    const { milestones: all } = built([
      release('2026-09-07', '2026-11-24', { release: { on: '2026-11-24', zone } }),
    ]);
    expect(all.map(({ deadline }) => isoInstant(deadline))[0]).toBe(expected);
  });
});

function seriesUntil(until: string) {
  const series = task('sos', 'week 3', { every: { weeks: 1 }, until: on(until) });
  return built([release('2026-09-07', '2026-11-24')], { tasks: [series] });
}

describe('tasks', () => {
  const cycle = [release('2026-09-07', '2026-11-24')];

  test('parts of the same state are numbered from the second', () => {
    const span = (['begin', 'continue', 'continue', 'finish'] as const).map((state, index) => ({
      state,
      due: on(`week ${index + 1}`),
      source: [],
    }));
    const { tasks } = built(cycle, { tasks: [task('press', undefined, { span, source: ['K52'] })] });
    expect(tasks.map(({ id, title, source }) => `${id} "${title}" ${source.join()}`)).toEqual([
      'press.begin "press (begin)" K52',
      'press.continue "press (continue)" K52',
      'press.continue-2 "press (continue)" K52',
      'press.finish "press (finish)" K52',
    ]);
  });

  test('occurrences are counted from the first, and stay on holidays', () => {
    const { tasks } = built(cycle, {
      holidays: [day('2026-11-11')],
      tasks: [task('sos', 'week R-3 wednesday', { every: { weeks: 2 } })],
    });
    expect(
      tasks.map(({ id, due, occurrence }) => `${id} ${due} ${occurrence?.number}/${occurrence?.total}`),
    ).toEqual(['sos.2026-w45 2026-11-04 1/3', 'sos.2026-w47 2026-11-18 2/3', 'sos.2026-w49 2026-12-02 3/3']);
  });

  test('a series that never happens is a warning, one without end an error', () => {
    expect(seriesUntil('week 2')).toMatchObject({
      tasks: [],
      problems: [{ code: 'no-occurrence', severity: 'warning' }],
    });
    expect(seriesUntil('9999-12-31')).toMatchObject({
      tasks: [],
      problems: [{ code: 'too-many-occurrences' }],
    });
  });

  test('two with the same id are refused', () => {
    const twice = [
      task('sos', 'week 1', { every: { weeks: 1 }, until: on('week 1') }),
      task('sos.2026-w37', 'week 2'),
    ];
    expect(built(cycle, { tasks: twice })).toMatchObject({
      tasks: [{ week: 1 }],
      problems: [{ code: 'duplicate-task' }],
    });
  });

  test('come in order of due day, then as written', () => {
    const { tasks } = built(cycle, {
      tasks: [task('b', 'week 2'), task('c', 'week 1'), task('a', 'week 2')],
    });
    expect(tasks.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  test.each([
    ['lead', 'week 1', { lead: ['alice'], 'former-lead': ['dave'] }, ['alice']],
    ['lead', 'week 2', { lead: [], 'former-lead': ['dave'] }, ['dave']],
    ['lead', 'week 2', { 'former-lead': ['dave'] }, ['dave']],
    ['lead', 'week 3', { lead: [], 'former-lead': ['dave'] }, []],
    ['lead', 'week 3', { lead: [], shadow: ['bob'] }, []],
    ['shadow', 'week 3', { lead: ['alice'], shadow: ['bob', 'carol'] }, ['bob', 'carol']],
    ['shadow', 'week 1', { shadow: [], 'former-lead': ['dave'] }, []],
    ['toString', 'week 3', {}, []],
    [undefined, 'week 1', { lead: ['alice'] }, []],
  ])('of role %s in %s with %j are held by %j', (role, due, roles, holders) => {
    expect(built(cycle, { roles, tasks: [task('theme', due, { role })] }).tasks[0]?.holders).toEqual(holders);
  });

  test('the same problem in several releases is told once', () => {
    const late = { until: on('week 2'), every: { weeks: 1 } };
    const { problems } = buildReleases(
      spec(
        [release('2026-09-07', '2026-11-24', {}, '1.9.0'), release('2026-09-07', '2026-11-24', {}, '1.10.0')],
        {
          tasks: [task('sos', 'week 3', late)],
        },
      ),
    );
    expect(problems).toHaveLength(1);
  });
});

describe.each(['kubernetes-comms', 'kyma-release'])('preset %s', (name) => {
  const preset = presetSpec(name);
  const weeks = preset.cycle.weeks;
  const cycle = { ...preset, releases: [release(undefined, '2026-11-24')] };
  const { releases, problems } = buildReleases(cycle);

  test('builds without a finding, in exactly its weeks', () => {
    expect([...problems, ...lintSchedule(cycle, releases)]).toEqual([]);
    expect(releases[0]?.weeks).toHaveLength(weeks);
    expect(releases[0]?.weeks.filter(({ phase }) => phase === undefined)).toEqual([]);
  });

  test('gives every task a role that it declares, and notes', () => {
    expect(
      preset.tasks.filter(({ role }) => role === undefined || !Object.hasOwn(preset.roles, role)),
    ).toEqual([]);
    expect(preset.tasks.filter(({ notes, labels }) => notes === undefined || labels.length === 0)).toEqual(
      [],
    );
  });
});

/** When an embargo ends, by what its milestone says. */
function lifts(written: Parameters<typeof milestones>[0][string]): string | undefined {
  const { milestones: all } = built([release('2026-09-07', '2026-11-24')], {
    timezone: 'Europe/Berlin',
    milestones: milestones({ 'embargo-lift': written }),
  });
  const found = all.find(({ id }) => id === 'embargo-lift');
  return found && isoInstant(found.deadline);
}

describe('an embargo', () => {
  test('that lifts on release day ends when the release is announced, in the morning', () => {
    expect(lifts('release')).toBe('2026-11-24T08:00:00.000Z');
  });

  test('that has a zone, or lifts on another day, ends with its day', () => {
    expect(lifts({ on: 'release', zone: 'UTC' })).toBe('2026-11-25T00:00:00.000Z');
    expect(lifts('release + 1 day')).toBe('2026-11-25T23:00:00.000Z');
  });
});
