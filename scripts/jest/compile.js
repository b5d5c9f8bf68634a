// Before any test: bundles all tests with what they use. What several use goes into files of its own, so that a
// worker loads it once. Packages stay outside.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { folder, root } from './compiled.cjs';

const text = { '.yml': 'text', '.css': 'text', '.browser.js': 'text' };

export default async function compile() {
  rmSync(folder, { recursive: true, force: true });
  const files = readdirSync(join(root, 'test'), { recursive: true });
  await build({
    entryPoints: files.filter((file) => file.endsWith('.test.ts')).map((file) => join(root, 'test', file)),
    outbase: root,
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    loader: text,
    logLevel: 'warning',
  });
}
