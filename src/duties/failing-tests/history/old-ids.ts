// Tests that a record knows by class and name alone, as they were once told apart, keep their ids and their past.
import type { TestOutcome, TestReport } from '../../../domain/test-results.ts';
import { testId, testSubject } from '../judge/subject.ts';
import { familyOfWorkflow, isWorkflow } from './family.ts';
import type { RecordedTest, TestRecord } from './test-record.ts';

type Tests = ReadonlyMap<string, RecordedTest>;

/** Answers the id of a test: the one that the record has for it, else the one of its suite and name. */
export function idFinder(tests: Tests): (outcome: TestOutcome) => string {
  const kept = new Map([...tests].flatMap(([id, { bySuite }]) => (bySuite ? [[bySuite, id] as const] : [])));
  return (outcome) => {
    const id = testId(outcome.suite, outcome.name);
    return kept.get(id) ?? id;
  };
}

/**
 * The tests of the record, those among them with their suites that these reports tell for the first time. Where
 * several suites have what was one test so far, the past goes to the first that failed, else to the first of all.
 */
export function withOldIds(
  record: TestRecord,
  reports: readonly TestReport[],
  watched: ReadonlySet<string>,
): Tests {
  const tests = new Map(record.tests);
  for (const report of reports)
    for (const [old, heir] of heirsIn(report, { ...record, tests }, watched)) {
      const known = tests.get(old);
      const subject = testSubject(heir);
      const file = subject.file ?? known?.subject.file;
      tests.set(old, { ...known, subject: { ...subject, id: old, file }, bySuite: subject.id });
    }
  return tests;
}

/** By the old id, the test that has it from now on. */
function heirsIn(report: TestReport, record: TestRecord, watched: ReadonlySet<string>) {
  const idOf = idFinder(record.tests);
  const isOld = oldIds(report, record, watched);
  const names = new Set([...record.tests.values()].map(({ subject }) => cut(subject.name)));
  const heirs = new Map<string, TestOutcome>();
  const taken = new Set<string>();
  for (const outcome of report.tests) {
    // Most tests never failed, and a hash of each takes time.
    if (watched.size === 0 && !names.has(cut(outcome.name))) continue;
    if (outcome.class === undefined) {
      taken.add(testId(outcome.suite, outcome.name));
      continue;
    }
    const old = testId(outcome.class, outcome.name);
    if (!isOld(old) || record.tests.has(idOf(outcome))) continue;
    const heir = heirs.get(old);
    if (heir === undefined || (heir.result !== 'failed' && outcome.result === 'failed'))
      heirs.set(old, outcome);
  }
  return [...heirs].filter(([old]) => !taken.has(old));
}

/** The record does not keep more of a name. */
function cut(name: string): string {
  return name.slice(0, 100);
}

/** Which ids may be of that kind: of a test without a way, in a run of the same workflow where both are known. */
function oldIds(
  { workflow }: TestReport,
  { tests, runs }: TestRecord,
  watched: ReadonlySet<string>,
): (id: string) => boolean {
  const own = workflow === undefined ? undefined : familyOfWorkflow(workflow);
  return (id) => {
    const known = tests.get(id);
    if (known === undefined) return watched.has(id);
    if (known.bySuite !== undefined || known.subject.class !== undefined) return false;
    const telling = runs.filter(({ failed, passed }) => failed.includes(id) || passed.includes(id));
    const kinds = telling.map(({ family }) => family);
    return own === undefined || kinds.length === 0 || kinds.some((kind) => kind === own || !isWorkflow(kind));
  };
}
