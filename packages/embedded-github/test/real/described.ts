// What GitHub's own description says of a field of a webhook or an answer.
import { type Schema, resolveRef } from '../support/openapi-spec.ts';
import type { Kind } from './shape.ts';

/** The types that the description gives to the field at a path such as `issue.labels[].name`; empty when it has none. */
export function describedKinds(schemas: readonly Schema[], path: string): ReadonlySet<Kind> {
  const parts = path
    .replaceAll('[]', '.[]')
    .split('.')
    .filter((part) => part !== '');
  const found = parts.reduce(
    (now, part) => distinct(now.flatMap((schema) => inside(schema, part))),
    [...distinct(schemas.flatMap(variants))],
  );
  return new Set(found.flatMap(kindsOf));
}

/** The schema itself, and what it is put together from. */
function variants(schema: Schema): Schema[] {
  const own = resolveRef<Schema>(schema);
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((word) => (own[word] ?? []) as readonly Schema[]);
  return [own, ...parts.flatMap(variants)];
}

function inside(schema: Schema, part: string): Schema[] {
  const next = part === '[]' ? schema['items'] : (schema['properties'] as Schema | undefined)?.[part];
  return next === undefined ? [] : variants(next as Schema);
}

/** Many events share their parts. */
function distinct(schemas: readonly Schema[]): Schema[] {
  return [...new Set(schemas)];
}

function kindsOf({ type, nullable, properties, enum: words }: Schema): Kind[] {
  const nothing = nullable === true || (Array.isArray(words) && words.includes(null));
  const kind = type === 'integer' ? 'number' : (type ?? (properties === undefined ? undefined : 'object'));
  return [...(nothing ? (['null'] as const) : []), ...(kind === undefined ? [] : [kind as Kind])];
}
