// A milestone that goes from a day off to the next or the previous working day, with what is counted from it.
import * as fc from 'fast-check';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { addDays, day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { lintSchedule } from '../../src/schedule/lint.ts';
import { isWorkingDay } from '../../src/domain/working-days.ts';
import { rounds } from '../support/long.ts';

const HOLIDAYS = ['2026-12-24', '2026-12-25', '2027-01-01'];

function load(milestones: string, more = '') {
  const text = `timezone: UTC
holidays: [${HOLIDAYS.join(', ')}]
milestones: { ${milestones} }
releases: [{ version: 1.0.0, release: 2027-01-12 }]
${more}`;
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  const { releases, problems } = buildReleases(loaded.config.schedule);
  const found = [...problems, ...lintSchedule(loaded.config.schedule, releases)];
  return { release: releases[0], found: found.map(({ code, path }) => `${path.join('.')} ${code}`) };
}

function days(release: Release | undefined): Record<string, string> {
  return Object.fromEntries(
    (release?.milestones ?? [])
      .filter(({ id }) => id !== 'release')
      .map((one) => [
        one.id,
        [one.day, one.at, one.shiftedFrom === undefined ? undefined : `from ${one.shiftedFrom}`]
          .filter((word) => word !== undefined)
          .join(' '),
      ]),
  );
}

test('it goes over weekends and holidays, and what leans on it follows', () => {
  const { release, found } = load(
    [
      'code-freeze: { on: 2026-12-25, shift: next working day }',
      'docs-freeze: { on: 2026-12-25, shift: previous working day }',
      'rc1: code-freeze + 1 day',
      'quiet: { on: 2026-12-28, shift: next working day }',
      'noon: { on: 2026-12-26, at: "12:00", shift: next working day }',
      'hours: { on: noon + 120 hours, shift: next working day }',
    ].join(', '),
  );
  expect(days(release)).toEqual({
    'docs-freeze': '2026-12-23 from 2026-12-25',
    'code-freeze': '2026-12-28 from 2026-12-25',
    quiet: '2026-12-28',
    noon: '2026-12-28 12:00 from 2026-12-26',
    rc1: '2026-12-29',
    // The first of January at noon, moved over the weekend.
    hours: '2027-01-04 12:00 from 2027-01-02',
  });
  expect(found).toEqual([]);
});

test('without it a freeze on a day off gets a warning', () => {
  expect(load('code-freeze: 2026-12-25').found).toEqual(['milestones.code-freeze milestone-on-day-off']);
});

test('a milestone of a release keeps the shift of the inherited one', () => {
  const text = 'releases-note: { on: release - 3 days, shift: previous working day }';
  expect(days(load(text).release)).toEqual({ 'releases-note': '2027-01-08 from 2027-01-09' });
});

test('it is on a working day, the nearest in its direction, whatever it is counted from', () => {
  const holidays = HOLIDAYS.map((one) => day(one));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.boolean(), (back, isNext) => {
      const shift = isNext ? 'next working day' : 'previous working day';
      const { release } = load(`x: { on: release - ${back} days, shift: ${shift} }`);
      const found = release?.milestones.find(({ id }) => id === 'x');
      const planned = addDays(day('2027-01-12'), -back);
      expect(found !== undefined && isWorkingDay(found.day, holidays)).toBe(true);
      for (let one = planned; one !== found?.day; one = addDays(one, isNext ? 1 : -1))
        expect(isWorkingDay(one, holidays)).toBe(false);
      expect(found?.shiftedFrom).toBe(found?.day === planned ? undefined : planned);
    }),
    { numRuns: rounds(61, 400) },
  );
});
