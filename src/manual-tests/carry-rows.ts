// Carries passes over to the next candidate, and takes back those that hold no longer.
import { type ManualTest, type Results, keyOf, runsOf } from '../domain/manual-test.ts';
import { type ChangedFiles, carriesOver } from './carry-over.ts';

export interface Carrying {
  /** Ids of two candidates. */
  readonly from: string;
  readonly to: string;
  /** Between their tags; undefined when not known. */
  readonly changed: ChangedFiles;
}

const NOTE = /^passed in ([a-z0-9][a-z0-9.-]{0,200}), nothing it covers changed$/i;

/** The note of a pass that was carried over; a row with another one is of people. */
export function carriedNote(candidate: string): string {
  return `passed in ${candidate}, nothing it covers changed`;
}

/** Whether a row says what an earlier candidate said. */
export function isCarried({
  result,
  note = '',
}: {
  readonly result?: string | undefined;
  readonly note?: string | undefined;
}): boolean {
  return result === 'pass' && NOTE.test(note);
}

/** What people recorded stays. Everything that was carried over is decided anew, so the same input gives the same rows. */
export function carryRows(
  { tests, results: before }: { readonly tests: readonly ManualTest[]; readonly results: Results },
  { from, to, changed }: Carrying,
): Results {
  const results = new Map(before);
  for (const run of runsOf(tests, to)) {
    const key = keyOf({ candidate: to, run: run.id });
    const row = results.get(key);
    if (row?.result !== undefined && !isCarried(row)) continue;
    const place = { candidate: to, run: run.id, ...(row?.link === undefined ? {} : { link: row.link }) };
    const source = results.get(keyOf({ candidate: from, run: run.id }));
    if (source?.result === 'pass' && carriesOver(run.test, changed)) {
      const { tester, day } = source;
      const note = isCarried(source) ? source.note : carriedNote(from);
      results.set(key, { ...place, result: 'pass', tester, day, note });
    } else if (row !== undefined && isCarried(row)) {
      results.set(key, { ...place, tester: row.tester });
    }
  }
  return results;
}

/** Rows of a candidate that were carried over. */
export function countCarried(tests: readonly ManualTest[], candidate: string, results: Results): number {
  return runsOf(tests, candidate).filter(({ id }) =>
    isCarried(results.get(keyOf({ candidate, run: id })) ?? {}),
  ).length;
}
