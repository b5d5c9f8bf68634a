// Reads one JUnit file, whose path it is given, and prints what that took: a small program of its own.
import { createReadStream } from 'node:fs';
import { readJunit } from '../src/test-results/read-junit.ts';

export interface JunitCost {
  readonly tests: number;
  readonly ms: number;
  /** Megabytes that the process grew by at most. */
  readonly growth: number;
}

const [before, start] = [process.memoryUsage().rss, performance.now()];
const reading = await readJunit(createReadStream(process.argv[2] ?? '') as AsyncIterable<Uint8Array>);
const ms = performance.now() - start;
const growth = (process.resourceUsage().maxRSS * 1024 - before) / 1_000_000;
const cost: JunitCost = { tests: reading.kind === 'read' ? reading.tests.length : 0, ms, growth };
process.stdout.write(JSON.stringify(cost));
