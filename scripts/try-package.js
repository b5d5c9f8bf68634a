// Tries the package of the embedded GitHub as a stranger would: packed, installed in an empty folder, used.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = join(root, 'packages', 'embedded-github');
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'try-package-'));
const run = (program, args, cwd = folder) => execFileSync(program, args, { cwd, stdio: 'inherit' });
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

try {
  run('npm', ['pack', '--silent', '--pack-destination', folder], home);
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const others = [`probot@${dependencies.probot}`, `typescript@${devDependencies.typescript}`];
  run('npm', [
    'install',
    ...quiet,
    `./${tarball}`,
    ...others,
    `@types/node@${devDependencies['@types/node']}`,
  ]);
  cpSync(join(home, 'example'), folder, { recursive: true });
  run(process.execPath, ['--test', 'greeter.test.js']);
  const strict = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
  run(join(folder, 'node_modules', '.bin', 'tsc'), [...strict, 'uses-types.ts']);
  await tryCommand();
  console.log('The package can be used: its example passes, its types compile, its command answers.');
} finally {
  rmSync(folder, { recursive: true });
}

/** Starts the command without a seed, reads an issue by the token that it prints, and ends it. */
async function tryCommand() {
  const command = join(folder, 'node_modules', '.bin', 'embedded-github');
  const child = spawn(command, ['--port', '0', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.endsWith('}\n')) break;
  }
  const { api, tokens } = JSON.parse(text);
  const headers = { authorization: `Bearer ${tokens.bob}` };
  const answer = await fetch(`${api}/repos/acme/demo/issues/1`, { headers });
  const { title } = await answer.json();
  child.kill('SIGTERM');
  if (title !== 'The first issue') throw new Error(`the command answered ${answer.status}: ${title}`);
}
