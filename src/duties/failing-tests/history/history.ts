// What is known of each test and each job, run by run: from the record, and from the jobs as GitHub has them.
import type { BranchTests, JobRun } from '../../../domain/test-results.ts';
import { isWorkflow } from './family.ts';
import { type Subject, jobSubject } from '../judge/subject.ts';
import type { Point, RecordedRun, RecordedTest, TestRecord } from './test-record.ts';

/** `absent`: the run was complete, and nobody remembers that the test failed in it. */
export type Result = 'failed' | 'passed' | 'skipped' | 'gone' | 'absent';

export interface Moment extends Point {
  readonly result: Result;
  readonly url?: string | undefined;
  /** Id of its workflow run. */
  readonly run?: string | undefined;
  /** Where its artifacts are, behind `url`. */
  readonly artifacts?: string | undefined;
}

export interface History {
  readonly subject: Subject;
  /** Oldest first. */
  readonly moments: readonly Moment[];
  readonly before?: RecordedTest['before'];
  /** Its workflow is not known: runs that do not tell of it may mean that it is gone. */
  readonly guessed: boolean;
}

/** A test has one for each workflow that tells of it. `looksAt` says which jobs count. */
export function historiesOf(
  record: TestRecord,
  branch: BranchTests,
  looksAt: (job: string) => boolean,
): History[] {
  const order = inOrder(branch);
  return [
    ...[...record.tests.values()].flatMap((test) => ofTest(test, record, order)),
    ...ofJobs(
      record,
      branch.jobs.filter(({ job }) => looksAt(job)),
      order,
    ),
  ];
}

type Order = (a: Point, b: Point) => number;

/** By commit where both are known: a run of an older commit may end later. Commits nobody lists any more are the oldest. */
function inOrder({ commits }: BranchTests): Order {
  const places = new Map(commits.map(({ sha }, index) => [sha, index]));
  const place = ({ commit }: Point): number => places.get(commit) ?? commits.length;
  return (a, b) => place(b) - place(a) || a.at - b.at;
}

/** What one workflow says of a test is no word about how it stands in another one; guessed families count together. */
function ofTest({ subject, before }: RecordedTest, { runs }: TestRecord, order: Order): History[] {
  const telling = runs.filter(({ failed, passed }) =>
    [failed, passed].some((ids) => ids.includes(subject.id)),
  );
  const families = [...new Set(telling.map(({ family }) => family))];
  const guessed = families.filter((family) => !isWorkflow(family));
  const groups = [...families.filter(isWorkflow).map((family) => [family]), guessed];
  const histories = groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const moments = runs.flatMap((run) => momentsOf(subject.id, run, new Set(group)));
      return { subject, moments: moments.toSorted(order), before, guessed: group === guessed };
    });
  return histories.length === 0 ? [{ subject, moments: [], before, guessed: true }] : histories;
}

/** A test that is tried again within a run may fail and pass in it. */
function momentsOf(id: string, run: RecordedRun, families: ReadonlySet<string>): Moment[] {
  const { commit, at, url, artifacts } = run;
  if (!families.has(run.family)) return [];
  const results = (['failed', 'passed', 'skipped', 'gone'] as const).filter((list) => run[list].includes(id));
  const absent = results.length === 0 && run.complete;
  return [...results, ...(absent ? ['absent' as const] : [])].map((result) => ({
    commit,
    at,
    url,
    run: run.run,
    artifacts,
    result,
  }));
}

/** A red job whose run tells of failing tests is told by those. */
function ofJobs({ runs }: TestRecord, jobs: readonly JobRun[], order: Order): History[] {
  const told = new Set(runs.flatMap(({ run, failed }) => (failed.length > 0 ? [run] : [])));
  const byName = new Map<string, Moment[]>();
  for (const { job, commit, at, result, run, url } of jobs) {
    if (result === 'pending') continue;
    const covered = result === 'failed' && run !== undefined && told.has(run);
    const moment: Moment = { commit, at, url, run, result: covered ? 'skipped' : result };
    byName.set(job, [...(byName.get(job) ?? []), moment]);
  }
  return [...byName].map(([job, moments]) => ({
    subject: jobSubject(job),
    moments: moments.toSorted(order),
    guessed: false,
  }));
}
