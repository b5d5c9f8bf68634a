// Builds what is published: the API and the command as bundles, and the types that others see of them.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const types = join(dist, 'types');

rmSync(dist, { recursive: true, force: true });
await build({
  entryPoints: ['index', 'server', 'cli'].map((name) => join(root, 'src', `${name}.ts`)),
  outdir: dist,
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
writeTypes();

/** Declarations of the public files and of what they name; the rest of the sources is nobody's business. */
function writeTypes() {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
  const wanted = new Set();
  for (const entry of ['index.d.ts', 'server.d.ts']) reach(join(types, entry), wanted);
  for (const path of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const file = join(path.parentPath, path.name);
    if (path.isFile() && !wanted.has(file)) rmSync(file);
  }
}

/** Names files as they are beside the declarations: by the ending of JavaScript. */
function reach(file, wanted) {
  if (wanted.has(file)) return;
  wanted.add(file);
  const text = readFileSync(file, 'utf8');
  const specifier = /(\bfrom |\bimport\()(['"])(\.{1,2}\/[^'"]+)\.ts\2/g;
  for (const [, , , path] of text.matchAll(specifier)) reach(join(dirname(file), `${path}.d.ts`), wanted);
  writeFileSync(file, text.replaceAll(specifier, '$1$2$3.js$2'));
}
