// Tells which runs are of one kind: those that hold the same suites, whatever their workflow is called.
import type { TestOutcome } from '../domain/test-results.ts';
import { shortHash } from './subject.ts';

/** Suites of a family that are remembered. */
const MOST_SUITES = 300;

/** Short hashes of the suites, in order. */
export function suitesOf(tests: readonly TestOutcome[]): string[] {
  return [...new Set(tests.map(({ suite }) => shortHash(suite, 4)))].toSorted().slice(0, MOST_SUITES);
}

/** The family that shares most suites with these, if it is half of the fewer of them. */
export function familyOf(
  suites: readonly string[],
  families: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const ranked = [...families]
    .map(([id, known]) => ({ id, known, shared: known.filter((suite) => suites.includes(suite)).length }))
    .filter(({ known, shared }) => shared > 0 && shared * 2 >= Math.min(known.length, suites.length))
    .toSorted((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1));
  return ranked[0]?.id;
}
