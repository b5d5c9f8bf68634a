// The JSON Schema of the config, for editors.
import type { JsonSchema } from '../fields/field-meta.ts';
import { type DutySections, configSchema } from '../schema/config-schema.ts';
import { type KeyDoc, exampleOf, keyDocOf } from './key-doc.ts';

/** Draft 2020-12. It accepts what the loader accepts, apart from rules that span several keys. */
export function jsonSchema(sections: DutySections): JsonSchema {
  const { form } = keyDocOf(configSchema(sections));
  const keys = form.kind === 'keys' ? form.keys : {};
  const general = Object.entries(keys).map(([key, doc]) => [
    key,
    Object.hasOwn(sections, key) ? sectionSchema(doc) : schemaOf(doc),
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'relcomms',
    description: 'The config of relcomms, .github/relcomms.yml.',
    type: 'object',
    properties: Object.fromEntries(general) as JsonSchema,
    required: neededKeys(keys),
    additionalProperties: false,
  };
}

/** A section may also be empty or `yes` (on, with defaults) or `no` (off although a preset turns it on). */
function sectionSchema(doc: KeyDoc): JsonSchema {
  return {
    ...annotations(doc),
    anyOf: [bareSchema(doc), { type: 'null' }, { enum: [true, false, 'yes', 'no', 'on', 'off'] }],
  };
}

function schemaOf(doc: KeyDoc): JsonSchema {
  const bare = bareSchema(doc);
  // An empty key counts as not written; editors should say so of lists and keys, where it is common.
  const nullable = !doc.needed && doc.form.kind !== 'scalar' && doc.form.kind !== 'either';
  if (!nullable) return { ...annotations(doc), ...bare };
  const { anyOf, type, ...rest } = bare;
  const widened = Array.isArray(anyOf)
    ? { anyOf: [...(anyOf as JsonSchema[]), { type: 'null' }] }
    : { type: [type, 'null'] };
  return { ...annotations(doc), ...widened, ...rest };
}

function bareSchema({ form }: KeyDoc): JsonSchema {
  switch (form.kind) {
    case 'scalar':
      return form.json;
    case 'list': {
      const array = { type: 'array', items: schemaOf(form.item) };
      const single = form.single && form.item.form.kind === 'scalar';
      const alone = formsOf(form.item).filter((one) => one.alone === true);
      if (single || alone.length > 0)
        return { anyOf: [array, ...(single ? [form.item] : alone).map(schemaOf)] };
      return array;
    }
    case 'keys':
      return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(form.keys).map(([key, doc]) => [key, schemaOf(doc)])),
        ...(neededKeys(form.keys).length > 0 ? { required: neededKeys(form.keys) } : {}),
        additionalProperties: false,
      };
    case 'table':
      return {
        type: 'object',
        propertyNames: bareSchema(form.name),
        additionalProperties: schemaOf(form.value),
      };
    default:
      return { anyOf: form.forms.map(schemaOf) };
  }
}

function formsOf({ form }: KeyDoc): readonly KeyDoc[] {
  return form.kind === 'either' ? form.forms : [];
}

function annotations(doc: KeyDoc): JsonSchema {
  const words = doc.defaultText === undefined ? '' : ` Default: ${doc.defaultText}.`;
  const example = exampleOf(doc);
  return {
    ...(doc.description === undefined ? {} : { description: `${doc.description}${words}` }),
    ...(doc.defaultValue === undefined || doc.defaultText !== undefined ? {} : { default: doc.defaultValue }),
    ...(doc.description === undefined || example === undefined ? {} : { examples: [example] }),
  };
}

function neededKeys(keys: Readonly<Record<string, KeyDoc>>): readonly string[] {
  return Object.entries(keys).flatMap(([key, { needed }]) => (needed ? [key] : []));
}
