// Days with a time of day: an hour of a milestone, and hours before and after one.
import * as fc from 'fast-check';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { day, instantOf, isoInstant } from '../../src/domain/day.ts';
import { parseDayExpression } from '../../src/domain/day-expression.ts';
import type { Release } from '../../src/domain/release.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { rounds } from '../support/long.ts';

interface Parts {
  readonly timezone?: string;
  readonly release?: string;
  readonly milestones?: string;
  readonly tasks?: string;
}

function configOf({ timezone = 'UTC', release = '2026-11-24', milestones = '', tasks = '' }: Parts): string {
  return `timezone: ${timezone}
milestones: { ${milestones} }
tasks: [${tasks}]
releases: [{ version: 1.0.0, release: ${release} }]
`;
}

function load(parts: Parts) {
  const loaded = loadConfig(configOf(parts), { sections: DUTY_SECTIONS, presets: PRESETS });
  if (!loaded.ok) return { told: loaded.problems.map(({ code, line }) => `${line} ${code}`) };
  const { releases, problems } = buildReleases(loaded.config.schedule);
  return {
    release: releases[0],
    told: problems.map((problem) => `${loaded.locate(problem).line} ${problem.code}`),
    texts: problems.map(({ message, fix }) => `${message} ${fix}`),
  };
}

function built(parts: Parts): Release {
  const { release, told } = load(parts);
  if (release === undefined || told.length > 0) throw new Error(told.join());
  return release;
}

function milestoneOf(release: Release, id: string): string {
  const found = release.milestones.find((one) => one.id === id);
  return `${found?.day} ${found?.at} ${isoInstant(found?.deadline ?? (0 as never))}`;
}

test.each([
  ['release at 14:00', '2026-11-24 14:00 2026-11-24T14:00:00.000Z'],
  ['release at 14:00 + 1 hour', '2026-11-24 15:00 2026-11-24T15:00:00.000Z'],
  ['release at 14:00 - 72 hours', '2026-11-21 14:00 2026-11-21T14:00:00.000Z'],
  ['release at 00:30 - 1h', '2026-11-23 23:30 2026-11-23T23:30:00.000Z'],
  ['release at 23:00 + 100 hours', '2026-11-29 03:00 2026-11-29T03:00:00.000Z'],
  ['release at 09:00 - 2 working days', '2026-11-20 09:00 2026-11-20T09:00:00.000Z'],
  ['vote - 72 hours', '2026-11-13 12:00 2026-11-13T12:00:00.000Z'],
  ['after + 24 hours', '2026-11-18 14:00 2026-11-18T14:00:00.000Z'],
])('%s', (on, expected) => {
  const milestones = `vote: { on: 2026-11-16, at: "12:00" }, after: vote + 26 hours, x: ${on}`;
  expect(milestoneOf(built({ milestones }), 'x')).toBe(expected);
});

test('each milestone is shown in its own zone, and hours are those of the world', () => {
  const milestones =
    'a: { on: 2026-03-28, at: "17:00", zone: Europe/Berlin }, b: a + 12 hours, c: { on: a + 12 hours, zone: Europe/Berlin }';
  const release = built({ timezone: 'America/New_York', milestones });
  // In the night to the 29th the clocks of Berlin jump an hour forward.
  expect(milestoneOf(release, 'b')).toBe('2026-03-29 00:00 2026-03-29T04:00:00.000Z');
  expect(milestoneOf(release, 'c')).toBe('2026-03-29 06:00 2026-03-29T04:00:00.000Z');
});

test('an hour of a day further on is that hour there, whatever clocks do in between', () => {
  const milestones =
    'a: { on: 2026-03-28, zone: Europe/Berlin }, c: { on: a at 17:00 + 1 day, zone: Europe/Berlin }';
  expect(milestoneOf(built({ milestones }), 'c')).toBe('2026-03-29 17:00 2026-03-29T15:00:00.000Z');
});

test('tasks have times, are late from then on, and come in that order', () => {
  const release = built({
    milestones: 'release: { on: release, at: "14:00" }',
    tasks: [
      '{ id: post, title: Post, due: release + 2 hours }',
      '{ id: tag, title: Tag, due: release at 09:00 }',
      '{ id: day, title: Day, due: release }',
    ].join(', '),
  });
  expect(
    release.tasks.map(({ id, due, clock, deadline }) => `${id} ${due} ${clock?.at} ${isoInstant(deadline)}`),
  ).toEqual([
    'tag 2026-11-24 09:00 2026-11-24T09:00:00.000Z',
    'post 2026-11-24 16:00 2026-11-24T16:00:00.000Z',
    'day 2026-11-24 undefined 2026-11-25T00:00:00.000Z',
  ]);
});

test.each([
  ['hours from a whole day', { milestones: 'rc1: 2026-11-03, x: rc1 - 72 hours' }, ['2 no-time']],
  ['of what leans on it nothing is told', { milestones: 'x: start + 2h, y: x + 1 day' }, ['2 no-time']],
  [
    'a task that counts hours from a whole day',
    { tasks: '{ id: t, title: T, due: release - 4 hours }' },
    ['3 no-time'],
  ],
  ['two times', { milestones: 'x: { on: release at 12:00, at: "13:00" }' }, ['2 two-times']],
  ['an hour that no clock shows', { milestones: 'x: release at 25:00' }, ['2 bad-day']],
  ['minutes', { milestones: 'x: release at 12:00 + 90 minutes' }, ['2 bad-day']],
])('%s', (_, parts, expected) => {
  expect(load(parts).told).toEqual(expected);
});

test('the message says what to write', () => {
  expect(load({ milestones: 'rc1: 2026-11-03, x: rc1 - 72 hours' }).texts).toEqual([
    'Milestone "x" of 1.0.0 counts hours from "rc1", which has no time of day. Give "rc1" an `at`, or write the time here, for example "rc1 at 14:00 - 72 hours".',
  ]);
});

const ZONES = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'AoE'];

test('so many hours on and back is the same moment, in every zone and on every day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_500 }),
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom(...ZONES),
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 23 }),
      (offset, hours, here, there, hour) => {
        const on = new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);
        const at = `${String(hour).padStart(2, '0')}:30`;
        const release = built({
          release: '2026-06-01',
          milestones: `a: { on: ${on}, at: "${at}", zone: ${here} }, b: { on: a + ${hours} hours, zone: ${there} }, c: { on: b - ${hours} hours, zone: ${here} }`,
        });
        const [a, b, c] = ['a', 'b', 'c'].map((id) => release.milestones.find((one) => one.id === id));
        expect(a?.deadline).toBe(instantOf(day(on), at, here));
        expect((b?.deadline ?? 0) - (a?.deadline ?? 0)).toBe(hours * 3_600_000);
        expect(c?.deadline).toBe(a?.deadline);
        // What is shown is that moment, but for the hour that clocks show twice.
        const shown = instantOf(b?.day ?? day(on), b?.at ?? '', there);
        expect([0, 3_600_000]).toContain(Math.abs(shown - (b?.deadline ?? 0)));
      },
    ),
    { numRuns: rounds(200, 5_000) },
  );
});

test('words that are no hours stay names of milestones or mistakes', () => {
  expect(parseDayExpression('release at noon')).toBeUndefined();
  expect(parseDayExpression('release at 9:00')).toBeUndefined();
  expect(parseDayExpression('at')).toEqual({ kind: 'offset', anchor: 'at', amount: 0, unit: 'days' });
});
