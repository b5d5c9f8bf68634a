// How often something is released: what is read, and the days that follow from it.
import * as fc from 'fast-check';
import { type Day, addDays, day, weekdayOf } from '../../src/domain/day.ts';
import { type Rhythm, dayInItsMonth, dayOf, numberFrom, parseRhythm } from '../../src/domain/rhythm.ts';

function days(every: string, first: string, count = 4): Day[] {
  const rhythm = parseRhythm(every);
  if (rhythm === undefined) throw new Error(every);
  return Array.from({ length: count }, (_, number) => dayOf(rhythm, day(first), number));
}

test.each([
  ['6 weeks', '2026-12-02', ['2026-12-02', '2027-01-13', '2027-02-24', '2027-04-07']],
  ['weekly', '2027-12-27', ['2027-12-27', '2028-01-03', '2028-01-10', '2028-01-17']],
  ['14 days', '2026-03-20', ['2026-03-20', '2026-04-03', '2026-04-17', '2026-05-01']],
  ['13 weeks', '2026-10-27', ['2026-10-27', '2027-01-26', '2027-04-27', '2027-07-27']],
  ['month', '2026-12-31', ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']],
  ['monthly', '2027-12-31', ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31']],
  ['monthly 16', '2026-12-16', ['2026-12-16', '2027-01-16', '2027-02-16', '2027-03-16']],
  ['monthly last day', '2028-01-31', ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']],
  ['monthly first wednesday', '2026-12-02', ['2026-12-02', '2027-01-06', '2027-02-03', '2027-03-03']],
  ['monthly third thursday', '2026-12-17', ['2026-12-17', '2027-01-21', '2027-02-18', '2027-03-18']],
  ['last friday', '2026-12-25', ['2026-12-25', '2027-01-29', '2027-02-26', '2027-03-26']],
  ['3 months fourth tuesday', '2026-10-27', ['2026-10-27', '2027-01-26', '2027-04-27', '2027-07-27']],
  ['quarterly', '2026-11-30', ['2026-11-30', '2027-02-28', '2027-05-30', '2027-08-30']],
  ['year', '2028-02-29', ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28']],
  ['Monthly on the 1st Monday', '2027-02-01', ['2027-02-01', '2027-03-01', '2027-04-05', '2027-05-03']],
])('%s from %s', (every, first, wanted) => {
  expect(days(every, first)).toEqual(wanted);
});

test.each([
  '6',
  '15',
  '',
  '0 weeks',
  '61 weeks',
  '10 days',
  '3 working days',
  '0 months',
  '25 months',
  'monthly 0',
  'monthly 32',
  'monthly fifth friday',
  'monthly second',
  'second wednesday thursday',
  'sometimes',
  'constructor monday',
])('"%s" is no rhythm', (text) => {
  expect(parseRhythm(text)).toBeUndefined();
});

const rhythms = fc.oneof(
  fc.record({ unit: fc.constant('weeks' as const), count: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    unit: fc.constant('months' as const),
    count: fc.integer({ min: 1, max: 24 }),
    on: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 31 }) }),
        fc.record({
          kind: fc.constant('weekday' as const),
          nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
          weekday: fc.constantFrom(
            1 as const,
            2 as const,
            3 as const,
            4 as const,
            5 as const,
            6 as const,
            7 as const,
          ),
        }),
      ),
      { nil: undefined },
    ),
  }),
);
const someDay = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays(day('1990-01-01'), count));

function firstOf(rhythm: Rhythm, near: Day): Day {
  return dayInItsMonth(rhythm, near);
}

test('the first number from a day on is the least one whose day is not before it', () => {
  fc.assert(
    fc.property(rhythms, someDay, someDay, (rhythm, near, from) => {
      const first = firstOf(rhythm, near);
      const number = numberFrom(rhythm, first, from);
      expect(dayOf(rhythm, first, number) >= from || from <= first).toBe(true);
      expect(number === 0 || dayOf(rhythm, first, number - 1) < from).toBe(true);
    }),
  );
});

test('days rise, begin with the first, and keep their weekday or place in the month', () => {
  fc.assert(
    fc.property(rhythms, someDay, fc.integer({ min: 1, max: 200 }), (rhythm, near, number) => {
      const first = firstOf(rhythm, near);
      expect(dayOf(rhythm, first, 0)).toBe(first);
      const found = dayOf(rhythm, first, number);
      expect(found > dayOf(rhythm, first, number - 1)).toBe(true);
      const same = rhythm.unit === 'weeks' ? weekdayOf(found) === weekdayOf(first) : true;
      expect([same, dayInItsMonth(rhythm, found)]).toEqual([true, found]);
    }),
  );
});
