// Every generated file with its text, by path from the root of the repository.
import type { DutySections } from '../schema/config-schema.ts';
import { configurationDocs } from './docs.ts';
import { exampleConfig } from './example.ts';
import { jsonSchema } from './json-schema.ts';

export function generatedFiles(sections: DutySections): Readonly<Record<string, string>> {
  return {
    'config/relcomms.schema.json': `${JSON.stringify(jsonSchema(sections), null, 2)}\n`,
    'config/relcomms.example.yml': exampleConfig(sections),
    'docs/configuration.md': configurationDocs(sections),
  };
}
