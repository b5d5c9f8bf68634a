// The commented example config: every key once, with what it means.
import { type DutySections, configSchema } from '../schema/config-schema.ts';
import { exampleOf, keyDocOf } from './key-doc.ts';
import { yamlEntry } from './yaml-block.ts';

const HEAD = [
  '# yaml-language-server: $schema=./relcomms.schema.json',
  '# Every key of relcomms, with what it means. Generated from the schema by scripts/generate.ts.',
  '# Copy what you need to .github/relcomms.yml: `extends` and `releases` are enough to begin with.',
];

/** A file that loads without a problem or a warning, given the presets that relcomms brings. */
export function exampleConfig(sections: DutySections): string {
  const { form } = keyDocOf(configSchema(sections));
  const keys = form.kind === 'keys' ? form.keys : {};
  const explained = new Set<string>();
  const blocks = Object.entries(keys).map(([key, doc]) => [
    '',
    ...yamlEntry({ key, value: exampleOf(doc), doc, indent: '', explained }),
  ]);
  return `${[...HEAD, ...blocks.flat()].join('\n')}\n`;
}
