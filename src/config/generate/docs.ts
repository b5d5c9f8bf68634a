// docs/configuration.md: a table for every section, made from the schema.
import { type DutySections, configSchema } from '../schema/config-schema.ts';
import { type KeyDoc, exampleOf, keyDocOf } from './key-doc.ts';
import { PRESETS, presetPurpose } from '../presets.ts';
import { INTRODUCTION } from './docs-introduction.ts';
import { yamlEntry } from './yaml-block.ts';
import { inline } from './yaml-text.ts';

/** The whole page as Markdown. */
export function configurationDocs(sections: DutySections): string {
  const { form } = keyDocOf(configSchema(sections));
  const keys = form.kind === 'keys' ? form.keys : {};
  const general = Object.entries(keys).filter(([key]) => !Object.hasOwn(sections, key));
  const overview = table(
    general.map(([key, doc]) => [hasKeys(doc) ? `[\`${key}\`](#${key})` : `\`${key}\``, doc] as const),
  );
  const parts = general.flatMap(([key, doc]) => (hasKeys(doc) ? keyPart('##', key, key, doc) : []));
  const duties = Object.entries(sections).flatMap(([name, { title, description }]) => {
    const doc = keys[name];
    return doc === undefined
      ? []
      : keyPart('###', name, name, { ...doc, description: `**${title}.** ${description}` });
  });
  return `${[INTRODUCTION, ...presetPart(), '## All keys', '', ...overview, '', ...parts, ...dutyPart(duties)].join('\n').trimEnd()}\n`;
}

/** What each preset is for, as the first line of its file says. */
function presetPart(): readonly string[] {
  const rows = Object.entries(PRESETS).map(([name, text]) => {
    const file = `[\`${name}\`](../config/presets/${name}.yml)`;
    return `| ${file} | ${cell(presetPurpose(text))} |`;
  });
  const words =
    'Each is a list of dates and tasks to begin with: change what differs, task by task. `relcomms schedule --preset NAME` shows one without a config.';
  return ['## Presets', '', words, '', '| preset | what it is for |', '| --- | --- |', ...rows, ''];
}

function dutyPart(duties: readonly string[]): readonly string[] {
  if (duties.length === 0) return [];
  const words =
    'Each duty has a section of its name. The tracking issue is on wherever there are releases, and a preset switches on what its document asks for. Any other section that is absent means that the duty is off. An empty section, or `yes`, turns it on with its defaults; `no` turns off what a preset turned on.';
  return ['## Duties', '', words, '', ...duties];
}

function keyPart(level: string, path: string, heading: string, doc: KeyDoc): readonly string[] {
  const inner = keysOf(doc);
  const shape = { list: 'A list; each item has these keys.', table: 'Each entry has these keys.' };
  const { kind } = doc.form;
  return [
    `${level} ${heading}`,
    '',
    ...(doc.description === undefined ? [] : [doc.description, '']),
    ...(kind === 'list' || kind === 'table' ? [shape[kind], ''] : []),
    ...table(Object.entries(inner).map(([key, child]) => [`\`${key}\``, child] as const)),
    '',
    ...exampleBlock(path, doc),
    ...Object.entries(inner).flatMap(([key, child]) => nestedPart(`${level}#`, path, key, child)),
    ...furtherForms(doc).flatMap((form) =>
      keyPart(`${level}#`, path, `${path}: ${form.heading ?? ''}`, form),
    ),
  ];
}

/** Forms of an item that have a part of their own. */
function furtherForms({ form }: KeyDoc): readonly KeyDoc[] {
  const item = form.kind === 'list' ? form.item.form : undefined;
  return item?.kind === 'either' ? item.forms.filter(({ heading }) => heading !== undefined) : [];
}

/** Keys that kinds and releases have, too: the top level describes them. */
const INHERITED: ReadonlySet<string> = new Set(['milestones', 'tasks', 'cycle']);

/** Keys within keys, apart from those that are described already. */
function nestedPart(level: string, path: string, key: string, doc: KeyDoc): readonly string[] {
  if (!hasKeys(doc) || INHERITED.has(key)) return [];
  return keyPart(level, key, `${path}: ${key}`, { ...doc, description: doc.description ?? '' });
}

function table(rows: readonly (readonly [string, KeyDoc])[]): readonly string[] {
  return [
    '| key | meaning | default | example |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ([name, doc]) =>
        `| ${name} | ${cell(doc.description ?? '')} | ${cell(defaultCell(doc))} | ${exampleCell(doc)} |`,
    ),
  ];
}

function defaultCell(doc: KeyDoc): string {
  if (doc.needed) return '*needed*';
  if (doc.defaultText !== undefined) return doc.defaultText;
  const value = doc.defaultValue;
  if (value === undefined) return 'see below';
  const empty = typeof value === 'object' && Object.keys(value ?? {}).length === 0;
  return empty ? 'none' : `\`${inline(value)}\``;
}

function exampleCell(doc: KeyDoc): string {
  const example = exampleOf(doc);
  const text = inline(example);
  return hasKeys(doc) && text.length > 60 ? 'below' : `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function exampleBlock(key: string, doc: KeyDoc): readonly string[] {
  const lines = yamlEntry({ key, value: exampleOf(doc), indent: '', explained: new Set() });
  return ['```yaml', ...lines, '```', ''];
}

function keysOf(doc: KeyDoc): Readonly<Record<string, KeyDoc>> {
  const { form } = doc;
  if (form.kind === 'keys') return form.keys;
  if (form.kind === 'list') return keysOf(form.item);
  if (form.kind === 'table') return keysOf(form.value);
  if (form.kind === 'either')
    return form.forms.map(keysOf).find((keys) => Object.keys(keys).length > 0) ?? {};
  return {};
}

function hasKeys(doc: KeyDoc): boolean {
  return Object.keys(keysOf(doc)).length > 0;
}
