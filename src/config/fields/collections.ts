// Decoders of structure: keys, lists, tables, and values that may be written in two ways.
import * as z from 'zod';
import { quoted } from '../yaml/hidden.ts';
import { metaOf } from './field-meta.ts';
import type { IssueParams } from './scalar.ts';

// A process reads a config once or twice: making code for it takes longer than reading it without.
z.config({ jitless: true });

/** An object with exactly these keys; an unknown key is an issue of its own with the known ones. */
export function keys<const S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const params: IssueParams = { code: 'unknown-key', known: Object.keys(shape) };
  // `z.strictObject` gathers all unknown keys in one issue and does not say which keys are known.
  const unknownKey = z.custom<never>(() => false, { params: { ...params } });
  return z.object(shape).catchall(unknownKey);
}

/** A list, of at most `max` values. Where items are single values, one alone stands for a list of one. */
export function list<T>(item: z.ZodType<T>, max?: number): z.ZodType<T[]> {
  return z
    .preprocess(
      (input, context) => {
        if (typeof input !== 'string' || metaOf(item).json === undefined) return input;
        if (!input.includes(',')) return [input];
        const params: IssueParams = { code: 'not-a-list', fix: `Write [${input.trim()}], with brackets.` };
        context.addIssue({ code: 'custom', message: `${quoted(input)} is one text, not a list.`, params });
        return z.NEVER;
      },
      max === undefined ? z.array(item) : shortArray(item, max),
    )
    .meta({ single: true });
}

function shortArray<T>(item: z.ZodType<T>, max: number): z.ZodType<T[]> {
  return z
    .array(item)
    .superRefine((values, context) => {
      if (values.length <= max) return;
      const params: IssueParams = { code: 'too-many', fix: 'Shorten the list.' };
      const message = `The list has ${values.length} values; at most ${max} are allowed.`;
      context.addIssue({ code: 'custom', message, params });
    })
    .meta({ maxItems: max });
}

/** Keys of the user's choice, each with the same kind of value. The result has no prototype. */
export function table<T>(
  key: z.ZodType<string>,
  value: z.ZodType<T>,
): z.ZodType<Readonly<Record<string, T>>> {
  return z.record(key as z.ZodType<string, string>, value);
}

/** A value written short as text, or in full as keys. */
export function either<A, B>(short: z.ZodType<A>, full: z.ZodType<B>): z.ZodType<A | B> {
  return z
    .transform((input: unknown, context): A | B => {
      const result: z.ZodSafeParseResult<A | B> =
        typeof input === 'object' && !Array.isArray(input) ? full.safeParse(input) : short.safeParse(input);
      if (result.success) return result.data;
      for (const issue of result.error.issues) context.addIssue({ ...issue, path: [...issue.path] });
      return z.NEVER;
    })
    .meta({ anyOf: [short, full] });
}

/** Keys of one shape, or of another that `isWithin` knows by the keys that are there. */
export function eitherByKeys<A, B>(
  isWithin: (keys: readonly string[]) => boolean,
  without: z.ZodType<A>,
  within: z.ZodType<B>,
): z.ZodType<A | B> {
  return z
    .transform((input: unknown, context): A | B => {
      const given = typeof input === 'object' && input !== null ? Object.keys(input) : [];
      const result: z.ZodSafeParseResult<A | B> = (isWithin(given) ? within : without).safeParse(input);
      if (result.success) return result.data;
      for (const issue of result.error.issues) context.addIssue({ ...issue, path: [...issue.path] });
      return z.NEVER;
    })
    .meta({ anyOf: [without, within] });
}
