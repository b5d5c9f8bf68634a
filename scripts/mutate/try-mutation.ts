// Makes one mutation in the copy, runs its tests, and takes it back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putText } from './copy.ts';
import type { Result } from './results.ts';
import { type Tested, runTests, runTypes } from './run-tests.ts';
import { type Site, mutated } from './sites.ts';
import type { Stage } from './stages.ts';

/** Test files that were seen to pass without any mutation; the compiler has no name. */
export type Green = Set<string>;

/** What became of it. Throws when what noticed does so without the mutation as well. */
export async function tryMutation(
  copy: string,
  site: Site,
  stages: readonly Stage[],
  green: Green,
): Promise<Pick<Result, 'how' | 'by'>> {
  const source = readFileSync(join(copy, site.file), 'utf8');
  for (const stage of stages) {
    const { by, tests, patience } = stage;
    putText(copy, site.file, mutated(source, site));
    // oxlint-disable-next-line no-await-in-loop -- one after the other: later stages are for what got past the first
    const tested = await run(copy, stage);
    putText(copy, site.file, source);
    if (tested.kind === 'passed') continue;
    if (tested.kind === 'too-long') {
      // oxlint-disable-next-line no-await-in-loop -- as above
      if ((await run(copy, stage)).kind === 'too-long')
        throw new Error(`takes longer than ${patience} seconds without any mutation: ${tests.join(', ')}`);
      return { how: 'time' };
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await expectGreen(copy, tested, stage, green);
    return { how: by, by: by === 'types' ? by : `${tested.file}: ${tested.test}` };
  }
  return { how: 'survived' };
}

function run(copy: string, { by, tests, patience }: Stage): Promise<Tested> {
  return by === 'types' ? runTypes(copy, patience) : runTests(copy, tests, patience);
}

/** What fails anyway notices nothing. Each file of tests is asked once, and so is the compiler. */
async function expectGreen(
  copy: string,
  { file, test }: Extract<Tested, { kind: 'failed' }>,
  stage: Stage,
  green: Green,
): Promise<void> {
  if (green.has(file)) return;
  const { kind } = await run(copy, { ...stage, tests: [file] });
  if (kind !== 'passed') throw new Error(`fails without any mutation: ${file}: ${test}`);
  green.add(file);
}
