// Writes what is generated: JSON Schema, example and documentation of config and commands, and the simulations kept for tests.
import { writeFileSync } from 'node:fs';
import { commandsPage } from '../src/commands/commands-page.ts';
import { generatedFiles } from '../src/config/generate/generated-files.ts';
import { COMMANDS, DUTY_SECTIONS } from '../src/duties/index.ts';
import { GOLDEN_PATHS, playGolden } from '../test/support/golden-simulations.ts';

const files = { ...generatedFiles(DUTY_SECTIONS), 'docs/commands.md': commandsPage(COMMANDS) };

const write = (path: string, text: string): void => {
  writeFileSync(path, text);
  console.log(path);
};

for (const [path, text] of Object.entries(files)) write(path, text);
// oxlint-disable-next-line no-await-in-loop -- each needs the whole processor
for (const path of GOLDEN_PATHS) write(path, (await playGolden(path)).text);
