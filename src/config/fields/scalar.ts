// The decoder of one text value: reads it, or says what is wrong with it and how to mend it.
import * as z from 'zod';
import type { FieldMeta } from './field-meta.ts';

/** What a reader found: a value, or a mistake in words for the person who wrote it. */
export type Reading<T> = { readonly value: T } | Mistake;

export interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}

/** How a schema issue carries a mistake through zod to the problem that people see. */
export interface IssueParams {
  readonly code: string;
  readonly mend?: string;
  /** The keys that are known where an unknown one stands. */
  readonly known?: readonly string[];
}

export interface ScalarSpec<T> {
  readonly read: (text: string) => Reading<T>;
  /** How to write the value; the mend when it is missing or no text at all. */
  readonly mend: string;
  /** The JSON Schema of the value as editors see it, before decoding. */
  readonly json: NonNullable<FieldMeta['json']>;
}

/** A zod schema over a text of the YAML file. Issues carry `IssueParams`. */
export function scalar<T>({ read, mend, json }: ScalarSpec<T>): z.ZodType<T> {
  return z
    .transform((input: unknown, context): T => {
      const reading = typeof input === 'string' ? read(input.trim()) : noText(input, mend);
      if ('value' in reading) return reading.value;
      const params: IssueParams = { code: reading.code, mend: reading.mend };
      context.addIssue({ code: 'custom', message: reading.message, params });
      return z.NEVER;
    })
    .meta({ json });
}

function noText(input: unknown, mend: string): Mistake {
  if (input === undefined) return { code: 'missing', message: '', mend };
  const found = Array.isArray(input) ? 'A list' : 'A set of keys';
  return { code: 'not-text', message: `${found} stands where a single value belongs.`, mend };
}
