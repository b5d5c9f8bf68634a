// Milestones of several days: `from` is the first, `on` the last, which decides everything else.
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { day } from '../../src/domain/day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { slip } from '../../src/schedule/slip.ts';
import { dayNotes } from '../../src/text/words.ts';

function load(milestones: string, own = '') {
  const text = `timezone: UTC
milestones: { ${milestones} }
releases: [{ version: 1.0.0, release: 2026-11-24, milestones: { ${own} } }]
`;
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  const { schedule } = loaded.config;
  const { releases, problems } = buildReleases(schedule);
  return {
    schedule,
    release: releases[0],
    told: problems.map((problem) => `${loaded.locate(problem).line} ${problem.code}`),
  };
}

function rangeOf(milestones: string, own?: string): string {
  const { release, told } = load(milestones, own);
  const found = release?.milestones.find(({ id }) => id === 'tests');
  return [`${found?.from} ${found?.day}`, ...told].join(', ');
}

test.each([
  ['tests: { from: release - 2 weeks, on: release - 6 days }', undefined, '2026-11-10 2026-11-18'],
  ['tests: { from: tests - 4 days, on: release - 6 days }', undefined, '2026-11-14 2026-11-18'],
  ['tests: { from: tests - 4 days, on: release - 6 days }', 'tests: 2026-11-12', '2026-11-08 2026-11-12'],
  // A first day of the calendar belongs to the last day beside it.
  ['tests: { from: 2026-11-10, on: release - 6 days }', 'tests: 2026-11-12', 'undefined 2026-11-12'],
  ['tests: { from: release - 6 days, on: release - 6 days }', undefined, 'undefined 2026-11-18'],
  ['tests: { from: release, on: release - 6 days }', undefined, 'undefined 2026-11-18, 2 range-reversed'],
  ['tests: { from: relase - 9 days, on: release }', undefined, 'undefined 2026-11-24, 2 unknown-anchor'],
])('%s', (milestones, own, expected) => {
  expect(rangeOf(milestones, own)).toBe(expected);
});

test('a calendar shows all its days, and one that ends at a time shows that time', () => {
  const { release } = load(
    'tests: { from: tests - 4 days, on: release - 6 days }, vote: { from: vote - 3 days, on: release - 1 day, at: "12:00" }',
  );
  if (release === undefined) throw new Error('no release');
  const entries = buildCalendar(release).map(({ title, day: first, last, at }) => [title, first, last, at]);
  expect(entries).toContainEqual(['1.0.0: Tests', '2026-11-14', '2026-11-18', undefined]);
  expect(entries).toContainEqual(['1.0.0: Vote', '2026-11-23', undefined, Date.UTC(2026, 10, 23, 12)]);
});

test('a slip moves the last day, and the first one as it is counted', () => {
  const { schedule } = load('tests: { from: tests - 4 days, on: release - 6 days }');
  const table = slip(schedule, {
    version: '1.0.0',
    moves: [{ milestone: 'release', to: day('2026-12-01') }],
    today: day('2026-10-01'),
  });
  if ('code' in table) throw new Error(table.message);
  expect(table.conflicts).toEqual([]);
  expect(dayNotes({ from: day('2026-11-21') })).toBe(' (from Sat 21 Nov)');
});
