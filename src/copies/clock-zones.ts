// Zones as people write them beside a clock, and the moment that such a clock means.
import type { Day, Instant } from '../domain/day.ts';

const HOURS: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  bst: 1,
  jst: 9,
  aoe: -12,
};

/** Hours ahead of UTC of `PDT`, `Z`, `+02:00`; undefined for anything else. */
export function zoneHours(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return HOURS[zone.toLowerCase()];
  const count = Number(hours) + Number(minutes) / 60;
  return sign === '-' ? -count : count;
}

/** The moment of a clock time on a day; undefined where zone or time is none. */
export function instantIn(
  day: Day,
  hour: string,
  minute: string,
  hours: number | undefined,
): Instant | undefined {
  if (hours === undefined || Number(hour) > 24 || Number(minute) > 59) return undefined;
  const shown = Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minute)) * 60_000;
  return (shown - hours * 3_600_000) as Instant;
}
