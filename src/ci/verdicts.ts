// Judges everything that is known of a branch.
import type { BranchTests } from '../domain/test-results.ts';
import { historiesOf } from './history.ts';
import { type Verdict, judge } from './judge.ts';
import { fullName } from './subject.ts';
import type { Point, TestRecord } from './test-record.ts';

/** One for each test that failed of late and each job, in order of their names; `looksAt` says which jobs count. */
export function verdictsOf(
  record: TestRecord,
  branch: BranchTests,
  looksAt: (job: string) => boolean,
): Verdict[] {
  const runsAfter = ({ at }: Point): number =>
    record.runs.filter((run) => run.complete && run.at > at).length;
  const verdicts = historiesOf(record, branch, looksAt).map((history) =>
    judge(history, history.subject.kind === 'test' ? runsAfter : () => 0),
  );
  return verdicts.toSorted(
    (a, b) => compare(fullName(a.subject), fullName(b.subject)) || compare(a.subject.id, b.subject.id),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
