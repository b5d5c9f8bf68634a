// Takes reports into the record: each run counts once, whoever saw it and how often.
import type { TestOutcome, TestReport } from '../../../domain/test-results.ts';
import { familyOf, familyOfWorkflow, isWorkflow, suitesOf } from './family.ts';
import { leaveBehind } from './leave-behind.ts';
import { testSubject } from '../judge/subject.ts';
import { idFinder, withOldIds } from './old-ids.ts';
import { type RecordedRun, type RecordedTest, type TestRecord, WINDOW, runKey } from './test-record.ts';

/** The record with these reports in it, whatever order they come in. Tests that are `watched` count when they pass, too. */
export function takeReports(
  record: TestRecord,
  reports: readonly TestReport[],
  watched: ReadonlySet<string> = new Set(),
): TestRecord {
  const fresh = reports.filter((report) => isNew(report, record)).toSorted(byTime);
  if (fresh.length === 0) return record;
  const tests = new Map(withOldIds(record, fresh, watched));
  const idOf = idFinder(tests);
  for (const outcome of fresh.flatMap((report) => report.tests))
    if (outcome.result === 'failed' || (watched.size > 0 && watched.has(idOf(outcome))))
      remember(tests, outcome, idOf(outcome));
  const taken = fresh.reduce((before: TestRecord, report) => takeOne(before, report), {
    ...record,
    tests,
    dropped: 0,
  });
  return leaveBehind(taken, WINDOW, watched);
}

/** What an incomplete report left open, the complete one of the same run may tell; so may the report of another job. */
function isNew(report: TestReport, record: TestRecord): boolean {
  const { runs } = record;
  const known = runs.find((run) => runKey(run) === runKey(report));
  if (known === undefined) return runs.length < WINDOW || report.at > (runs[0]?.at ?? 0);
  if (report.incomplete !== undefined) return false;
  return !known.complete || tellsMore(report, known, record);
}

/** Whether another job of a run tells of failed tests, or of tests that the first one lacks. */
function tellsMore(
  { tests }: TestReport,
  { failed, gone }: RecordedRun,
  { dropped, tests: known }: TestRecord,
): boolean {
  const idOf = idFinder(known);
  const missing = new Set(gone);
  const red = new Set(failed);
  return tests.some((outcome) => {
    if (missing.size === 0 && outcome.result !== 'failed') return false;
    const id = idOf(outcome);
    // Where there was no room for all, a failed test may be one of those.
    return missing.has(id) || (dropped === 0 && outcome.result === 'failed' && !red.has(id));
  });
}

function remember(tests: Map<string, RecordedTest>, outcome: TestOutcome, id: string): void {
  const subject = testSubject(outcome);
  const known = tests.get(id);
  const file = subject.file ?? known?.subject.file;
  tests.set(id, { ...known, subject: { ...subject, id, file } });
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
  const known = record.runs.find((run) => runKey(run) === key);
  const own = recorded(record, report, family);
  const run = known?.complete === true ? both(known, own) : own;
  return { ...record, families, runs: [...others, run].toSorted(byTime) };
}

/** What two jobs of one run tell: what one of them lacks is not gone when the other has it. */
function both(first: RecordedRun, second: RecordedRun): RecordedRun {
  const together = (list: 'failed' | 'passed' | 'skipped' | 'gone'): string[] =>
    [...new Set([...first[list], ...second[list]])].toSorted();
  const seen = new Set([...told(first), ...told(second)]);
  return {
    ...first,
    failed: together('failed'),
    passed: together('passed'),
    skipped: together('skipped'),
    gone: together('gone').filter((id) => !seen.has(id)),
  };
}

function recorded({ tests, runs }: TestRecord, report: TestReport, family: string): RecordedRun {
  const ids = { passed: new Set<string>(), failed: new Set<string>(), skipped: new Set<string>() };
  const suites = new Set<string>();
  const idOf = idFinder(tests);
  for (const outcome of report.tests) {
    suites.add(outcome.suite);
    const id = idOf(outcome);
    if (tests.has(id)) ids[outcome.result].add(id);
  }
  const complete = report.incomplete === undefined;
  const known = new Set(runs.filter((run) => run.family === family).flatMap(told));
  const seen = new Set([...ids.passed, ...ids.failed, ...ids.skipped]);
  const gone = [...tests.values()].filter(
    ({ subject }) =>
      !seen.has(subject.id) && (known.has(subject.id) || (!isWorkflow(family) && suites.has(subject.suite))),
  );
  const { commit, at, run, attempt, url, artifacts } = report;
  return {
    commit,
    at,
    run,
    attempt,
    url,
    artifacts,
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
