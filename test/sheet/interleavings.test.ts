// Testers fill the workbook while commands record results, in any order: nothing that was filled in is ever lost.
import { type ManualTest, type Result, type Results, keyOf } from '../../src/domain/manual-test.ts';
import { baseAfter, mergeResults } from '../../src/manual-tests/merge-results.ts';
import { type Book, openBook, saveBook, setValue, valueAt } from '../../src/sheet/book.ts';
import { cellKey } from '../../src/sheet/cell-key.ts';
import { findHeadings } from '../../src/sheet/columns.ts';
import { rowsById } from '../../src/sheet/fill-sheet.ts';
import { makeBook, refreshBook } from '../../src/sheet/make-book.ts';
import type { BookPlan } from '../../src/sheet/plan-book.ts';
import { readBook } from '../../src/sheet/read-book.ts';
import { rounds } from '../support/long.ts';

const STORIES = rounds(6, 200);
const STEPS = 14;
const CANDIDATES = ['rc1', 'rc2'];
const VALUES: readonly Result[] = ['pass', 'fail', 'blocked', 'n/a'];

const TESTS: readonly ManualTest[] = Array.from({ length: 12 }, (_, index) => ({
  id: `t-${index}`,
  title: `Test ${index}`,
  steps: [],
  team: 'api',
  component: index % 2 === 0 ? 'core' : 'web',
  platforms: [],
  complexity: 1,
  covers: [],
}));

/** The next number of a fixed sequence (Park and Miller), from 0 up to `below`. */
function dice(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Everything that somebody filled in and that has to be found again. */
interface Story {
  results: Results;
  bytes: Uint8Array;
  tests: readonly ManualTest[];
  /** The last value that a tester typed into a cell of the workbook since it was last taken in. */
  readonly typed: Map<string, Result>;
  /** The last value that a command recorded. */
  readonly recorded: Map<string, Result>;
  /** Cells that were reported as changed in both places. */
  readonly reported: Set<string>;
}

const planOf = ({ tests, results }: Story): BookPlan => ({
  release: '1',
  candidates: CANDIDATES,
  tests,
  results,
});

async function type(story: Story, candidate: string, run: string, value: Result): Promise<void> {
  const book: Book = await openBook(story.bytes);
  for (const sheet of book.sheets) {
    const headings = findHeadings(sheet);
    const row = headings === undefined ? undefined : rowsById(sheet, headings).get(run);
    if (headings === undefined || row === undefined) continue;
    setValue(sheet, row, headings.columns.get(`${candidate} result`) ?? -1, value);
    story.typed.set(cellKey(candidate, run, 'result'), value);
  }
  story.bytes = await saveBook(book);
}

function record(story: Story, candidate: string, run: string, value: Result): void {
  const key = keyOf({ candidate, run });
  story.results = new Map(story.results).set(key, {
    candidate,
    run,
    ...story.results.get(key),
    result: value,
  });
  story.recorded.set(cellKey(candidate, run, 'result'), value);
}

/** What a push of the changed file does: it is taken in, and brought up to date. */
async function take(story: Story): Promise<void> {
  const reading = await readBook(story.bytes);
  if (!reading.ok) throw new Error(reading.why);
  const merged = mergeResults({ base: reading.base, ours: story.results, theirs: reading.rows });
  story.results = merged.results;
  const inConflict = new Set(merged.conflicts.map((one) => cellKey(one.candidate, one.run, one.field)));
  for (const key of inConflict) story.reported.add(key);
  const base = baseAfter(merged, reading.base);
  story.bytes = await refreshBook(story.bytes, { ...planOf(story), base }, inConflict);
  for (const key of story.typed.keys()) if (!inConflict.has(key)) story.typed.delete(key);
}

test(`${STORIES} stories of a workbook and commands side by side`, async () => {
  for (let seed = 0; seed < STORIES; seed++) {
    const roll = dice(seed);
    const story: Story = {
      results: new Map(),
      bytes: new Uint8Array(),
      tests: TESTS,
      typed: new Map(),
      recorded: new Map(),
      reported: new Set(),
    };
    story.bytes = await makeBook(planOf(story));
    const everTyped = new Map<string, Result>();
    for (let step = 0; step < STEPS; step++) {
      const candidate = CANDIDATES[roll(2)] ?? '';
      const run = `t-${roll(TESTS.length)}`;
      const value = VALUES[roll(VALUES.length)] ?? 'pass';
      const action = roll(5);
      if (action < 2) {
        await type(story, candidate, run, value);
        everTyped.set(cellKey(candidate, run, 'result'), value);
      } else if (action < 4) record(story, candidate, run, value);
      else await take(story);
    }
    await take(story);
    expect(await lostIn(story, everTyped)).toEqual([]);
  }
}, 600_000);

/** Cells of which nobody would learn: each filled one is in the results, in the workbook, or both; where they differ, that was reported. */
async function lostIn(story: Story, everTyped: ReadonlyMap<string, Result>): Promise<readonly string[]> {
  const book = await openBook(story.bytes);
  const shown = new Map<string, unknown>();
  for (const sheet of book.sheets) {
    const headings = findHeadings(sheet);
    if (headings === undefined) continue;
    for (const [run, row] of rowsById(sheet, headings))
      for (const { candidate, field, column } of headings.fields)
        if (field === 'result') shown.set(cellKey(candidate, run, field), valueAt(sheet, row, column));
  }
  const cells = new Set([...everTyped.keys(), ...story.recorded.keys()]);
  return [...cells].filter((key) => {
    const [candidate = '', run = ''] = key.split(' ');
    const inFile = story.results.get(keyOf({ candidate, run }))?.result;
    const filled = [everTyped.get(key), story.recorded.get(key)];
    if (inFile === undefined || !filled.includes(inFile)) return true;
    return shown.get(key) !== inFile && !story.reported.has(key);
  });
}
