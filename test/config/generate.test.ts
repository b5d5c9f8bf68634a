// What is generated from the schema is fresh, complete and true.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import { commandsPage } from '../../src/commands/commands-page.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { GENERAL_KEYS, configSchema } from '../../src/config/schema/config-schema.ts';
import { type KeyDoc, exampleOf, keyDocOf } from '../../src/config/generate/key-doc.ts';
import { generatedFiles } from '../../src/config/generate/generated-files.ts';
import { jsonSchema } from '../../src/config/generate/json-schema.ts';
import { COMMANDS, DUTY_SECTIONS } from '../../src/duties/index.ts';
import { root } from '../support/root.ts';

const files = generatedFiles(DUTY_SECTIONS);
const example = files['config/relcomms.example.yml'] ?? '';

test.each(Object.keys(files))('%s is fresh (npm run generate writes it)', (path) => {
  expect(readFileSync(new URL(path, root), 'utf8')).toBe(files[path]);
});

test('docs/commands.md is fresh (npm run generate writes it)', () => {
  expect(readFileSync(new URL('docs/commands.md', root), 'utf8')).toBe(commandsPage(COMMANDS));
});

test('no duty is called like a general key', () => {
  expect(Object.keys(DUTY_SECTIONS).filter((name) => GENERAL_KEYS.includes(name))).toEqual([]);
});

test('the example loads with no problem and no warning', () => {
  const result = loadConfig(example, { sections: DUTY_SECTIONS, presets: PRESETS });
  expect(result.ok ? result.warnings : result.problems).toEqual([]);
});

test('the example shows every key', () => {
  const shown = new Set([...example.matchAll(/^[\s-]*([a-z-]+):/gm)].map(([, key]) => key));
  for (const [path] of keysWithin(keyDocOf(configSchema(DUTY_SECTIONS)), []))
    expect([path.join('.'), shown.has(path.at(-1) ?? '')]).toEqual([path.join('.'), true]);
});

test('every key says what it means, shows an example, and has a default or is needed', () => {
  for (const [path, doc] of keysWithin(keyDocOf(configSchema(DUTY_SECTIONS)), [])) {
    const { description = '', needed, form } = doc;
    const hasDefault =
      doc.defaultValue !== undefined || doc.defaultText !== undefined || form.kind === 'keys';
    const found = {
      path,
      description: description.endsWith('.'),
      example: exampleOf(doc) !== undefined,
      told: needed || hasDefault,
    };
    expect(found).toEqual({ path, description: true, example: true, told: true });
  }
});

describe('the JSON Schema', () => {
  const validate = addFormats
    .default(new Ajv.default({ strict: true, allowUnionTypes: true }))
    .compile(jsonSchema(DUTY_SECTIONS));

  test('accepts the example', () => {
    expect([validate(load(example)), validate.errors]).toEqual([true, null]);
  });

  test.each([
    ["releases: [{ version: '1.10.0', release: 2026-11-24 }]\ntracking-issue:\n", true],
    ['extends: kubernetes-comms\nreleases: []\npeople:\n  alice:\nroles:\n  lead: alice\n', true],
    ['releases: [{ version: 1.10, release: 2026-11-24 }]\n', false],
    ['releases: []\nreleses: []\n', false],
    ['extends: [kubernetes-comms]\n', false],
    ['releases: []\nlimits: { operations: 0 }\n', false],
    ['releases: []\ntasks: [{ id: a, title: A, week: R-3, optional: maybe }]\n', false],
  ])('%j', (source, expected) => {
    expect(validate(load(source))).toBe(expected);
  });

  test('every example in it fits its own key', () => {
    const schema = jsonSchema(DUTY_SECTIONS);
    const ajv = addFormats.default(new Ajv.default({ strict: true, allowUnionTypes: true }));
    for (const [path, doc] of keysWithin(keyDocOf(configSchema(DUTY_SECTIONS)), [])) {
      const check = ajv.compile(schemaAt(schema, path));
      expect([path, check(exampleOf(doc)), check.errors]).toEqual([path, true, null]);
    }
  });
});

/** Every key of the config with its path; `*` stands for an item or an entry. */
function keysWithin(
  { form }: KeyDoc,
  path: readonly string[],
): readonly (readonly [readonly string[], KeyDoc])[] {
  switch (form.kind) {
    case 'keys':
      return Object.entries(form.keys).flatMap(([key, doc]) => [
        [[...path, key], doc] as const,
        ...keysWithin(doc, [...path, key]),
      ]);
    case 'list':
      return keysWithin(form.item, [...path, '*']);
    case 'table':
      return keysWithin(form.value, [...path, '*']);
    case 'either':
      return form.forms.flatMap((doc) => keysWithin(doc, path));
    default:
      return [];
  }
}

type Schema = { readonly [keyword: string]: unknown };

/** An item may have several sets of keys: what one of them has at the path. */
function schemaAt(schema: Schema, path: readonly string[]): Schema {
  const [first, ...more] = schemasAt(schema, path);
  if (first === undefined) throw new Error(`no schema for ${path.join('.')}`);
  return more.length === 0 ? first : { anyOf: [first, ...more] };
}

function schemasAt(schema: Schema, path: readonly string[]): Schema[] {
  const [key, ...rest] = path;
  const forms = (schema['anyOf'] as Schema[] | undefined) ?? [];
  if (key === undefined) return [schema];
  const inner =
    key === '*'
      ? (schema['items'] ?? schema['additionalProperties'])
      : (schema['properties'] as Schema | undefined)?.[key];
  const here = typeof inner === 'object' && inner !== null ? schemasAt(inner as Schema, rest) : [];
  return [...here, ...forms.flatMap((form) => schemasAt(form, path))];
}
