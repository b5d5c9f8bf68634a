// Days and instants are read strictly: what is none is no day, and nothing is rounded into one.
import { isoInstant, parseDay, parseInstant } from '../../src/domain/day.ts';

test.each(['2026-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '0100-01-01', '9999-12-31'])(
  '%s is a day',
  (text) => {
    expect(parseDay(text)).toBe(text);
  },
);

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-02-31',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-01-32',
  '0026-01-01',
  '2026-1-1',
  '26-01-01',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  '2026/01/01',
  '',
])('"%s" is no day', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test.each([
  ['2026-03-01T09:30:15Z', '2026-03-01T09:30:15.000Z'],
  ['2026-03-01T09:30:15.250Z', '2026-03-01T09:30:15.250Z'],
  ['2026-03-01T09:30Z', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01T00:30:00+02:00', '2026-02-28T22:30:00.000Z'],
  ['2026-02-28T23:30:00-05:30', '2026-03-01T05:00:00.000Z'],
])('%s is %s', (text, instant) => {
  const read = parseInstant(text);
  expect(read === undefined ? undefined : isoInstant(read)).toBe(instant);
});

test.each([
  '2026-03-01',
  '2026-03-01T09:30:15',
  '2026-02-30T09:30:15Z',
  '2026-03-01T25:00:00Z',
  '2026-03-01T09:60:00Z',
  '2026-03-01T09:30:15+25:00',
  '2026-03-01 09:30:15Z',
  'Sun, 01 Mar 2026 09:30:15 GMT',
  '',
])('"%s" is no instant', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});
