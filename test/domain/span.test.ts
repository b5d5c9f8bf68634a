// Lengths of time: one way to write them, read the same wherever they stand.
import { parseDayExpression } from '../../src/domain/day-expression.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { parseSpan } from '../../src/domain/span.ts';
import { duration } from '../../src/config/fields.ts';
import { slipDay } from '../../src/schedule/slip-amount.ts';
import { addWorkingDays } from '../../src/domain/working-days.ts';

const FROM = day('2026-11-02');

const FORMS: readonly (readonly [string, number, string])[] = [
  ['7d', 7, 'days'],
  ['7 days', 7, 'days'],
  ['1 day', 1, 'days'],
  ['1w', 1, 'weeks'],
  ['1 Week', 1, 'weeks'],
  ['12  weeks', 12, 'weeks'],
  ['3wd', 3, 'working-days'],
  ['1 working day', 1, 'working-days'],
  ['10 Working  Days', 10, 'working-days'],
];

test.each(FORMS)(
  '%s is the same in configs, in days that lean on others, and in commands',
  (text, amount, unit) => {
    const span = { amount, unit };
    expect(parseSpan(text)).toEqual(span);
    expect(duration().parse(text)).toEqual(span);
    expect(parseDayExpression(`rc1 + ${text}`)).toEqual({ kind: 'offset', anchor: 'rc1', ...span });
    const moved = slipDay(`+${text}`, FROM, []);
    expect(moved).toBe(
      unit === 'working-days'
        ? addWorkingDays(FROM, amount, [])
        : addDays(FROM, (unit === 'weeks' ? 7 : 1) * amount),
    );
  },
);

test.each([
  '',
  '7',
  'd',
  '1 month',
  '1.5 days',
  '-1 day',
  '1000d',
  'a week',
  '1 d ay',
  '1 working week',
  '1 week 2 days',
])('%j is none', (text) => {
  expect(parseSpan(text)).toBeUndefined();
  expect(duration().safeParse(text).success).toBe(false);
  expect(parseDayExpression(`rc1 + ${text}`)).toBeUndefined();
  expect(slipDay(`+${text}`, FROM, [])).toBeUndefined();
});
