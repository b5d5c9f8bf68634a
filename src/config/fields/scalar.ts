// The decoder of one text value: reads it, or says what is wrong with it and how to fix it.
import * as z from 'zod';
import type { FieldMeta } from './field-meta.ts';

/** What a reader found: a value, or a mistake in words for the person who wrote it. */
export type Reading<T> = { readonly value: T } | Mistake;

export interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** How a schema issue carries a mistake through zod to the problem that people see. */
export interface IssueParams {
  readonly code: string;
  readonly fix?: string;
  /** The keys that are known where an unknown one stands. */
  readonly known?: readonly string[];
}

export interface ScalarSpec<T> {
  readonly read: (text: string) => Reading<T>;
  /** How to write the value; the fix when it is missing or no text at all. */
  readonly fix: string;
  /** The JSON Schema of the value as editors see it, before decoding. */
  readonly json: NonNullable<FieldMeta['json']>;
}

/** A zod schema over a text of the YAML file. Issues carry `IssueParams`. */
export function scalar<T>({ read, fix, json }: ScalarSpec<T>): z.ZodType<T> {
  return z
    .transform((input: unknown, context): T => {
      const reading = typeof input === 'string' ? read(input.trim()) : noText(input, fix);
      if ('value' in reading) return reading.value;
      const params: IssueParams = { code: reading.code, fix: reading.fix };
      context.addIssue({ code: 'custom', message: reading.message, params });
      return z.NEVER;
    })
    .meta({ json });
}

function noText(input: unknown, fix: string): Mistake {
  if (input === undefined) return { code: 'missing', message: '', fix };
  const found = Array.isArray(input) ? 'a list' : 'a set of keys';
  return { code: 'not-text', message: `Expected a single value, found ${found}.`, fix };
}
