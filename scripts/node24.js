// Makes sure that a Node 24 is there, as runners start Actions with it, and prints the path of its binary.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const prefix = join(root, '.cache', 'node24');

/** Windows is `win` in the names of these packages. */
const isWindows = process.platform === 'win32';
const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
const binary = join(prefix, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');

if (!existsSync(binary)) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const install = ['install', '--prefix', prefix, '--no-save', '--ignore-scripts', ...quiet, `${name}@24`];
  // What npm says goes to stderr, so that the path is all of stdout.
  execFileSync('npm', install, { stdio: ['ignore', process.stderr, process.stderr], shell: isWindows });
}
if (!existsSync(binary)) throw new Error(`${name}@24 has no ${binary}`);
console.log(binary);
