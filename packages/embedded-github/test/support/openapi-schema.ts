// Turns OpenAPI 3.0 schemas into JSON Schemas and compiles them, each when first used.
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { type Schema, resolveRef } from './openapi-spec.ts';

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
// GitHub's own formats, which say nothing that could be checked.
for (const format of ['repo.nwo', 'timestamp']) ajv.addFormat(format, true);

const COMPONENT = '#/components/schemas/';
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with the value, as `place: complaint`; empty when it fits. `key` names the schema. */
export function complaints(key: string, schema: Schema, value: unknown): string[] {
  let validate = compiled.get(key);
  if (validate === undefined) {
    validate = ajv.compile(standalone(schema));
    compiled.set(key, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'}: ${message ?? ''}`,
  );
}

/** The schema with every component that it reaches. */
function standalone(schema: Schema): object {
  const definitions: Record<string, unknown> = {};
  const reach = (name: string): void => {
    if (name in definitions) return;
    definitions[name] = true;
    definitions[name] = convert(resolveRef<Schema>({ $ref: COMPONENT + name }), reach);
  };
  return { ...(convert(schema, reach) as object), definitions };
}

/** A copy in JSON Schema: `nullable` becomes a type, references point into the copy, examples go. */
function convert(value: unknown, reach: (name: string) => void): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, reach));
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === 'example' || key === 'examples' || key === 'nullable') continue;
    if (key === '$ref' && typeof item === 'string') {
      const name = item.slice(COMPONENT.length);
      reach(name);
      result[key] = `#/definitions/${name}`;
    } else result[key] = convert(item, reach);
  }
  return (value as Schema)['nullable'] === true ? orNull(result) : result;
}

function orNull(schema: Record<string, unknown>): object {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}),
  };
}
