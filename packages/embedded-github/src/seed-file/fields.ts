// Decoders of a seed file: every value comes as text, and every mistake says how to write it right.
import * as z from 'zod';
import { nearest } from './nearest.ts';

/** What an issue of the schema carries for people. */
export interface IssueParams {
  readonly mend: string;
  /** The issue is about the key, not about what stands behind it. */
  readonly atKey?: boolean;
}

interface LeafSpec<T> {
  /** Undefined for a text that does not fit. */
  readonly read: (written: string) => T | undefined;
  /** How to write it. */
  readonly mend: string;
  /** For `… is not a day.` */
  readonly what: string;
  readonly suggest?: (written: string) => string | undefined;
}

/** A single value. */
export function leaf<T>({ read, mend, what, suggest }: LeafSpec<T>): z.ZodType<T> {
  return z.unknown().transform((input, context): T => {
    const written = typeof input === 'string' ? input.trim() : undefined;
    const value = written === undefined ? undefined : read(written);
    if (value !== undefined) return value;
    const meant = written === undefined ? undefined : suggest?.(written);
    const params: IssueParams = { mend: meant === undefined ? mend : `Did you mean ${meant}?` };
    context.addIssue({ code: 'custom', message: complaint(input, what), params: { ...params } });
    return z.NEVER;
  });
}

function complaint(input: unknown, what: string): string {
  if (input === undefined || input === null || input === '') return `Here ${what} is missing.`;
  if (typeof input !== 'string') return `Here belongs ${what}, as a single value.`;
  return `"${input.length > 60 ? `${input.slice(0, 60)}…` : input}" is not ${what}.`;
}

/** One line of at most `max` characters, or several where `lines`. */
export function text(max = 200, lines = false): z.ZodType<string> {
  return leaf({
    what: lines ? `a text of at most ${max} characters` : `a line of at most ${max} characters`,
    mend: lines ? 'Write a text.' : 'Write a text of one line.',
    read: (value) =>
      value !== '' && value.length <= max && (lines || !/[\r\n]/.test(value)) ? value : undefined,
  });
}

/** A text that is taken as it is written: files and bodies. */
export function raw(): z.ZodType<string> {
  return z.unknown().transform((input, context): string => {
    if (typeof input === 'string') return input;
    const params = { mend: 'Write a text; several lines begin with | on the line before.' };
    context.addIssue({ code: 'custom', message: 'A text belongs here.', params });
    return z.NEVER;
  });
}

export function pattern(fits: RegExp, what: string, mend: string): z.ZodType<string> {
  return leaf({ what, mend, read: (value) => (fits.test(value) ? value : undefined) });
}

export function oneOf<const T extends string>(words: readonly T[]): z.ZodType<T> {
  const all = words.join(', ');
  return leaf({
    what: `one of ${all}`,
    mend: `Write one of ${all}.`,
    read: (value) => words.find((word) => word === value),
    suggest: (value) => nearest(value, words),
  });
}

export function yesNo(): z.ZodType<boolean> {
  return leaf({
    what: 'true or false',
    mend: 'Write true or false.',
    read: (value) => (['true', 'false'].includes(value) ? value === 'true' : undefined),
  });
}

export function wholeNumber(min: number, max: number): z.ZodType<number> {
  return leaf({
    what: `a whole number from ${min} to ${max}`,
    mend: `Write a whole number from ${min} to ${max}.`,
    read: (value) =>
      /^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined,
  });
}

/** A day as `2026-11-24`. */
export function day(): z.ZodType<string> {
  return leaf({
    what: 'a day',
    mend: 'Write year, month and day, for example 2026-11-24.',
    read: (value) => (isDay(value) ? value : undefined),
  });
}

function isDay(value: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** Exactly these keys. A key with nothing behind it is as good as none. */
export function keys<const S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape);
  return z.preprocess((input, context) => {
    const given = input ?? {};
    if (!isRecord(given)) return given;
    for (const key of Object.keys(given).filter((name) => !known.includes(name)))
      context.addIssue({
        code: 'custom',
        message: `The key "${key}" is not known here.`,
        path: [key],
        params: { ...unknownKey(key, known) },
      });
    return Object.fromEntries(
      Object.entries(given).filter(([key, value]) => value !== null && known.includes(key)),
    );
  }, z.object(shape));
}

function unknownKey(key: string, known: readonly string[]): IssueParams {
  const meant = nearest(key.toLowerCase(), known);
  return {
    mend: meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
    atKey: true,
  };
}

/** A list; one value alone stands for a list of one. */
export function list<T>(item: z.ZodType<T>): z.ZodType<T[]> {
  return z.preprocess((input) => (typeof input === 'string' ? [input] : (input ?? [])), z.array(item));
}

/** Keys of the user's choice, each with the same kind of value. */
export function table<T>(
  key: z.ZodType<string>,
  value: z.ZodType<T>,
): z.ZodType<Readonly<Record<string, T>>> {
  return z.preprocess((input) => input ?? {}, z.record(key as z.ZodType<string, string>, value));
}

/** A value written short as text, or in full as keys. */
export function either<A, B>(short: z.ZodType<A>, full: z.ZodType<B>): z.ZodType<A | B> {
  return z.unknown().transform((input, context): A | B => {
    const result: z.ZodSafeParseResult<A | B> = isRecord(input)
      ? full.safeParse(input)
      : short.safeParse(input);
    if (result.success) return result.data;
    for (const issue of result.error.issues) context.addIssue({ ...issue, path: [...issue.path] });
    return z.NEVER;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
