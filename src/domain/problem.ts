// A mistake in what a person wrote, as data: what, where, why, and how to fix it.

/** Keys and indexes from the root of the config to the value; tasks are named by id, not by index. */
export type Path = readonly (string | number)[];

/** A finding about the config, not yet tied to a line. Errors stop a run; warnings are told. */
export interface Problem {
  /** Stable, lower-case with hyphens: `unknown-key`, `weekday-mismatch`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix: string;
}

/** A problem with its place in the file; line and column count from 1. */
export interface LocatedProblem extends Problem {
  readonly line: number;
  readonly column: number;
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
