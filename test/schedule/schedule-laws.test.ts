// What holds for every schedule: weeks tile the cycle, stretching moves only what is counted back, deadlines end days.
import * as fc from 'fast-check';
import { addDays, dayAt, daysBetween, day, weekdayOf, type Day } from '../../src/domain/day.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { Release, Task } from '../../src/domain/release.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { lintSchedule } from '../../src/schedule/lint.ts';
import { presetSpec, specOf } from './spec-of.ts';
import { release, spec } from './written.ts';

const PRESETS = ['kubernetes-comms', 'kyma-release'].map(presetSpec);
const ZONES = [
  'Pacific/Pago_Pago',
  'AoE',
  'America/Los_Angeles',
  'America/St_Johns',
  'UTC',
  'Europe/Berlin',
].concat(['Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Kiritimati']);

const presets = fc.constantFrom(...PRESETS);
const releaseDays = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(day('2020-06-01'), count));

function build(preset: (typeof PRESETS)[number], from: Day | undefined, to: Day): Release {
  const { releases, problems } = buildReleases({
    ...preset,
    releases: [{ ...release(undefined, to), start: from }],
  });
  expect(problems).toEqual([]);
  const [first] = releases;
  if (first === undefined) throw new Error('nothing built');
  return first;
}

test('the same spec gives the same release', () => {
  fc.assert(
    fc.property(presets, releaseDays, (preset, to) => {
      expect(build(preset, undefined, to)).toEqual(build(structuredClone(preset), undefined, to));
    }),
    { numRuns: 20 },
  );
});

test('weeks tile the cycle from Monday to Sunday, and every task is in exactly one', () => {
  fc.assert(
    fc.property(presets, releaseDays, fc.integer({ min: 0, max: 12 }), (preset, to, longer) => {
      const shortest = build(preset, undefined, to);
      const built = build(preset, addDays(shortest.start, -7 * longer), to);
      built.weeks.forEach((week, index) => {
        expect([week.number, weekdayOf(week.start), daysBetween(week.start, week.end)]).toEqual([
          index + 1,
          1,
          6,
        ]);
        expect(week.start).toBe(addDays(built.start, 7 * index));
      });
      expect(built.weeks.at(-1)?.end).toBe(built.end);
      expect(built.weeks.filter(({ countdown }) => countdown === 0)).toHaveLength(1);
      for (const { due, week } of built.tasks) {
        const holding = built.weeks.filter(({ start, end }) => start <= due && due <= end);
        expect(holding.map(({ number }) => number)).toEqual([week]);
      }
      expect(new Set(built.tasks.map(({ id }) => id)).size).toBe(built.tasks.length);
    }),
    { numRuns: 30 },
  );
});

test('a longer cycle moves what is counted back from the release, and nothing that is counted from the start', () => {
  fc.assert(
    fc.property(presets, fc.integer({ min: 1, max: 20 }), releaseDays, (preset, weeks, to) => {
      const before = build(preset, undefined, to);
      const after = build(preset, before.start, addDays(to, 7 * weeks));
      const early = new Map(preset.tasks.flatMap((task) => partsFromStart(task.id, preset, before)));
      const moved = new Map(after.tasks.map((task) => [task.id, task]));
      for (const task of before.tasks.filter(({ occurrence }) => occurrence === undefined)) {
        const shift = daysBetween(task.due, moved.get(task.id)?.due ?? task.due);
        expect([task.id, shift]).toEqual([task.id, early.has(task.id) ? 0 : 7 * weeks]);
      }
    }),
    { numRuns: 20 },
  );
});

/** Ids of checkboxes whose day is written as a week counted from the start. */
function partsFromStart(id: string, preset: (typeof PRESETS)[number], built: Release): [string, Task][] {
  const written = preset.tasks.find((task) => task.id === id);
  return built.tasks.flatMap((task): [string, Task][] => {
    const on =
      task.id === id
        ? written?.due
        : task.part?.of === id
          ? written?.span?.find(({ state }) => state === task.part?.state)?.due
          : undefined;
    return on?.kind === 'week' && on.week.from === 'start' ? [[task.id, task]] : [];
  });
}

test('occurrences that stay on their day keep their id when the release slips', () => {
  fc.assert(
    fc.property(releaseDays, fc.integer({ min: 1, max: 8 }), (to, weeks) => {
      const [preset] = PRESETS;
      if (preset === undefined) return;
      const series = {
        ...preset,
        tasks: preset.tasks.map((task) => ({ ...task, until: task.every && UNTIL_RELEASE })),
      };
      const before = build(series, undefined, to);
      const after = build(series, before.start, addDays(to, 7 * weeks));
      expect(
        meetings(after)
          .slice(0, meetings(before).length)
          .map(({ id, due }) => `${id} ${due}`),
      ).toEqual(meetings(before).map(({ id, due }) => `${id} ${due}`));
    }),
    { numRuns: 10 },
  );
});

function meetings(of: Release): readonly Task[] {
  return of.tasks.filter(({ occurrence }) => occurrence?.of === 'release-team-meeting');
}

const UNTIL_RELEASE = { kind: 'offset', anchor: 'release', amount: 0, unit: 'days' } as const;

test.each(ZONES)(
  'a deadline is the end of the day in %s, around clock changes, leap days and the new year',
  (zone) => {
    const days = ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-04-05', '2026-10-04']
      .concat([
        '2026-03-07',
        '2026-03-28',
        '2026-04-23',
        '2026-09-05',
        '2026-10-31',
        '2026-04-04',
        '2026-10-29',
      ])
      .concat(['2024-02-28', '2024-02-29', '2026-12-31', '2027-01-03', '2021-01-03'])
      .map(day);
    for (const to of days) {
      const { milestones } = build({ ...spec([]), timezone: zone }, undefined, to);
      const deadline = milestones[0]?.deadline ?? (0 as Instant);
      expect(dayAt((deadline - 1) as Instant, zone)).toBe(to);
      expect(dayAt(deadline, zone)).toBe(addDays(to, 1));
    }
  },
);

test('weeks run on through ISO week 53 and the leap day', () => {
  const built = build(spec([]), day('2020-12-07'), day('2021-01-19'));
  expect(built.weeks.map(({ start }) => start).slice(3, 5)).toEqual(['2020-12-28', '2021-01-04']);
  const leap = build(spec([]), day('2024-02-05'), day('2024-03-05'));
  expect(leap.weeks.map(({ start }) => start).slice(3, 5)).toEqual(['2024-02-26', '2024-03-04']);
});

test('a milestone moved by one to six days never keeps its weekday unnoticed', () => {
  const published = specOf('test/fixtures/schedules/v1.18.0.yml');
  const [written] = published.releases;
  const ids = Object.entries(written?.milestones ?? {}).filter(
    ([id, { weekday }]) => weekday && id !== 'release',
  );
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.integer({ min: 1, max: 6 }), ([id, milestone], shift) => {
      if (written === undefined || milestone.on.kind !== 'day') return;
      const on = { kind: 'day', day: addDays(milestone.on.day, shift) } as const;
      const moved = { ...written, milestones: { ...written.milestones, [id]: { ...milestone, on } } };
      const schedule = { ...published, releases: [moved] };
      const found = lintSchedule(schedule, buildReleases(schedule).releases);
      expect(found.map(({ code, path }) => `${code} ${path[3]}`)).toContain(`weekday-mismatch ${id}`);
    }),
    { numRuns: 60 },
  );
});
