// Writes what is generated: JSON Schema, example, manifest and pages; with `--all` what is played, too.
import { writeFileSync } from 'node:fs';
import { BARE_PATHS, playBare } from '../test/support/bare-presets.ts';
import { GOLDEN_PATHS, playGolden } from '../test/support/golden-simulations.ts';
import { MESSAGES_PAGE, playPage } from '../test/support/messages-page/play-page.ts';
import { documents } from './generate/documents.ts';

const write = (path: string, text: string): void => {
  writeFileSync(path, text);
  console.log(path);
};

for (const [path, text] of Object.entries(documents())) write(path, text);
for (const path of process.argv.includes('--all') ? GOLDEN_PATHS : [])
  // oxlint-disable-next-line no-await-in-loop -- each needs the whole processor
  write(path, (await playGolden(path)).text);
for (const path of process.argv.includes('--all') ? BARE_PATHS : [])
  // oxlint-disable-next-line no-await-in-loop -- see above
  write(path, await playBare(path));
if (process.argv.includes('--all')) write(MESSAGES_PAGE, await playPage());
