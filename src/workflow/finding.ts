// What does not fit between a config and the workflow that runs it, with its place in the workflow.
import type { LocatedProblem } from '../domain/problem.ts';

/** Always a warning: a workflow that does less may be wanted, and each says what is lost. */
export interface Finding extends LocatedProblem {
  /** Path of the workflow, as it was given. */
  readonly file: string;
}

export function finding(
  { file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>,
  code: string,
  message: string,
  fix: string,
): Finding {
  return { file, line, column, code, severity: 'warning', path: [], message, fix };
}
