// Cuts a plan to what one run may write; the rest waits for the next run and is named.
import type { Operation } from '../domain/operation.ts';

export interface Limits {
  /** Most operations of one run. */
  readonly operations: number;
}

/** The operations of this run and those left for the next, both in order. */
export function limit(
  operations: readonly Operation[],
  limits: Limits,
): { now: Operation[]; left: Operation[] } {
  return { now: operations.slice(0, limits.operations), left: operations.slice(limits.operations) };
}
