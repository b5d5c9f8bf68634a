// The record as rows of data, and back: a row per run, test and family, so that each can be merged alone.
import type { RecordRows } from '../../../domain/observed.ts';
import { type Fields, countIn, fieldsOf, instantIn, pointAt, textAt, textsAt } from './row-fields.ts';
import { withTests } from './leave-behind.ts';
import type { Subject } from '../judge/subject.ts';
import { byTime } from './take-reports.ts';
import { type Point, type RecordedRun, type RecordedTest, type TestRecord, runKey } from './test-record.ts';

/** Names and paths are kept up to this length; a test is told by its id. */
const LONGEST = 200;

export function toRows({ runs, tests, families, dropped }: TestRecord): RecordRows {
  return Object.fromEntries<unknown>([
    ...runs.map((run) => [`run/${runKey(run)}`, runRow(run)] as const),
    ...[...tests].map(([id, test]) => [`test/${id}`, testRow(test)] as const),
    ...[...families].map(([id, suites]) => [`family/${id}`, suites.join(' ')] as const),
    ...(dropped > 0 ? [['dropped', dropped] as const] : []),
  ]);
}

/** What can't be read is left out; an empty record is a new one. */
export function fromRows(rows: RecordRows): TestRecord {
  const named = (kind: string): [string, unknown][] =>
    Object.entries(rows).flatMap(([name, row]): [string, unknown][] =>
      name.startsWith(`${kind}/`) ? [[name.slice(kind.length + 1), row]] : [],
    );
  const tests = new Map(named('test').flatMap(([id, row]) => readTest(id, fieldsOf(row))));
  const families = named('family').map(
    ([id, row]) => [id, typeof row === 'string' ? row.split(' ') : []] as const,
  );
  const runs = named('run').flatMap(([name, row]) => readRun(name, fieldsOf(row)));
  return {
    runs: runs.map((run) => withTests(run, tests)).toSorted(byTime),
    tests,
    families: new Map(families),
    dropped: countIn(rows, 'dropped') ?? 0,
  };
}

function runRow(run: RecordedRun): Fields {
  const { commit, at, url, artifacts, family, complete, failed, passed, skipped, gone } = run;
  return {
    c: commit,
    t: at,
    ...(url === undefined ? {} : { u: url.slice(0, LONGEST) }),
    ...(artifacts === undefined ? {} : { a: artifacts }),
    ...(family === '' ? {} : { w: family }),
    ...(complete ? {} : { i: 1 }),
    ...listField('f', failed),
    ...listField('p', passed),
    ...listField('s', skipped),
    ...listField('x', gone),
  };
}

function listField(name: string, ids: readonly string[]): Fields {
  return ids.length === 0 ? {} : { [name]: ids.join(' ') };
}

function readRun(name: string, row: Fields): RecordedRun[] {
  const [, run, attempt] = /^(.+)\/(\d{1,9})$/.exec(name) ?? [];
  const at = instantIn(row, 't');
  const commit = textAt(row, 'c');
  if (run === undefined || at === undefined || commit === undefined) return [];
  const [failed, passed, skipped, gone] = ['f', 'p', 's', 'x'].map((list) => textsAt(row, list));
  return [
    {
      run,
      attempt: Number(attempt),
      commit,
      at,
      url: textAt(row, 'u'),
      artifacts: artifactsIn(row),
      family: textAt(row, 'w') ?? '',
      complete: row['i'] === undefined,
      failed: failed ?? [],
      passed: passed ?? [],
      skipped: skipped ?? [],
      gone: gone ?? [],
    },
  ];
}

/** Nothing else may be put behind an address. */
function artifactsIn(row: Fields): string | undefined {
  const text = textAt(row, 'a');
  return text !== undefined && /^(?:#artifacts|\/artifacts\/\d{1,20})$/.test(text) ? text : undefined;
}

function testRow({ subject, bySuite, before }: RecordedTest): Fields {
  const { suite, name, file } = subject;
  return {
    s: suite.slice(0, LONGEST),
    ...(subject.class === undefined ? {} : { k: subject.class.slice(0, LONGEST) }),
    ...(bySuite === undefined ? {} : { h: bySuite }),
    n: name.slice(0, LONGEST),
    ...(file === undefined ? {} : { p: file.slice(0, LONGEST) }),
    ...pointField('r', before?.red),
    ...pointField('g', before?.good),
  };
}

function pointField(name: string, point: Point | undefined): Fields {
  return point === undefined ? {} : { [name]: [point.commit, point.at] };
}

function readTest(id: string, row: Fields): [string, RecordedTest][] {
  const suite = textAt(row, 's');
  const name = textAt(row, 'n');
  if (suite === undefined || name === undefined) return [];
  const [red, good] = [pointAt(row, 'r'), pointAt(row, 'g')];
  const before =
    red === undefined && good === undefined ? undefined : { ...(red && { red }), ...(good && { good }) };
  const subject: Subject = {
    id,
    kind: 'test',
    suite,
    class: textAt(row, 'k'),
    name,
    file: textAt(row, 'p'),
  };
  return [[id, { subject, bySuite: textAt(row, 'h'), before }]];
}
