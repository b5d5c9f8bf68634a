// Size of the bundled Action: what a runner downloads and reads at every run.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from '../measure.ts';

const FOLDER = join('dist', 'action');

export const bundleSize: Measure = {
  name: 'bundle-size',
  async run() {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
    const texts = files.map((name) => readFileSync(join(FOLDER, name)));
    const entry = readFileSync(join(FOLDER, 'index.js'));
    return [
      // Enough to refuse bad inputs; everything else is loaded for a run only.
      { measure: 'Action, entry', measured: entry.length / 1024, unit: 'KB' },
      // The smallest among well-known Actions that do something comparable has 612 KB.
      { measure: 'Action, all files', measured: kilobytes(texts), unit: 'KB', target: { atMost: 600 } },
      {
        measure: 'Action, all files, gzip',
        measured: kilobytes(texts.map((text) => gzipSync(text))),
        unit: 'KB',
      },
    ];
  },
};

function kilobytes(texts: readonly Uint8Array[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / 1024;
}
