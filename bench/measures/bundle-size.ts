// Size of the bundled Action: what a runner downloads and reads at every run.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from '../measure.ts';

const FOLDER = join('dist', 'action');

export const bundleSize: Measure = {
  name: 'bundle-size',
  async run() {
    const files = readdirSync(FOLDER).filter((name) => /\.c?js$/.test(name));
    const texts = files.map((name) => readFileSync(join(FOLDER, name)));
    const entry = readFileSync(join(FOLDER, 'index.js'));
    return [
      // Enough to refuse bad inputs; everything else is loaded for a run only.
      { measure: 'Action, entry', measured: entry.length / 1024, unit: 'KB' },
      {
        measure: 'M10 Action, all files',
        measured: kilobytes(texts),
        unit: 'KB',
        target: { atMost: 1000 },
        allowed: 'Half of it is our own; what is left of others is asked by some config.',
      },
      {
        measure: 'M10 Action, largest file that an idle run loads',
        measured: Math.max(...loadedFiles().map(sizeOf)),
        unit: 'KB',
        target: { atMost: 500 },
        allowed: 'All of it but js-yaml is our own, and every run asks for it. M9 holds what that costs.',
      },
      {
        measure: 'Action, what an idle run loads',
        measured: loadedFiles().reduce((sum, name) => sum + sizeOf(name), 0),
        unit: 'KB',
      },
      {
        measure: 'Action, all files, gzip',
        measured: kilobytes(texts.map((text) => gzipSync(text))),
        unit: 'KB',
      },
    ];
  },
};

/** The entry, the run that it imports, and whatever these import at once. */
function loadedFiles(): string[] {
  const loaded = new Set(['index.js']);
  for (const name of loaded) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const atOnce = /(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g;
    const wanted = name === 'index.js' ? /"\.\/([^"]+\.js)"/g : atOnce;
    for (const [, file = ''] of text.matchAll(wanted)) if (file !== 'judge.js') loaded.add(file);
  }
  return [...loaded];
}

function sizeOf(name: string): number {
  return readFileSync(join(FOLDER, name)).length / 1024;
}

function kilobytes(texts: readonly Uint8Array[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / 1024;
}
