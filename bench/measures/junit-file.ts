// What a JUnit file of 100,000 tests takes to read, in a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { junitXml, manyTests } from '../../test/support/junit-xml.ts';
import type { Measure } from '../measure.ts';
import { median } from '../median.ts';
import type { JunitCost } from '../read-junit-file.ts';

const ROUNDS = 5;
const TESTS = 100_000;
const PROGRAM = '.cache/read-junit-file.mjs';

export const junitFile: Measure = {
  name: 'junit-file',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'relcomms-bench-'));
    try {
      buildProgram();
      const path = join(folder, 'many.xml');
      const xml = junitXml(manyTests(TESTS));
      writeFileSync(path, xml);
      const costs = Array.from({ length: ROUNDS }, () => costOf(path));
      const note = `${(Buffer.byteLength(xml) / 1_000_000).toFixed(1)} MB`;
      return [
        {
          measure: 'JUnit file of 100,000 tests, read',
          measured: median(costs.map(({ ms }) => ms)),
          unit: 'ms',
          target: { atMost: 3000 },
          note,
        },
        {
          measure: 'JUnit file of 100,000 tests, growth of memory',
          measured: Math.max(...costs.map(({ growth }) => growth)),
          unit: 'MB',
          target: { atMost: 300 },
          note,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** Nothing but the reading is in it, so that what it grows by is told by the reading alone. */
function buildProgram(): void {
  buildSync({
    entryPoints: ['bench/read-junit-file.ts'],
    outfile: PROGRAM,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
}

function costOf(path: string): JunitCost {
  const printed = execFileSync(process.execPath, [PROGRAM, path], { encoding: 'utf8' });
  const cost = JSON.parse(printed) as JunitCost;
  if (cost.tests !== TESTS) throw new Error(`only ${cost.tests} tests were read`);
  return cost;
}
