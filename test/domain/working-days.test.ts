// Working days: weekends and holidays don't count, and counting there and back leads home.
import * as fc from 'fast-check';
import { type Day, addDays, day } from '../../src/domain/day.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/domain/working-days.ts';

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

/** Day by day, as people count. */
function walked(from: Day, count: number, holidays: readonly Day[]): Day {
  let at = from;
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, count < 0 ? -1 : 1);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}

test('they are what walking day by day gives, from days off too and before 1970', () => {
  const any = fc.integer({ min: -1500, max: 1500 }).map((count) => addDays(day('1970-01-01'), count));
  fc.assert(
    fc.property(
      any,
      fc.integer({ min: -40, max: 40 }),
      fc.array(any, { maxLength: 300 }),
      (from, count, off) => {
        expect(addWorkingDays(from, count, off)).toBe(walked(from, count, off));
        const to = addDays(from, count);
        const between = Array.from({ length: Math.abs(count) }, (_, index) =>
          addDays(from, count < 0 ? -index - 1 : index + 1),
        );
        const working = between.filter((one) => isWorkingDay(one, off)).length;
        expect(workingDaysBetween(from, to, off) + 0).toBe((count < 0 ? -working : working) + 0);
      },
    ),
  );
});

test('a day off is what the list says', () => {
  fc.assert(
    fc.property(days, holidayLists, (one, holidays) => {
      const weekday = new Date(`${one}T00:00:00Z`).getUTCDay();
      expect(isWorkingDay(one, holidays)).toBe(weekday !== 0 && weekday !== 6 && !holidays.includes(one));
    }),
  );
});
