// Runs the measures one after another and prints a table, or JSON with --json; names choose among them. Exits with 1
// where a target is missed and no reason stands beside the row.
import { type Row, fails, isMet } from './measure.ts';
import { MEASURES } from './registry.ts';
import { renderTable } from './render-table.ts';

const args = process.argv.slice(2);

const names = args.filter((argument) => !argument.startsWith('--'));
const chosen = MEASURES.filter(({ name }) => names.length === 0 || names.includes(name));
if (chosen.length === 0)
  throw new Error(`No such measure. There are ${MEASURES.map(({ name }) => name).join(', ')}.`);
const rows: Row[] = [];
for (const measure of chosen) {
  process.stderr.write(`${measure.name} …\n`);
  // oxlint-disable-next-line no-await-in-loop -- two measures at once would disturb each other
  rows.push(...(await measure.run()));
}
const told = rows.map((row) => ({ ...row, met: isMet(row) }));
process.stdout.write(
  args.includes('--json')
    ? `${JSON.stringify({ node: process.version, rows: told }, undefined, 2)}\n`
    : renderTable(rows),
);
process.exitCode = rows.some(fails) ? 1 : 0;
