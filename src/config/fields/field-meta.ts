// What a schema says about itself, for the JSON Schema, the example and the docs.
import type * as z from 'zod';

/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Given to a schema with `.meta({ … })`. */
export interface FieldMeta {
  /** One or two sentences for the person who writes the config. */
  readonly description?: string;
  /** A value as it would stand in the file, in its natural type. */
  readonly example?: unknown;
  /** The default in words, when it is no plain value. */
  readonly defaultText?: string;
  /** The schema of a decoder, which zod can't derive. */
  readonly json?: JsonSchema;
  /** The forms that a value may take. */
  readonly anyOf?: readonly z.ZodType[];
  /** Needed, but it may come from elsewhere in the file. */
  readonly elsewhere?: boolean;
  /** Of one of the forms: how the docs call it. */
  readonly heading?: string;
  /** Of an item: it may stand in the place of a list with nothing else. */
  readonly alone?: boolean;
  /** A list for which a single value may stand. */
  readonly single?: boolean;
}

/** The metadata of one schema, not of what it wraps. */
export function metaOf(schema: z.ZodType): FieldMeta {
  return (schema.meta() ?? {}) as FieldMeta;
}
