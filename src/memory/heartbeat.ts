// The sign of life in a tracking issue: when the first run of the day looked after it.
import { type Instant, formatInstant, parseInstant } from '../domain/day.ts';
import { keyOf } from '../text/marker.ts';

const SILENCE = keyOf('relcomms', 'silence');

/** Key of the issue that says that no run came through after this instant: one for each silence. */
export function silenceKey(last: Instant): string {
  return `${SILENCE}/${formatInstant(last, 'UTC', 'YYYYMMDD-HHmm')}`;
}

export function isSilenceKey(key: string): boolean {
  return key.startsWith(`${SILENCE}/`);
}

const LINE = /Last daily check: (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/;

/** `Last daily check: 2026-11-03 06:00 UTC`, which the next run reads again. */
export function heartbeatWords(at: Instant): string {
  return `Last daily check: ${formatInstant(at, 'UTC', 'YYYY-MM-DD HH:mm')} UTC`;
}

/** The instant, to the minute, that a body tells; undefined when it tells none. */
export function readHeartbeat(body: string): Instant | undefined {
  const [, day, time] = LINE.exec(body) ?? [];
  return day === undefined || time === undefined ? undefined : parseInstant(`${day}T${time}:00Z`);
}
