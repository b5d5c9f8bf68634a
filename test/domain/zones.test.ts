// Clocks of zones against dayjs, which reads the same table in its own way.
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import * as fc from 'fast-check';
import {
  type Instant,
  dayAt,
  day,
  endOfDay,
  formatInstant,
  instantOf,
  isZone,
  isoInstant,
} from '../../src/domain/day.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

const ZONES = [
  'UTC',
  'AoE',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Havana',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

const at = (iso: string): Instant => Date.parse(iso) as Instant;
const zones = fc.constantFrom(...ZONES);
const instants = fc
  .integer({ min: at('2012-01-01T00:00:00Z'), max: at('2037-12-31T00:00:00Z') })
  .map((found) => found as Instant);
const named = (zone: string): string => (zone === 'AoE' ? 'Etc/GMT+12' : zone);

test('law: every clock shows what dayjs shows', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const shown = dayjs.utc(instant).tz(named(zone));
      expect(formatInstant(instant, zone, 'd ddd D MMM YYYY, HH:mm [in D]')).toBe(
        shown.format('d ddd D MMM YYYY, HH:mm [in D]'),
      );
      expect(dayAt(instant, zone)).toBe(shown.format('YYYY-MM-DD'));
      expect(isoInstant(instant)).toBe(dayjs.utc(instant).toISOString());
    }),
  );
});

test('law: the instant of what a clock shows is that instant, or one that shows the same before clocks go back', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const minute = (Math.floor(instant / 60_000) * 60_000) as Instant;
      const found = instantOf(dayAt(minute, zone), formatInstant(minute, zone, 'HH:mm'), zone);
      expect(formatInstant(found, zone, 'YYYY-MM-DD HH:mm')).toBe(
        formatInstant(minute, zone, 'YYYY-MM-DD HH:mm'),
      );
      expect(found).toBeLessThanOrEqual(minute);
      expect(minute - found).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

test.each([
  [
    'a time that is skipped is the later one',
    '2026-03-08',
    '02:30',
    'America/Los_Angeles',
    '2026-03-08T10:30:00.000Z',
  ],
  [
    'a time that comes twice is the first one',
    '2026-11-01',
    '01:30',
    'America/Los_Angeles',
    '2026-11-01T08:30:00.000Z',
  ],
  ['half an hour is skipped', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
  ['no such zone shifts AoE', '2026-07-01', '00:00', 'AoE', '2026-07-01T12:00:00.000Z'],
])('%s', (_, of, time, zone, expected) => {
  expect(isoInstant(instantOf(day(of), time, zone))).toBe(expected);
});

test('a day ends at the first of two midnights, and behind one that is skipped', () => {
  expect(isoInstant(endOfDay(day('2026-10-31'), 'America/Havana'))).toBe('2026-11-01T04:00:00.000Z');
  expect(isoInstant(endOfDay(day('2026-03-07'), 'America/Havana'))).toBe('2026-03-08T05:00:00.000Z');
});

test('zones are known by name, in any case of letters', () => {
  const known = ['AoE', 'UTC', 'utc', 'Europe/Berlin', 'europe/berlin', 'EST'];
  expect(known.filter((name) => !isZone(name))).toEqual([]);
  expect(['', 'aoe', 'Mars/Base', 'constructor'].filter(isZone)).toEqual([]);
});

test('what is no instant is said, and breaks nothing', () => {
  expect(formatInstant(Number.NaN as Instant, 'Europe/Berlin', 'HH:mm')).toBe('Invalid Date');
});
