// Tells which runs are of one kind: those of one workflow, or where it is not known those that hold the same suites.
import type { TestOutcome } from '../../../domain/test-results.ts';
import { shortHash } from '../judge/subject.ts';

/** Suites of a family that are remembered. */
const MOST_SUITES = 300;

/** Characters of its name by which a workflow is told: who reports it may have cut it. */
const LONGEST = 150;

/** The family of a workflow. */
export function familyOfWorkflow(workflow: string): string {
  return `w${shortHash(workflow.slice(0, LONGEST), 8)}`;
}

/** Whether a family is a workflow, not a guess. */
export function isWorkflow(family: string): boolean {
  return /^w[A-Za-z0-9]{8}$/.test(family);
}

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
