// Judges everything that is known of a branch.
import type { BranchTests } from '../../../domain/test-results.ts';
import { historiesOf } from '../history/history.ts';
import { type Verdict, judge } from './judge.ts';
import { fullName } from './subject.ts';
import type { Point, TestRecord } from '../history/test-record.ts';

/** One for each test that failed of late and each job, in order of their names; `looksAt` says which jobs count. */
export function verdictsOf(
  record: TestRecord,
  branch: BranchTests,
  looksAt: (job: string) => boolean,
): Verdict[] {
  const runsAfter = ({ at }: Point): number =>
    record.runs.filter((run) => run.complete && run.at > at).length;
  const bySubject = new Map<string, Verdict[]>();
  for (const history of historiesOf(record, branch, looksAt)) {
    const verdict = judge(history, history.guessed ? runsAfter : () => 0);
    const { id } = verdict.subject;
    bySubject.set(id, [...(bySubject.get(id) ?? []), verdict]);
  }
  return [...bySubject.values()]
    .flatMap(worst)
    .toSorted(
      (a, b) => compare(fullName(a.subject), fullName(b.subject)) || compare(a.subject.id, b.subject.id),
    );
}

/** What several workflows say of one test: red in one of them is red; else the one in which it failed counts. */
function worst(verdicts: readonly Verdict[]): Verdict[] {
  const [first] = verdicts.toSorted(
    (a, b) =>
      b.redRuns - a.redRuns || Number(b.failed > 0) - Number(a.failed > 0) || a.greenRuns - b.greenRuns,
  );
  const flaky = verdicts.find((one) => one.flaky !== undefined)?.flaky;
  return first === undefined ? [] : [{ ...first, flaky }];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
