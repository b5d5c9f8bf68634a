// What holds for every slip of every schedule.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { spliceDays } from '../../src/config/splice-day.ts';
import { type Day, addDays, day } from '../../src/domain/day.ts';
import type { DayExpression } from '../../src/domain/day-expression.ts';
import { isError } from '../../src/domain/problem.ts';
import type { Release } from '../../src/domain/release.ts';
import { SLIP_GROUPS } from '../../src/domain/slip.ts';
import type { MilestoneSpec, ScheduleSpec } from '../../src/domain/spec.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { lintSchedule } from '../../src/schedule/lint.ts';
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
    ask: fc.boolean().map((ask) => ask && index % 3 === 1),
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

const moves = fc.uniqueArray(fc.record({ milestone: fc.constantFrom('release', ...IDS), to: someDay }), {
  minLength: 1,
  maxLength: 3,
  selector: ({ milestone: id }) => id,
});

const wish = fc.record({ version: fc.constant('v1.10.0'), moves, today: someDay });

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
    fc.property(schedule, wish, (given, wanted) => {
      const table = slip(given, wanted);
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
      for (const one of wanted.moves) expect(now.get(one.milestone)).toBe(one.to);
      const shown = SLIP_GROUPS.flatMap((group) => table[group]);
      expect(new Set(shown.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(shown.length);
      // No milestone is passed over in silence.
      expect(shown.filter(({ kind }) => kind === 'milestone')).toHaveLength(before?.milestones.length ?? 0);
    }),
    { numRuns: rounds(100, 400) },
  );
  expect(slips).toBeGreaterThan(rounds(60, 250));
});

test('no fixed day, none to be asked about, and no past day moves, except what was missed with the moved one; nor the start of a begun cycle', () => {
  fc.assert(
    fc.property(schedule, wish, (given, wanted) => {
      const table = slip(given, wanted);
      if ('code' in table) return;
      const before = built(given);
      const after = built(withDays(given, table.edits));
      const now = days(after);
      const { today } = wanted;
      const named = new Set(wanted.moves.map(({ milestone: id }) => id));
      const old = days(before);
      const lost = [...named].map((id) => old.get(id) ?? today).filter((one) => one < today);
      for (const row of before?.milestones ?? []) {
        const missed = lost.some((one) => row.day >= one);
        const follows = !row.fixed && row.ask !== true && (row.day >= today || missed);
        if (named.has(row.id) || follows) continue;
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
    fc.property(schedule, wish, (given, wanted) => {
      const table = slip(given, wanted);
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
    fc.property(schedule, wish, (given, wanted) => {
      // Long before, so that nothing is past on either way.
      const today = day('2020-01-01');
      const there = slip(given, { ...wanted, today });
      if ('code' in there) return;
      const changed = withDays(given, there.edits);
      const homeward = there.named.flatMap(({ milestone: id, from }) =>
        from === undefined ? [] : [{ milestone: id, to: from }],
      );
      const back = slip(changed, { ...wanted, moves: homeward, today });
      if ('code' in back) throw new Error(back.message);
      expect(days(built(withDays(changed, back.edits)))).toEqual(days(built(given)));
    }),
    { numRuns: rounds(50, 200) },
  );
});

test('the order in which milestones are named means nothing', () => {
  fc.assert(
    fc.property(schedule, wish, fc.integer(), (given, wanted, turn) => {
      const { length } = wanted.moves;
      const first = ((turn % length) + length) % length;
      const turned = [...wanted.moves.slice(first), ...wanted.moves.slice(0, first)];
      const [one, other] = [wanted.moves, turned.toReversed()].map((order) =>
        slip(given, { ...wanted, moves: order }),
      );
      if (one === undefined || other === undefined) throw new Error('no outcome');
      // Of several mistakes the first that was written is told.
      expect('code' in one ? 'refused' : one).toEqual('code' in other ? 'refused' : other);
    }),
    { numRuns: rounds(100, 400) },
  );
});

/** The same days, each written out, and nothing claimed about them. */
function writtenOut(given: ScheduleSpec, { milestones: all, start, release: last }: Release): ScheduleSpec {
  const own = all.flatMap(({ id, day: of, fixed }) =>
    id === 'release' ? [] : [[id, { on: { kind: 'day' as const, day: of }, fixed }] as const],
  );
  const [first, ...others] = given.releases;
  if (first === undefined) throw new Error('no release');
  return {
    ...given,
    milestones: {},
    releases: [{ ...first, start, release: last, milestones: Object.fromEntries(own) }, ...others],
  };
}

const FILES = ['v1.12.0', 'v1.18.0', 'v1.22.0', 'v1.34.0'].map((version) => {
  const text = readFileSync(`test/fixtures/schedules/${version}.yml`, 'utf8');
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return { version, text, schedule: loaded.config.schedule };
});

test('where the days that were asked for pass lint, the slip brings no error', () => {
  let clean = 0;
  const shift = fc.integer({ min: -9, max: 21 }).filter((count) => count !== 0);
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.array(fc.nat(), { maxLength: 3 }),
      shift,
      ({ schedule: given, version }, picks, count) => {
        const [before] = buildReleases(given).releases;
        const all = before?.milestones ?? [];
        const ids = new Set(['release', ...picks.map((at) => all[at % all.length]?.id ?? '')]);
        const wanted = all.flatMap(({ id, day: of }) =>
          ids.has(id) ? [{ milestone: id, to: addDays(of, count) }] : [],
        );
        const today = before?.start ?? START;
        const table = slip(given, { version, moves: wanted, today });
        if ('code' in table) return;
        const after = buildReleases(withDays(given, table.edits)).releases[0];
        if (after === undefined) throw new Error('not built');
        const state = writtenOut(given, after);
        const { releases, problems } = buildReleases(state);
        if ([...problems, ...lintSchedule(state, releases)].some(isError)) return;
        clean++;
        expect(table.conflicts.filter(isError)).toEqual([]);
      },
    ),
    { numRuns: rounds(80, 400) },
  );
  expect(clean).toBeGreaterThan(rounds(20, 100));
});

test('in the file no byte changes but in the lines of what is edited', () => {
  const shift = fc.integer({ min: -20, max: 20 }).filter((count) => count !== 0);
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.array(fc.tuple(fc.nat(), shift), { minLength: 1, maxLength: 4 }),
      (file, picks) => {
        const [before] = buildReleases(file.schedule).releases;
        const all = before?.milestones ?? [];
        const picked = new Map(
          picks.flatMap(([at, count]) => {
            const one = all[at % all.length];
            return one === undefined ? [] : [[one.id, addDays(one.day, count)] as const];
          }),
        );
        const wanted = [...picked].map(([id, to]) => ({ milestone: id, to }));
        const { version } = file;
        const table = slip(file.schedule, { version, moves: wanted, today: before?.start ?? START });
        if ('code' in table) return;
        const spliced = spliceDays(file.text, table.edits);
        if ('problem' in spliced) throw new Error(spliced.problem.message);
        const ids = new Set(table.edits.map(({ milestone: id }) => id));
        const others = (text: string): string[] =>
          text.split('\n').filter((line) => !ids.has(/^ *(?:- )?([^\s:]+):/.exec(line)?.[1] ?? ''));
        expect(others(spliced.text)).toEqual(others(file.text));
      },
    ),
    { numRuns: rounds(60, 300) },
  );
});
