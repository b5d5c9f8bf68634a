// Adds a new duty: writes its files, puts them in order, and generates what follows from them.
import { spawnSync } from 'node:child_process';

const [name = ''] = process.argv.slice(2);

/** Ends with the status of the first that fails. */
function run(command, ...words) {
  const { status } = spawnSync(command, words, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run(process.execPath, 'scripts/build.js');
run(process.execPath, 'dist/scripts/new-duty.js', name);
run('npx', 'oxfmt', 'src/duties', `test/duties/${name}`);
run(process.execPath, 'scripts/build.js');
run(process.execPath, 'dist/scripts/generate.js');
console.log(`\nChange what is in src/duties/${name}, then run npm run generate and npm run check.`);
