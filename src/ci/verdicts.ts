// Judges everything that is known of a branch.
import type { BranchTests } from '../domain/test-results.ts';
import { historiesOf } from './history.ts';
import { type Verdict, judge } from './judge.ts';
import type { Point, TestRecord } from './test-record.ts';

/** One for each test that failed of late and each job; `looksAt` says which jobs count. */
export function verdictsOf(
  record: TestRecord,
  branch: BranchTests,
  looksAt: (job: string) => boolean,
): Verdict[] {
  const runsAfter = ({ at }: Point): number =>
    record.runs.filter((run) => run.complete && run.at > at).length;
  return historiesOf(record, branch, looksAt).map((history) =>
    judge(history, history.subject.kind === 'test' ? runsAfter : () => 0),
  );
}
