// Takes reports into the record: each run counts once, whoever saw it and how often.
import type { TestOutcome, TestReport } from '../domain/test-results.ts';
import { familyOf, familyOfWorkflow, isWorkflow, suitesOf } from './family.ts';
import { leaveBehind } from './leave-behind.ts';
import { testSubject } from './subject.ts';
import { type RecordedRun, type RecordedTest, type TestRecord, WINDOW, runKey } from './test-record.ts';

/** The record with these reports in it, whatever order they come in. Tests that are `watched` count when they pass, too. */
export function takeReports(
  record: TestRecord,
  reports: readonly TestReport[],
  watched: ReadonlySet<string> = new Set(),
): TestRecord {
  const fresh = reports.filter((report) => isNew(report, record)).toSorted(byTime);
  if (fresh.length === 0) return record;
  const tests = new Map(record.tests);
  for (const outcome of fresh.flatMap((report) => report.tests))
    if (outcome.result === 'failed' || (watched.size > 0 && watched.has(testSubject(outcome).id)))
      remember(tests, outcome);
  const taken = fresh.reduce((before: TestRecord, report) => takeOne(before, report), {
    ...record,
    tests,
    dropped: 0,
  });
  return leaveBehind(taken, WINDOW, watched);
}

/** What an incomplete report left open, the complete one of the same run may tell. */
function isNew(report: TestReport, { runs }: TestRecord): boolean {
  const known = runs.find((run) => runKey(run) === runKey(report));
  if (known !== undefined) return !known.complete && report.incomplete === undefined;
  return runs.length < WINDOW || report.at > (runs[0]?.at ?? 0);
}

function remember(tests: Map<string, RecordedTest>, outcome: TestOutcome): void {
  const subject = testSubject(outcome);
  const known = tests.get(subject.id);
  const file = subject.file ?? known?.subject.file;
  tests.set(subject.id, { ...known, subject: { ...subject, file } });
}

function takeOne(record: TestRecord, report: TestReport): TestRecord {
  const key = runKey(report);
  const suites = suitesOf(report.tests);
  const { workflow } = report;
  const guessed = (): string => familyOf(suites, record.families) ?? key;
  const family = suites.length === 0 ? '' : workflow === undefined ? guessed() : familyOfWorkflow(workflow);
  const families = new Map(record.families);
  if (family !== '' && workflow === undefined && report.incomplete === undefined)
    families.set(family, suites);
  const others = record.runs.filter((run) => runKey(run) !== key);
  return { ...record, families, runs: [...others, recorded(record, report, family)].toSorted(byTime) };
}

function recorded({ tests, runs }: TestRecord, report: TestReport, family: string): RecordedRun {
  const ids = { passed: new Set<string>(), failed: new Set<string>(), skipped: new Set<string>() };
  const suites = new Set<string>();
  for (const outcome of report.tests) {
    suites.add(outcome.suite);
    const { id } = testSubject(outcome);
    if (tests.has(id)) ids[outcome.result].add(id);
  }
  const complete = report.incomplete === undefined;
  const known = new Set(runs.filter((run) => run.family === family).flatMap(told));
  const seen = new Set([...ids.passed, ...ids.failed, ...ids.skipped]);
  const gone = [...tests.values()].filter(
    ({ subject }) =>
      !seen.has(subject.id) && (known.has(subject.id) || (!isWorkflow(family) && suites.has(subject.suite))),
  );
  const { commit, at, run, attempt, url } = report;
  return {
    commit,
    at,
    run,
    attempt,
    url,
    family,
    complete,
    failed: [...ids.failed].toSorted(),
    passed: [...ids.passed].toSorted(),
    skipped: [...ids.skipped].toSorted(),
    gone: complete ? gone.map(({ subject }) => subject.id).toSorted() : [],
  };
}

function told({ failed, passed, skipped }: RecordedRun): string[] {
  return [...failed, ...passed, ...skipped];
}

type Timed = Pick<RecordedRun, 'at' | 'run' | 'attempt'>;

/** Runs that ended in the same moment stand in the order of their ids. */
export function byTime(a: Timed, b: Timed): number {
  return a.at - b.at || (runKey(a) < runKey(b) ? -1 : 1);
}
