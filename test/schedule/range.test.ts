// Milestones of several days: `from` is the first, `on` the last, which decides everything else.
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { day } from '../../src/domain/day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { noticeStages } from '../../src/schedule/notice-stages.ts';
import { gantt } from '../../src/duties/tracking-issue/body/render-schedule.ts';
import { renderNotices } from '../../src/duties/deadlines/render-notice.ts';
import { stagesOf } from '../../src/notices/window.ts';
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

const DAYS = 'from: release - 2 weeks, on: release - 6 days';

test.each([
  // What people have to be ready for begins; what they have to do ends.
  [`code-freeze: { ${DAYS} }`, '2026-11-03'],
  [`docs-freeze: { ${DAYS} }`, '2026-11-03'],
  [`summit: { ${DAYS}, kind: event }`, '2026-11-03'],
  [`tests: { ${DAYS} }`, '2026-11-11'],
  [`vote: { ${DAYS} }`, '2026-11-11'],
  ['code-freeze: release - 6 days', '2026-11-11'],
])('the notice a week before %s comes on %s', (milestones, expected) => {
  const { release } = load(milestones);
  const milestone = release?.milestones.find(({ id }) => id !== 'release');
  if (release === undefined || milestone === undefined) throw new Error('no release');
  const week = { amount: 1, unit: 'weeks' } as const;
  expect(noticeStages(milestone, release, [week], []).map(({ day: on }) => on)).toEqual([expected]);
});

test('messages and comments say when a freeze begins, and end with its first day', () => {
  const { release } = load(`code-freeze: { ${DAYS} }`);
  const milestone = release?.milestones[0];
  if (release === undefined || milestone === undefined) throw new Error('no release');
  const notice = { release, milestone, names: [], people: [], teams: [], allDates: false };
  const words = { notices: [notice], today: day('2026-11-03'), isQuiet: () => false };
  const comment = renderNotices(words);
  expect(comment).toContain('Code freeze begins in 7 days');
  expect(comment).toContain('from Tue 10 Nov 2026 (in 7 days) to Wed 18 Nov 2026.');
  const stage = stagesOf(milestone, [{ amount: 1, unit: 'weeks' }], release, [])[0];
  expect(stage?.until).toBe(Date.UTC(2026, 10, 11));
});

test('the chart shows it as a bar over its days', () => {
  const { release } = load(`tests: { ${DAYS} }, rc1: release - 1 week`);
  if (release === undefined) throw new Error('no release');
  const lines = gantt(release).split('\n');
  expect(lines).toContain('  Tests :2026-11-10, 2026-11-19');
  expect(lines).toContain('  RC1 :milestone, 2026-11-17, 0d');
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
