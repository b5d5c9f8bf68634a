// Candidates of a release: their days, the tasks of each, and what a config may say of them.
import { forMilestone } from '../../../src/domain/candidate.ts';
import { day } from '../../../src/domain/day.ts';
import { nextCandidate } from '../../../src/schedule/candidates/next.ts';
import { type Prepared, prepare } from '../../../src/run/prepare.ts';
import { read, releaseOf } from '../../support/world.ts';

const HEAD = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 6, release-week: 6 }
`;

const TASKS = `tasks:
  - { id: tag, title: 'Tag {candidate}', due: candidate, per: candidate, notes: 'Write {{candidate}}' }
  - { id: test, title: Test it, due: candidate + 1 day, per: candidate, after: [tag, candidate] }
  - { id: publish, title: Publish, due: release, after: [test] }
`;

function written(candidates: string, release = '', more = TASKS): string {
  return `${HEAD}candidates: ${candidates}\n${more}releases: [{ version: 1.0.0, release: 2026-03-05${release} }]\n`;
}

function days(text: string): string[] {
  return releaseOf(read(text)).milestones.map(({ id, day: on }) => `${id} ${on.slice(5)}`);
}

function next(prepared: Prepared, today: string, wanted?: string): string {
  const found = nextCandidate(
    prepared.config.schedule,
    releaseOf(prepared),
    day(today),
    wanted === undefined ? undefined : day(wanted),
  );
  return found === undefined ? 'none' : `${found.id} ${found.day.slice(5)} release ${found.release.slice(5)}`;
}

test.each([
  ['{}', '', ['rc1 02-26', 'release 03-05']],
  ['{ planned: 3, then: 3 days }', '', ['rc1 02-16', 'rc2 02-23', 'rc3 03-02', 'release 03-05']],
  [
    '{ every: 2 working days, then: 2 working days, planned: 2 }',
    '',
    ['rc1 02-27', 'rc2 03-03', 'release 03-05'],
  ],
  // One that was opened is on its own day; those before it lead to it.
  ['{ planned: 1 }', ', milestones: { rc2: 2026-03-02 }', ['rc1 02-23', 'rc2 03-02', 'release 03-05']],
  ['{ planned: 0 }', '', ['release 03-05']],
  // A release may have others than the top.
  ['{ planned: 3 }', ', candidates: { planned: 1 }', ['rc1 02-26', 'release 03-05']],
])('%s%s', (candidates, release, expected) => {
  expect(days(written(candidates, release))).toEqual(expected);
});

test('what is written for one candidate goes before what all of them have', () => {
  const more = `milestones: { rc1: { on: rc2 - 2 weeks, title: The window closes, kind: feature-freeze } }\n`;
  const { milestones } = releaseOf(
    read(written("{ planned: 2, title: '{version}-rc{candidate}', at: '17:00' }", '', more)),
  );
  expect(milestones.map(({ id, title, at, kind, candidate }) => [id, title, at, kind, candidate])).toEqual([
    ['rc1', 'The window closes', '17:00', 'feature-freeze', 1],
    ['rc2', '1.0.0-rc2', '17:00', undefined, 2],
    ['release', 'Release day', undefined, undefined, undefined],
  ]);
});

test('a task per candidate is there once for each, and waits for those of its own candidate', () => {
  const { tasks } = releaseOf(read(written('{ planned: 2 }')));
  expect(tasks.map(({ id, title, due, after = [] }) => [id, title, due.slice(5), ...after])).toEqual([
    ['tag.rc1', 'Tag 1', '02-19'],
    ['test.rc1', 'RC1: Test it', '02-20', 'tag.rc1'],
    ['tag.rc2', 'Tag 2', '02-26'],
    ['test.rc2', 'RC2: Test it', '02-27', 'tag.rc2'],
    ['publish', 'Publish', '03-05', 'test.rc2'],
  ]);
  expect(tasks.map(({ id, notBefore }) => [id, notBefore?.slice(5)])).toContainEqual(['test.rc1', '02-19']);
  expect(tasks[0]?.notes).toBe('Write {candidate}');
});

test.each([
  // In the rhythm, and not past.
  ['2026-02-26', undefined, 'rc2 03-05 release 03-12'],
  ['2026-03-06', undefined, 'rc2 03-12 release 03-19'],
  // A day that somebody names; release day never gets earlier.
  ['2026-02-26', '2026-02-27', 'rc2 02-27 release 03-06'],
  ['2026-02-24', '2026-02-25', 'rc2 02-25 release 03-05'],
])('on %s, for %s: %s', (today, wanted, expected) => {
  expect(next(read(written('{}')), today, wanted)).toBe(expected);
});

test('there is no next one without candidates, or behind one that has no day', () => {
  const without = `${HEAD}releases: [{ version: 1.0.0, release: 2026-03-05 }]\n`;
  expect(next(read(without), '2026-02-26')).toBe('none');
  expect(next(read(written('{}', ', milestones: { rc2: later }')), '2026-02-26')).toBe('none');
});

function mistakes(text: string): string[] {
  const prepared = prepare(text);
  return 'problems' in prepared ? prepared.problems.map(({ code, line }) => `${code} ${line}`) : [];
}

test('tasks per candidate need candidates, and a mistake in one is named once, at its line', () => {
  const without = `${HEAD}${TASKS}releases: [{ version: 1.0.0, release: 2026-03-05 }]\n`;
  expect(mistakes(without)).toEqual(['per-candidate-of-none 5', 'per-candidate-of-none 6']);
  const typo = written('{ planned: 1 }', '', TASKS.replace('candidate + 1 day', 'candidat + 1 day'));
  expect(mistakes(typo)).toEqual(['unknown-anchor 7']);
  expect(mistakes(written('{ planned: 21 }'))).toEqual(['out-of-range 4']);
});

test('a section has the same for each candidate, unless it names one', () => {
  const table = { candidate: 'each', rc2: 'second', release: 'day' };
  expect(['rc1', 'rc2'].map((id, index) => forMilestone(table, { id, candidate: index + 1 }))).toEqual([
    'each',
    'second',
  ]);
  expect(forMilestone(table, { id: 'rc1' })).toBeUndefined();
});
