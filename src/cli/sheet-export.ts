// `relcomms sheet export`: writes the workbook, or the same table as CSV or Markdown.
import { baseAfter, mergeResults } from '../manual-tests/merge-results.ts';
import { cellKey } from '../sheet/cell-key.ts';
import { makeBook, refreshBook } from '../sheet/make-book.ts';
import type { BookPlan } from '../sheet/plan-book.ts';
import { readBook } from '../sheet/read-book.ts';
import { renderCounts, renderCsv, renderRuns } from '../sheet/render-tables.ts';
import { countWords } from '../text/words.ts';
import { type Arguments, type Io, UNUSABLE, textOf } from './command.ts';
import { readBytes, readSheetInput, writeWhole } from './sheet-files.ts';

export interface SheetCall {
  readonly given: Arguments;
  readonly version: string | undefined;
  readonly file: string | undefined;
  readonly io: Io;
}

export async function exportSheet({ given, version, file, io }: SheetCall): Promise<number> {
  const format = textOf(given, 'format') ?? 'xlsx';
  if (!['xlsx', 'csv', 'markdown'].includes(format)) {
    io.err(`--format is "${format}"; it can be xlsx, csv, or markdown.\n`);
    return UNUSABLE;
  }
  const input = await readSheetInput(given, version, io);
  if ('exit' in input) return input.exit;
  const { release, candidates, tests, results } = input;
  const plan: BookPlan = { release: release.version, candidates, tests, results };
  if (format !== 'xlsx') {
    const text = format === 'csv' ? renderCsv(plan) : markdownOf(plan);
    if (file === undefined) io.out(text);
    return file === undefined
      ? 0
      : await finish(io, file, text, `${countWords(tests.length, 'test')} written`);
  }
  return await exportBook(plan, file ?? `${release.version}-tests.xlsx`, io);
}

function markdownOf(plan: BookPlan): string {
  const parts = plan.candidates.map((candidate) => `## ${candidate}\n\n${renderRuns(plan, candidate)}\n`);
  return [`${renderCounts(plan)}\n`, ...parts].join('\n');
}

async function exportBook(plan: BookPlan, file: string, io: Io): Promise<number> {
  const there = await readBytes(file);
  const tests = countWords(plan.tests.length, 'test');
  if (there === undefined)
    return await finish(io, file, await makeBook(plan), `A new workbook with ${tests}`);
  const reading = await readBook(there);
  if (!reading.ok) {
    io.err(`${file}: ${reading.why}\n`);
    return UNUSABLE;
  }
  const merged = mergeResults({ base: reading.base, ours: plan.results, theirs: reading.rows });
  if (merged.changed > 0) {
    const cells = countWords(merged.changed, 'cell');
    io.err(
      `${file} has ${cells} that the results don't have. Run relcomms sheet import ${plan.release} ${file} first.\n`,
    );
    return 1;
  }
  const { conflicts } = merged;
  const keep = new Set([
    ...reading.unread.map(({ key }) => key),
    ...conflicts.map(({ candidate, run, field }) => cellKey(candidate, run, field)),
  ]);
  const base = baseAfter(merged, reading.base);
  return await finish(io, file, await refreshBook(there, { ...plan, base }, keep), `Updated, ${tests}`);
}

async function finish(io: Io, file: string, content: string | Uint8Array, done: string): Promise<number> {
  const trouble = await writeWhole(file, content);
  if (trouble === undefined) io.out(`${done}: ${file}\n`);
  else io.err(`${trouble}\n`);
  return trouble === undefined ? 0 : UNUSABLE;
}
