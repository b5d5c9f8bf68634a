// `relcomms sheet import`: takes what people filled into a workbook, and reports every cell that it does not take.
import { runsOf } from '../domain/manual-test.ts';
import { type Conflict, mergeResults } from '../manual-tests/merge-results.ts';
import { renderResults } from '../manual-tests/results-file.ts';
import { type UnreadCell, readBook } from '../sheet/read-book.ts';
import { plainLine } from '../text/plain-line.ts';
import { countWords } from '../text/words.ts';
import { type Io, UNUSABLE } from './command.ts';
import type { SheetCall } from './sheet-export.ts';
import { readBytes, readSheetInput, resultsFileOf, writeWhole } from './sheet-files.ts';

/** Most lines of one kind that are printed; the count says how many there are. */
const MOST_LINES = 50;

export async function importSheet({ given, version, file, io }: SheetCall): Promise<number> {
  const input = await readSheetInput(given, version, io);
  if ('exit' in input) return input.exit;
  if (file === undefined) return refuse(io, 'Which workbook? Write relcomms sheet import VERSION FILE.');
  const bytes = await readBytes(file);
  if (bytes === undefined) return refuse(io, `${file} is not there.`);
  const reading = await readBook(bytes);
  if (!reading.ok) return refuse(io, `${file}: ${reading.why}`);
  const { release, tests, candidates, results } = input;
  if (reading.release !== undefined && reading.release !== release.version)
    return refuse(io, `${file} is the workbook of ${plainLine(reading.release)}, not of ${release.version}.`);
  const known = new Set(runsOf(tests).map(({ id }) => id));
  const rows = [...reading.rows].filter(
    ([, row]) => known.has(row.run) && candidates.includes(row.candidate),
  );
  const merged = mergeResults({ base: reading.base, ours: results, theirs: new Map(rows) });
  const target = resultsFileOf(given, release.version);
  const trouble = await writeWhole(target, renderResults(merged.results));
  if (trouble !== undefined) return refuse(io, trouble);
  io.out(`${countWords(merged.changed, 'cell')} taken from ${file} into ${target}.\n`);
  sayConflicts(io, merged.conflicts, target);
  sayUnread(io, reading.unread);
  const strangers = reading.rows.size - rows.length;
  if (strangers > 0)
    io.out(`${countWords(strangers, 'row')} of tests that are not in the list, left alone.\n`);
  return merged.conflicts.length + reading.unread.length === 0 ? 0 : 1;
}

function refuse(io: Io, message: string): number {
  io.err(`${message}\n`);
  return UNUSABLE;
}

function sayConflicts(io: Io, conflicts: readonly Conflict[], target: string): void {
  if (conflicts.length === 0) return;
  io.err(`${countWords(conflicts.length, 'cell')} changed in both places; ${target} keeps its own:\n`);
  for (const { candidate, run, field, kept, other } of conflicts.slice(0, MOST_LINES))
    io.err(
      `  ${candidate} ${run} ${field}: ${shown(kept)} in the results, ${shown(other)} in the workbook\n`,
    );
}

function shown(value: string | undefined): string {
  return value === undefined ? 'nothing' : `"${plainLine(value)}"`;
}

function sayUnread(io: Io, unread: readonly UnreadCell[]): void {
  if (unread.length === 0) return;
  io.err(`${countWords(unread.length, 'cell')} not taken:\n`);
  for (const { sheet, cell, why } of unread.slice(0, MOST_LINES))
    io.err(`  ${plainLine(sheet)}!${cell}: ${why}\n`);
}
