// What is remembered of mutations after a stop, what is said of them, and that no other file is written through.
import { appendFileSync, linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putText } from '../../../scripts/mutate/copy.ts';
import { renderReport } from '../../../scripts/mutate/report.ts';
import { type Result, addResult, readResults } from '../../../scripts/mutate/results.ts';
import type { Site } from '../../../scripts/mutate/sites.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relcomms-results-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KILLED: Result = { id: 'a', how: 'unit', by: 'test/plan/limit.test.ts: fits', seconds: 2 };

test('a line that was cut off is no result, and spoils no other', () => {
  const path = join(folder, 'deep', 'seed-7.jsonl');
  expect(readResults(path)).toEqual(new Map());
  addResult(path, KILLED);
  appendFileSync(path, '\n{"id":"b","how":"sur');
  addResult(path, { id: 'c', how: 'survived', seconds: 100 });
  expect([...readResults(path).keys()]).toEqual(['a', 'c']);
});

test('the last word on a mutation counts', () => {
  const path = join(folder, 'seed-7.jsonl');
  addResult(path, { id: 'a', how: 'survived', seconds: 100 });
  addResult(path, KILLED);
  expect(readResults(path)).toEqual(new Map([['a', KILLED]]));
});

test('another name of a file keeps its text', () => {
  writeFileSync(join(folder, 'theirs.ts'), 'old');
  linkSync(join(folder, 'theirs.ts'), join(folder, 'ours.ts'));
  putText(folder, 'ours.ts', 'new');
  expect(readFileSync(join(folder, 'ours.ts'), 'utf8')).toBe('new');
  expect(readFileSync(join(folder, 'theirs.ts'), 'utf8')).toBe('old');
});

test('the report names survivors, and takes the share of what could be killed', () => {
  const site: Site = {
    id: 'a',
    file: 'src/plan/limit.ts',
    line: 20,
    from: 'a < b',
    to: 'a <= b',
    change: { start: 0, end: 0, text: '' },
  };
  const all = (
    ['unit', 'types', 'scenario', 'time', 'survived', 'survived', 'equivalent', undefined] as const
  ).map((how) => ({ site, how }));
  const survivor = 'src/plan/limit.ts:20\n  - a < b\n  + a <= b';
  expect(renderReport(all)).toBe(`${survivor}
${survivor}
killed 4 of 6 (66.6 %)
by unit tests 1, by the compiler 1, by scenarios 1, by the clock 1
survived 2, equivalent 1, not tried to the end yet 1`);
});
