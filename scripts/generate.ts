// Writes what is generated from the config schema and the commands: JSON Schema, example and documentation.
import { writeFileSync } from 'node:fs';
import { commandsPage } from '../src/commands/commands-page.ts';
import { generatedFiles } from '../src/config/generate/generated-files.ts';
import { DUTY_SECTIONS } from '../src/duties/index.ts';

const files = { ...generatedFiles(DUTY_SECTIONS), 'docs/commands.md': commandsPage() };

for (const [path, text] of Object.entries(files)) {
  writeFileSync(path, text);
  console.log(path);
}
