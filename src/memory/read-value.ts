// Reads values of hidden data: what is not of the wanted shape is not there.
import { type Day, type Instant, parseDay } from '../domain/day.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** Its own value of that name: what every object inherits is none. */
export function valueIn(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function textIn(fields: Fields, name: string): string | undefined {
  const value = valueIn(fields, name);
  return typeof value === 'string' ? value : undefined;
}

/** A whole number that counts something, from `least` on. */
export function countIn(fields: Fields, name: string, least = 0): number | undefined {
  const value = valueIn(fields, name);
  return isCount(value) && value >= least ? value : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MOST_COUNT;
}

const MOST_COUNT = 1_000_000_000;

/** Milliseconds between the years 1970 and 9999: others have no day. */
const LAST_INSTANT = 253_402_300_799_999;

export function isInstant(value: unknown): value is Instant {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST_INSTANT;
}

export function instantIn(fields: Fields, name: string): Instant | undefined {
  const value = valueIn(fields, name);
  return isInstant(value) ? value : undefined;
}

/** A list of texts; what else is in it is left out. */
export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as unknown[]).filter((one) => typeof one === 'string') : [];
}

/** Texts by name; undefined when it is no such thing. */
export function textsOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  );
}

/** Days by name; undefined when it is no such thing. */
export function daysOf(value: unknown): Readonly<Record<string, Day>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => {
      const day = typeof text === 'string' ? parseDay(text) : undefined;
      return day === undefined ? [] : [[name, day] as const];
    }),
  );
}
