// What the schema says about a key, as plain data from which JSON Schema, example and documentation are made.
import type * as z from 'zod';
import { type FieldMeta, type JsonSchema, metaOf } from '../fields/field-meta.ts';

type Form =
  | { readonly kind: 'scalar'; readonly json: JsonSchema }
  /** `single`: one value may stand for a list of one. */
  | { readonly kind: 'list'; readonly item: KeyDoc; readonly single: boolean }
  | { readonly kind: 'keys'; readonly keys: Readonly<Record<string, KeyDoc>> }
  | { readonly kind: 'table'; readonly name: KeyDoc; readonly value: KeyDoc }
  | { readonly kind: 'either'; readonly forms: readonly KeyDoc[] };

/** One key of the config, or an item or value within. */
export interface KeyDoc {
  readonly form: Form;
  readonly needed: boolean;
  readonly description?: string;
  /** As it would stand in the file. */
  readonly example?: unknown;
  readonly defaultValue?: unknown;
  /** The default in words, when it is no plain value. */
  readonly defaultText?: string;
  /** Of one of several forms: how the docs call it. */
  readonly heading?: string;
  /** Of an item: it may stand in the place of a list with nothing else. */
  readonly alone?: boolean;
}

/** The union of what zod's definitions hold, as far as it is looked at here. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly defaultValue?: unknown;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** Reads a schema made of the decoders of `fields.ts`; throws for one that says nothing about its form. */
export function keyDocOf(schema: z.ZodType): KeyDoc {
  const { meta, definition, needed, defaultValue } = unwrap(schema);
  const { description, example, defaultText, heading, alone } = meta;
  return {
    form: formOf(meta, definition),
    needed,
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(defaultText === undefined ? {} : { defaultText }),
    ...(heading === undefined ? {} : { heading }),
    ...(alone === undefined ? {} : { alone }),
  };
}

/** A value for the key: its example, or one made of the examples of its keys. */
export function exampleOf(doc: KeyDoc): unknown {
  if (doc.example !== undefined) return doc.example;
  if (doc.form.kind !== 'keys') return undefined;
  return Object.fromEntries(Object.entries(doc.form.keys).map(([key, inner]) => [key, exampleOf(inner)]));
}

interface Unwrapped {
  readonly meta: FieldMeta;
  readonly definition: Definition;
  readonly needed: boolean;
  readonly defaultValue?: unknown;
}

/** Layers with which a key may be left out. */
const OPTIONAL: readonly string[] = ['optional', 'default', 'prefault'];

/** Takes off `optional`, `default` and what decodes the value; what the outer layer says goes before the inner. */
function unwrap(schema: z.ZodType): Unwrapped {
  const own = metaOf(schema);
  const definition = schema.def as unknown as Definition;
  const inner = innerOf(definition);
  const below = inner === undefined ? undefined : unwrap(inner);
  const needed = own.elsewhere !== true && !OPTIONAL.includes(definition.type) && below?.needed !== false;
  if (own.json !== undefined || own.anyOf !== undefined || below === undefined)
    return { meta: own, definition, needed };
  const defaultValue = definition.type === 'default' ? definition.defaultValue : below.defaultValue;
  const meta = { ...below.meta, ...own };
  return {
    meta,
    definition: below.definition,
    needed,
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

function innerOf(definition: Definition): z.ZodType | undefined {
  if (definition.type !== 'pipe') return definition.innerType;
  const { in: first, out } = definition;
  // `preprocess` decodes before the schema, `transform` after it; our own decoders say what they are.
  const decodes = first?.def.type === 'transform' && Object.keys(metaOf(first)).length === 0;
  return decodes ? out : first;
}

function formOf(meta: FieldMeta, { type, element, shape, keyType, valueType }: Definition): Form {
  if (meta.json !== undefined) return { kind: 'scalar', json: meta.json };
  if (meta.anyOf !== undefined) return { kind: 'either', forms: meta.anyOf.map(keyDocOf) };
  if (type === 'array' && element !== undefined)
    return { kind: 'list', item: keyDocOf(element), single: meta.single === true };
  if (type === 'record' && keyType !== undefined && valueType !== undefined)
    return { kind: 'table', name: keyDocOf(keyType), value: keyDocOf(valueType) };
  if (type !== 'object' || shape === undefined)
    throw new Error(`a schema of type ${type} needs meta({ json })`);
  return {
    kind: 'keys',
    keys: Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, keyDocOf(inner)])),
  };
}
