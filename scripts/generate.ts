// Writes what is generated from the config schema: JSON Schema, example and documentation.
import { writeFileSync } from 'node:fs';
import { generatedFiles } from '../src/config/generate/generated-files.ts';
import { DUTY_SECTIONS } from '../src/duties/index.ts';

for (const [path, text] of Object.entries(generatedFiles(DUTY_SECTIONS))) {
  writeFileSync(path, text);
  console.log(path);
}
