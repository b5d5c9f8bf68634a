// Working days: weekends and holidays don't count, and counting there and back leads home.
import * as fc from 'fast-check';
import { type Day, addDays, day } from '../../src/domain/day.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/schedule/working-days.ts';

const HOLIDAYS = ['2026-12-24', '2026-12-25', '2027-01-01'].map(day);
const days = fc.integer({ min: 0, max: 400 }).map((count) => addDays(day('2024-01-01'), count));
const holidayLists = fc.uniqueArray(days, { maxLength: 40 });

test.each([
  ['2026-12-23', true],
  ['2026-12-25', false],
  ['2026-12-26', false],
  ['2026-12-27', false],
  ['2026-12-28', true],
])('%s is a working day: %s', (text, expected) => {
  expect(isWorkingDay(day(text), HOLIDAYS)).toBe(expected);
});

test.each([
  ['2026-12-23', 1, '2026-12-28'],
  ['2026-12-28', -1, '2026-12-23'],
  ['2026-12-26', 1, '2026-12-28'],
  ['2026-12-26', -1, '2026-12-23'],
  ['2026-12-26', 0, '2026-12-26'],
  ['2026-11-24', -10, '2026-11-10'],
  ['2028-02-28', 1, '2028-02-29'],
])('%s and %i working days is %s', (from, count, expected) => {
  expect(addWorkingDays(day(from), count, HOLIDAYS)).toBe(expected);
});

test('counting there and back leads home from a working day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -60, max: 60 }), holidayLists, (from, count, holidays) => {
      fc.pre(isWorkingDay(from, holidays));
      const there = addWorkingDays(from, count, holidays);
      expect(isWorkingDay(there, holidays)).toBe(true);
      expect(addWorkingDays(there, -count, holidays)).toBe(from);
      expect(workingDaysBetween(from, there, holidays) + 0).toBe(count + 0);
    }),
  );
});

test('days between add up and change sign with the direction', () => {
  fc.assert(
    fc.property(days, days, days, holidayLists, (a, b, c, holidays) => {
      const working = [a, b, c].map((one): Day => addWorkingDays(one, 1, holidays));
      const [x, y, z] = working as [Day, Day, Day];
      expect(workingDaysBetween(x, y, holidays) + workingDaysBetween(y, z, holidays)).toBe(
        workingDaysBetween(x, z, holidays),
      );
      expect(workingDaysBetween(x, y, holidays) + workingDaysBetween(y, x, holidays)).toBe(0);
    }),
  );
});
