// Reads a row of the record of messages; what people broke counts as not there.
import { type Day, type Instant, parseDay } from '../domain/day.ts';
import type { Sent } from '../domain/notice.ts';
import type { OutboxRow } from '../domain/outbox.ts';

export function readOutboxRow(row: unknown): OutboxRow | undefined {
  if (!isRecord(row)) return undefined;
  const { claim, at, tries, until, words, failed } = row;
  if (typeof claim !== 'string' || !isNumber(at) || !isNumber(tries) || !isNumber(until)) return undefined;
  const sent = readSent(row['sent']);
  return {
    claim,
    at: at as Instant,
    tries,
    until: until as Instant,
    ...(sent === undefined ? {} : { sent }),
    ...(typeof words === 'string' ? { words } : {}),
    ...(typeof failed === 'string' ? { failed } : {}),
    ...tellsOf(row['tells']),
  };
}

function tellsOf(tells: unknown): Pick<OutboxRow, 'tells'> {
  if (!isRecord(tells)) return {};
  const days = Object.entries(tells).map(([id, day]) => [
    id,
    typeof day === 'string' ? parseDay(day) : undefined,
  ]);
  return { tells: Object.fromEntries(days.filter(([, day]) => day !== undefined)) as Record<string, Day> };
}

function readSent(sent: unknown): Sent | undefined {
  if (!isRecord(sent)) return undefined;
  const { place, id, link } = sent;
  if (typeof place !== 'string' || typeof id !== 'string') return undefined;
  return { place, id, ...(typeof link === 'string' ? { link } : {}) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
