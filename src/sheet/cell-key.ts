// Names one cell of ours by what it means: candidate, run, and field.
import type { Field } from '../domain/manual-test.ts';

/** `rc1 api-1@linux result`. */
export function cellKey(candidate: string, run: string, field: Field): string {
  return `${candidate} ${run} ${field}`;
}
