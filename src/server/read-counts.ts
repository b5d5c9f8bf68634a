// Reads what `relcomms simulate --mails --json` prints: nothing of it is taken on trust.
import type { PersonMails } from '../config-check/mails.ts';
import { type Day, parseDay } from '../domain/day.ts';

/** Undefined when it has another shape. */
export function readCounts(text: string): readonly PersonMails[] | undefined {
  const found = parsed(text);
  if (!isObject(found) || !Array.isArray(found['weeks']) || !Array.isArray(found['rows'])) return undefined;
  const weeks = found['weeks'].map((week) => (typeof week === 'string' ? parseDay(week) : undefined));
  const people = found['rows'].map((row) => personOf(row, weeks));
  return people.every((person) => person !== undefined) ? people : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function personOf(row: unknown, weeks: readonly (Day | undefined)[]): PersonMails | undefined {
  if (!isObject(row)) return undefined;
  const { login, total, perWeek } = row;
  if (typeof login !== 'string' || !isCount(total)) return undefined;
  if (!Array.isArray(perWeek) || perWeek.length !== weeks.length || !perWeek.every(isCount)) return undefined;
  const count = Math.max(0, ...perWeek);
  const monday = weeks[perWeek.indexOf(count)];
  if (count === 0) return { login, total };
  return monday === undefined ? undefined : { login, total, busiest: { monday, count } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
