// What holds for every slip of every schedule.
import * as fc from 'fast-check';
import { type Day, addDays, day } from '../../src/domain/day.ts';
import type { DayExpression } from '../../src/domain/day-expression.ts';
import type { Release } from '../../src/domain/release.ts';
import type { MilestoneSpec, ScheduleSpec } from '../../src/domain/spec.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { slip } from '../../src/schedule/slip.ts';
import { withDays } from '../../src/schedule/slip-apply.ts';
import { on, release, spec, task } from './written.ts';
import { rounds } from '../support/long.ts';

const START = day('2026-09-07');
const someDay = fc.integer({ min: 0, max: 110 }).map((count) => addDays(START, count));
const IDS = ['alpha', 'beta', 'freeze', 'rc1', 'docs', 'thaw', 'fair'];

/** Leans only on ids before its own, so that there are no circles. */
function expression(index: number): fc.Arbitrary<DayExpression> {
  const anchors = ['start', 'release', ...IDS.slice(0, index)];
  const offset = fc.record({
    kind: fc.constant('offset' as const),
    anchor: fc.constantFrom(...anchors),
    amount: fc.integer({ min: -20, max: 20 }),
    unit: fc.constantFrom('days' as const, 'weeks' as const, 'working-days' as const),
  });
  return fc.oneof(
    someDay.map((of) => ({ kind: 'day' as const, day: of })),
    offset,
    offset,
    fc.constantFrom(on('week 3 friday'), on('week R-2'), on('week R+1 monday')),
  );
}

function milestone(index: number): fc.Arbitrary<MilestoneSpec> {
  return fc.record({
    on: expression(index),
    fixed: fc.boolean().map((fixed) => fixed && index % 3 === 0),
    weekday: fc.constantFrom(undefined, 2 as const),
    week: fc.constantFrom(undefined, 9),
  });
}

const written = fc.record({
  milestones: fc.tuple(...IDS.map((_, index) => milestone(index))),
  start: fc.constantFrom(START, undefined),
  release: fc.integer({ min: 60, max: 100 }).map((count) => addDays(START, count)),
  shared: fc.subarray(IDS),
});

const schedule = written.map((given): ScheduleSpec => {
  const all = IDS.map((id, index) => [id, given.milestones[index]] as const);
  const part = (shared: boolean) =>
    Object.fromEntries(
      all.flatMap(([id, own]) =>
        own === undefined || given.shared.includes(id) !== shared
          ? []
          : [[id, shared ? { ...own, weekday: undefined, week: undefined } : own]],
      ),
    );
  const base = release(given.start, given.release);
  return spec([{ ...base, milestones: part(false) }, release(START, addDays(START, 80), {}, 'v2')], {
    milestones: part(true),
    tasks: [
      task('a', 'rc1 - 1 week'),
      task('b', 'week R-1'),
      task('c', 'start + 3 weeks'),
      task('d', 'week 2 friday', { every: { weeks: 2 }, until: on('release') }),
    ],
  });
});

const wish = fc.record({
  milestone: fc.constantFrom('release', ...IDS),
  to: someDay,
  today: someDay,
});

function built(given: ScheduleSpec): Release | undefined {
  return buildReleases(given).releases.find(({ version }) => version === 'v1.10.0');
}

function days(given: Release | undefined): Map<string, Day> {
  return new Map([
    ...(given?.milestones ?? []).map(({ id, day: of }) => [id, of] as const),
    ...(given?.tasks ?? []).map(({ id, due }) => [`task ${id}`, due] as const),
  ]);
}

test('the table is what the edits do: each row that moves, and no other', () => {
  let slips = 0;
  fc.assert(
    fc.property(schedule, wish, (given, { milestone: id, to, today }) => {
      const table = slip(given, { version: 'v1.10.0', milestone: id, to, today });
      if ('code' in table) return;
      slips++;
      const before = built(given);
      const changed = withDays(given, table.edits);
      const [old, now] = [days(before), days(built(changed))];
      const told = [...table.missed, ...table.moves].map(
        (row) => [row.kind === 'task' ? `task ${row.id}` : row.id, { from: row.from, to: row.to }] as const,
      );
      const past = table.stays.flatMap((row) => (row.kind === 'task' ? [`task ${row.id}`] : []));
      const moved = [...new Set([...old.keys(), ...now.keys()])]
        .filter((key) => old.get(key) !== now.get(key) && !past.includes(key))
        .map((key) => [key, { from: old.get(key), to: now.get(key) }] as const);
      expect(new Map(told)).toEqual(new Map(moved));
      expect(told).toHaveLength(moved.length);
      expect(now.get(id)).toBe(to);
      const shown = [table.missed, table.moves, table.asked, table.fixed, table.stays].flat();
      expect(new Set(shown.map(({ kind, id: row }) => `${kind} ${row}`)).size).toBe(shown.length);
    }),
    { numRuns: rounds(100, 400) },
  );
  expect(slips).toBeGreaterThan(rounds(60, 250));
});

test('no fixed day and no past day moves, except what was missed with the moved one; nor the start of a begun cycle', () => {
  fc.assert(
    fc.property(schedule, wish, (given, { milestone: id, to, today }) => {
      const table = slip(given, { version: 'v1.10.0', milestone: id, to, today });
      if ('code' in table) return;
      const before = built(given);
      const after = built(withDays(given, table.edits));
      const now = days(after);
      const old = days(before).get(id) ?? to;
      for (const row of before?.milestones ?? []) {
        const missed = old < today && row.day >= old;
        if (row.id === id || (!row.fixed && (row.day >= today || missed))) continue;
        expect([row.id, now.get(row.id)]).toEqual([row.id, row.day]);
      }
      const begun = before !== undefined && before.start <= today;
      expect(begun ? after?.start : 'not begun').toBe(begun ? before.start : 'not begun');
    }),
    { numRuns: rounds(100, 400) },
  );
});

test('other releases and all claims that held before stay right', () => {
  fc.assert(
    fc.property(schedule, wish, (given, { milestone: id, to, today }) => {
      const table = slip(given, { version: 'v1.10.0', milestone: id, to, today });
      if ('code' in table) return;
      const changed = withDays(given, table.edits);
      expect(changed.releases[1]).toEqual(given.releases[1]);
      expect({ ...changed, releases: [] }).toEqual({ ...given, releases: [] });
      expect(table.conflicts.filter(({ code }) => code.endsWith('-mismatch'))).toEqual([]);
    }),
    { numRuns: rounds(50, 200) },
  );
});

test('the way back leads to the same days', () => {
  fc.assert(
    fc.property(schedule, wish, (given, { milestone: id, to }) => {
      // Long before, so that nothing is past on either way.
      const today = day('2020-01-01');
      const there = slip(given, { version: 'v1.10.0', milestone: id, to, today });
      if ('code' in there) return;
      const changed = withDays(given, there.edits);
      const back = slip(changed, { version: 'v1.10.0', milestone: id, to: there.from, today });
      if ('code' in back) throw new Error(back.message);
      expect(days(built(withDays(changed, back.edits)))).toEqual(days(built(given)));
    }),
    { numRuns: rounds(50, 200) },
  );
});
