// Writes the folder of a new duty from the template, with a test and its line in the registry: npm run new-duty NAME.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GENERAL_KEYS } from '../src/config/schema/config-schema.ts';
import { COMMANDS, DUTIES } from '../src/duties/index.ts';
import { standingRows } from '../src/duties/rows.ts';
import { planDuty } from './new-duty/plan-duty.ts';

const TEMPLATE = 'scripts/new-duty/template';

const template = Object.fromEntries(
  readdirSync(TEMPLATE).map((file) => [
    file.replace(/\.txt$/, ''),
    readFileSync(join(TEMPLATE, file), 'utf8'),
  ]),
);

const planned = planDuty({
  name: process.argv[2] ?? '',
  taken: [
    ...DUTIES.map(({ name }) => name),
    ...GENERAL_KEYS,
    ...COMMANDS.entries.map(({ command }) => command.name),
  ],
  rank: Math.max(...standingRows(DUTIES).map(({ rank }) => rank)) + 10,
  template,
  registry: readFileSync('src/duties/index.ts', 'utf8'),
});

if ('problem' in planned) {
  console.error(planned.problem);
  process.exitCode = 2;
} else {
  for (const [path, text] of Object.entries(planned.files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path);
  }
}
