// The new day of a slip: a day, or so many days, working days or weeks from the old one.
import * as fc from 'fast-check';
import { addDays, day } from '../../src/domain/day.ts';
import { slipDay } from '../../src/schedule/slip-amount.ts';
import { workingDaysBetween } from '../../src/domain/working-days.ts';

const FROM = day('2026-11-10');
const HOLIDAYS = [day('2026-11-11')];

test.each([
  ['2026-11-17', '2026-11-17'],
  [' 2026-11-17 ', '2026-11-17'],
  ['+2w', '2026-11-24'],
  ['-3d', '2026-11-07'],
  ['+5wd', '2026-11-18'],
  ['-2wd', '2026-11-06'],
  ['+ 2 weeks', '2026-11-24'],
  ['+1 working day', '2026-11-12'],
  ['+1D', '2026-11-11'],
  ['+0d', '2026-11-10'],
])('%j is %s', (text, expected) => {
  expect(slipDay(text, FROM, HOLIDAYS)).toBe(expected);
});

test.each([
  '',
  '2w',
  '+2',
  '+w',
  '+2m',
  '2026-11-31',
  '2026-11-7',
  'friday',
  '+1000d',
  '+2w because',
  '++2w',
  '+2.5d',
])('%j is no day', (text) => {
  expect(slipDay(text, FROM, HOLIDAYS)).toBeUndefined();
});

test('a day that can not be written is none', () => {
  expect(slipDay('+1d', day('9999-12-31'), [])).toBeUndefined();
});

test('amounts are what they say', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 400 }), (count, later) => {
      const from = addDays(FROM, later);
      expect(slipDay(`+${count}w`, from, [])).toBe(addDays(from, 7 * count));
      expect(workingDaysBetween(from, slipDay(`-${count}wd`, from, HOLIDAYS) ?? from, HOLIDAYS)).toBe(-count);
    }),
  );
});
