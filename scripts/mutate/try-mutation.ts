// Makes one mutation in the copy, runs its tests, and takes it back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putText } from './copy.ts';
import type { Result } from './results.ts';
import { type Tested, runTests, runTypes } from './run-tests.ts';
import { type Site, mutated } from './sites.ts';
import type { Stage } from './stages.ts';

/** Test files that were seen to pass without any mutation. */
export type Green = Set<string>;

/** What became of it. Throws when a test that noticed fails without the mutation as well. */
export async function tryMutation(
  copy: string,
  site: Site,
  stages: readonly Stage[],
  green: Green,
): Promise<Pick<Result, 'how' | 'by'>> {
  const source = readFileSync(join(copy, site.file), 'utf8');
  for (const { by, tests, patience } of stages) {
    putText(copy, site.file, mutated(source, site));
    // oxlint-disable-next-line no-await-in-loop -- one after the other: later stages are for what got past the first
    const tested = await (by === 'types' ? runTypes(copy, patience) : runTests(copy, tests, patience));
    putText(copy, site.file, source);
    if (tested.kind === 'too-long') return { how: 'time' };
    if (tested.kind === 'passed') continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await expectGreen(copy, tested, patience, green);
    return { how: by, by: by === 'types' ? by : `${tested.file}: ${tested.test}` };
  }
  return { how: 'survived' };
}

/** A test that fails anyway notices nothing. Each file is asked once. */
async function expectGreen(
  copy: string,
  { file, test }: Extract<Tested, { kind: 'failed' }>,
  patience: number,
  green: Green,
): Promise<void> {
  if (file === '' || green.has(file)) return;
  const { kind } = await runTests(copy, [file], patience);
  if (kind !== 'passed') throw new Error(`fails without any mutation: ${file}: ${test}`);
  green.add(file);
}
