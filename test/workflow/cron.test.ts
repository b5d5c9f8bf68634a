// Cron lines as GitHub reads them.
import { day } from '../../src/domain/day.ts';
import { firesOn, parseCron } from '../../src/workflow/cron.ts';

const MONDAY = day('2026-11-30');
const SUNDAY = day('2026-11-29');

const timesOf = (text: string, of = MONDAY): string[] | undefined => {
  const cron = parseCron(text);
  return cron && firesOn(cron, of);
};

test.each([
  ['17 8 * * *', ['08:17']],
  ['17 8-10 * * 1-5', ['08:17', '09:17', '10:17']],
  ['0/20 8 * * *', ['08:00', '08:20', '08:40']],
  ['5,7 */12 * * *', ['00:05', '00:07', '12:05', '12:07']],
  ['0 1-9/4 * NOV mon-FRI', ['01:00', '05:00', '09:00']],
  ['0 0 * * 0', []],
  ['0 0 1 * *', []],
  ['0 0 30 11 *', ['00:00']],
  ['0 0 * 10 *', []],
])('%s on a Monday', (text, times) => {
  expect(timesOf(text)).toEqual(times);
});

test('with a day of the month and a weekday, one of them is enough', () => {
  expect(timesOf('0 6 29 * MON')).toEqual(['06:00']);
  expect(timesOf('0 6 29 * MON', SUNDAY)).toEqual(['06:00']);
  expect(timesOf('0 6 28 * MON', SUNDAY)).toEqual([]);
});

test.each(['', '* * * *', '* * * * * *', '@daily', '60 * * * *', '* 24 * * *', '* * 0 * *', '5-1 * * * *'])(
  '%j is refused',
  (text) => {
    expect(parseCron(text)).toBeUndefined();
  },
);

test.each([
  '1/0 * * * *',
  '1/2/3 * * * *',
  '1-2-3 * * * *',
  'a * * * *',
  '* * * foo *',
  ', * * * *',
  '-1 * * * *',
])('%j is refused, too', (text) => {
  expect(parseCron(text)).toBeUndefined();
});
