// Day expressions: chains, weeks, and what happens when an anchor is missing or leans on itself.
import { buildReleases } from '../../src/schedule/build-release.ts';
import { day } from '../../src/domain/day.ts';
import { createResolver } from '../../src/schedule/resolve.ts';
import { type WrittenMilestones, milestones, on, release, spec, task } from './written.ts';

// Week 1 begins on 2026-09-07; week 12 holds release day.
const FRAME = { start: day('2026-09-07'), release: day('2026-11-24'), holidays: [day('2026-10-09')] };

const CHAIN = milestones({
  rc1: 'release - 2 weeks',
  rc2: 'rc1 + 1 week',
  notice: 'rc2 - 10 working days',
  far: '2026-12-24',
});

/** No milestone has a time of day. */
const CLOCKS = () => ({ zone: 'UTC' });

test.each([
  ['2026-11-03', '2026-11-03'],
  ['release', '2026-11-24'],
  ['start', '2026-09-07'],
  ['start + 1 week', '2026-09-14'],
  ['release - 10 working days', '2026-11-10'],
  ['rc2', '2026-11-17'],
  ['rc2 + 3 days', '2026-11-20'],
  ['notice', '2026-11-03'],
  ['far - 1 day', '2026-12-23'],
  ['week 1 monday', '2026-09-07'],
  ['week 4', '2026-10-02'],
  ['week 5', '2026-10-08'],
  ['week 5 friday', '2026-10-09'],
  ['week R', '2026-11-27'],
  ['week R-3 tuesday', '2026-11-03'],
  ['week R+1 sunday', '2026-12-06'],
])('%s is %s', (text, expected) => {
  const resolve = createResolver(
    FRAME,
    new Map(Object.entries(CHAIN).map(([id, one]) => [id, one.on])),
    CLOCKS,
  );
  expect(resolve(on(text))).toEqual({ kind: 'day', day: expected });
  expect(resolve(on(text))).toEqual({ kind: 'day', day: expected });
});

test('a week that is all holidays still has its Friday', () => {
  const holidays = ['14', '15', '16', '17', '18'].map((date) => day(`2026-09-${date}`));
  expect(createResolver({ ...FRAME, holidays }, new Map(), CLOCKS)(on('week 2'))).toEqual({
    kind: 'day',
    day: '2026-09-18',
  });
});

test('a milestone called start or release never replaces the fixed anchor', () => {
  const written = new Map([['start', on('2020-01-01')]]);
  expect(createResolver(FRAME, written, CLOCKS)(on('start'))).toEqual({ kind: 'day', day: '2026-09-07' });
});

function problemsOf(written: WrittenMilestones, due?: string) {
  const tasks = due === undefined ? [] : [task('theme', due)];
  return buildReleases(spec([release('2026-09-07', '2026-11-24', written)], { tasks })).problems.map(
    ({ code, severity, path, message, fix }) => `${severity} ${code} ${path.join('.')}: ${message} ${fix}`,
  );
}

test('an unknown anchor names the nearest one', () => {
  expect(problemsOf({ 'code-freeze': '2026-11-03' }, 'code-freze - 1 week')).toEqual([
    'error unknown-anchor tasks.theme.due: Task "theme" of v1.10.0 refers to "code-freze", which isn\'t a milestone of this release. Did you mean "code-freeze"?',
  ]);
  expect(problemsOf({ rc2: 'relaese - 1 week' })).toEqual([
    'error unknown-anchor releases.v1.10.0.milestones.rc2: Milestone "rc2" of v1.10.0 refers to "relaese", which isn\'t a milestone of this release. Did you mean "release"?',
  ]);
  expect(problemsOf({ rc2: 'konferenz - 1 week' })[0]).toContain('(start, release, rc2)');
});

test('only the milestone that is wrong is told, not what leans on it', () => {
  expect(problemsOf({ rc1: 'rc0 + 1 week', rc2: 'rc1 + 1 week', rc3: 'rc2 + 1 week' }, 'rc3')).toHaveLength(
    1,
  );
});

test('every member of a loop is told, and nothing that leans on it', () => {
  const problems = problemsOf(
    { a: 'b + 1 day', b: 'c + 1 day', c: 'a + 1 day', d: 'a + 1 day', e: 'e' },
    'd',
  );
  expect(problems.map((text) => text.split(':').slice(0, 2).join(':').split('. ')[0])).toEqual([
    'error circular-day releases.v1.10.0.milestones.a: Milestone "a" of v1.10.0 is defined by itself',
    'error circular-day releases.v1.10.0.milestones.b: Milestone "b" of v1.10.0 is defined by itself',
    'error circular-day releases.v1.10.0.milestones.c: Milestone "c" of v1.10.0 is defined by itself',
    'error circular-day releases.v1.10.0.milestones.e: Milestone "e" of v1.10.0 is defined by itself',
  ]);
  expect(problems[0]).toContain('a → b → c → a');
});

test('days beyond the year 9999 are refused', () => {
  expect(problemsOf({ late: '9999-12-31', later: 'late + 1 day' })[0]).toContain('day-out-of-range');
});

test('two thousand chained milestones are worked out at once', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 2000 }, (_, index) => [
      `m${index}x`,
      index === 0 ? 'start' : `m${index - 1}x + 0 days`,
    ]),
  );
  const { releases, problems } = buildReleases(spec([release('2026-09-07', '2026-11-24', chain)]));
  expect(problems).toEqual([]);
  expect(releases[0]?.milestones).toHaveLength(2001);
});

test('anchors named like parts of objects are plain names', () => {
  expect(problemsOf({}, 'constructor + 1 day')[0]).toContain('unknown-anchor');
});
