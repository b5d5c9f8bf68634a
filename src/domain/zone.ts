// Zones by name: which there are, and how far their clocks are from UTC.

/** The zone name for deadlines that count anywhere on earth (UTC-12). */
export const ANYWHERE_ON_EARTH = 'AoE';

const MINUTE = 60_000;

/** Zones whose clocks never change: the first question to the table of all others takes as long as half an empty run. */
const FIXED: Readonly<Record<string, number>> = { UTC: 0, [ANYWHERE_ON_EARTH]: -12 * 60 * MINUTE };

/** Zones are slow to ask, and a cycle asks for the same ones again and again. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** More than there are: names differ in upper and lower case, too. */
const MOST_KEPT = 1000;

/** Whether the name is `AoE`, `UTC` or an IANA zone that this runtime knows. */
export function isZone(name: string): boolean {
  if (Object.hasOwn(FIXED, name)) return true;
  try {
    return clockOf(name).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Milliseconds by which a clock in the zone is ahead of UTC at the instant, NaN for NaN. Throws RangeError for no zone. */
export function offsetAt(at: number, zone: string): number {
  if (Number.isNaN(at)) return at;
  if (Object.hasOwn(FIXED, zone)) return FIXED[zone] ?? 0;
  const [month = '', day = '', year = '', time = ''] = clockOf(zone).format(at).split(/\/|, /);
  const shown = Date.parse(`${year.padStart(4, '0')}-${month}-${day}T${time}Z`);
  // The clock shows whole seconds.
  return shown - Math.floor(at / 1000) * 1000;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  // The one locale that every Node has; it writes 01/31/2020, 18:46:40.
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...date, ...time });
  if (clocks.size >= MOST_KEPT) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}
