// What a test is judged to be, from the reports of its runs and from jobs.
import type { Verdict } from '../../../../src/duties/failing-tests/judge/judge.ts';
import { suspectsOf } from '../../../../src/duties/failing-tests/judge/suspects.ts';
import { takeReports } from '../../../../src/duties/failing-tests/history/take-reports.ts';
import { NO_RECORD } from '../../../../src/duties/failing-tests/history/test-record.ts';
import { verdictsOf } from '../../../../src/duties/failing-tests/judge/verdicts.ts';
import type { JobRun, TestReport } from '../../../../src/domain/test-results.ts';
import { branch, hour, job, outcome, report, sha } from './branch.ts';

const EVERY = () => true;

/** Judged after these reports, in the order given, by name. */
function judged(reports: readonly TestReport[], jobs: readonly JobRun[] = []): Map<string, Verdict> {
  const record = reports.reduce((before, one) => takeReports(before, [one]), NO_RECORD);
  const verdicts = verdictsOf(record, branch(30, { jobs }), EVERY);
  return new Map(verdicts.map((verdict) => [verdict.subject.name, verdict]));
}

const lists = (letter: string) => (letter === '-' ? {} : { lists: letter === 'b' ? 'fp' : letter });

/** One report per letter: `p` passed, `f` failed, `s` skipped, `b` failed and passed, `-` not reported, beside one that passes. */
function runs(letters: string): TestReport[] {
  return Array.from(letters).map((letter, index) => report(index + 1, { ...lists(letter), creates: 'p' }));
}

test.each([
  // letters, state, red runs, green runs, since, last good, flaky, rate
  ['pppf', 'red', 1, 0, 4, 3, undefined, '1 of 1'],
  ['pfff', 'red', 3, 0, 2, 1, undefined, '3 of 3'],
  ['ff', 'red', 2, 0, 1, undefined, undefined, '2 of 2'],
  ['pffsf', 'red', 3, 0, 2, 1, undefined, '3 of 3'],
  ['pffpp', 'green', 0, 2, 2, 1, undefined, '2 of 4'],
  ['pfpf', 'red', 1, 0, 4, 3, undefined, '2 of 3'],
  ['pfpfp', 'green', 0, 1, 4, 3, 'alternating', '2 of 4'],
  ['pb', 'green', 0, 1, 2, 1, 'one-commit', '1 of 2'],
  ['pff--', 'unknown', 2, 0, 2, 1, undefined, '2 of 2'],
  ['pff---', 'gone', 0, 0, 2, 1, undefined, '2 of 2'],
  ['pff-s--', 'gone', 0, 0, 2, 1, undefined, '2 of 2'],
  ['pf--f', 'red', 2, 0, 2, 1, undefined, '2 of 2'],
  ['pf---f', 'red', 1, 0, 6, 5, undefined, '2 of 2'],
  ['pffs', 'red', 2, 0, 2, 1, undefined, '2 of 2'],
] as const)('%s', (letters, state, redRuns, greenRuns, since, lastGood, flaky, rate) => {
  const verdict = judged(runs(letters)).get('lists');
  expect(verdict).toMatchObject({ state, redRuns, greenRuns });
  expect([verdict?.since?.commit, verdict?.lastGood?.commit]).toEqual([
    sha(since),
    lastGood === undefined ? undefined : sha(lastGood),
  ]);
  expect([verdict?.flaky, `${verdict?.failed} of ${verdict?.of}`]).toEqual([flaky, rate]);
});

test('a test that never failed is not remembered', () => {
  expect([...judged(runs('ppff')).keys()]).toEqual(['lists']);
});

test('an incomplete report says nothing of what it lacks', () => {
  const cut = report(3, { creates: 'p' }, { incomplete: 'the file ends in the middle' });
  expect(judged([...runs('pf'), cut]).get('lists')).toMatchObject({ state: 'red', redRuns: 1 });
});

const other = (number: number) =>
  report(number, {}, { run: `other-${number}`, tests: [outcome('opens', 'passed', 'page')] });

test('runs of another workflow do not make a test vanish, nor count as good', () => {
  const [first, second] = [report(1, { lists: 'p' }), report(5, { lists: 'f' })];
  const verdict = judged([first, other(3), second, other(6)]).get('lists');
  expect(verdict).toMatchObject({ state: 'red' });
  expect(verdict?.lastGood?.commit).toBe(sha(1));
});

test('a renamed test is gone, the new one is new', () => {
  const first = report(1, { old: 'f', other: 'p' });
  const renamed = [2, 3, 4].map((number) => report(number, { new: 'f', other: 'p' }));
  expect(judged([first, ...renamed.slice(1)]).get('old')?.state).toBe('unknown');
  const after = judged([first, ...renamed]);
  expect(after.get('old')?.state).toBe('gone');
  expect(after.get('new')).toMatchObject({ state: 'red', redRuns: 3 });
});

const later = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    report(index + 2, {}, { tests: [outcome('other', 'passed', 'page')] }),
  );

test('a test whose suite is gone with it counts as gone after ten runs', () => {
  const first = report(1, { lists: 'f' });
  expect(judged([first, ...later(9)]).get('lists')?.state).toBe('red');
  expect(judged([first, ...later(10)]).get('lists')?.state).toBe('gone');
});

test('what is older than the window is remembered as since when and last good', () => {
  const verdict = judged(runs(`pp${'f'.repeat(25)}`)).get('lists');
  expect(verdict?.since?.commit).toBe(sha(3));
  expect(verdict?.lastGood?.commit).toBe(sha(2));
  expect(verdict?.of).toBe(20);
});

test('a run of an older commit that ends later does not count as the newest', () => {
  const late = report(2, { lists: 'p' }, { at: hour(9), run: 'late' });
  expect(judged([report(1, { lists: 'p' }), report(3, { lists: 'f' }), late]).get('lists')).toMatchObject({
    state: 'red',
    since: { commit: sha(3) },
    lastGood: { commit: sha(2) },
  });
});

describe('a job', () => {
  test('is red by itself where no test tells more', () => {
    const verdict = judged([], [job(1, 'passed'), job(2, 'failed'), job(3, 'pending')]).get('ci/unit');
    expect(verdict).toMatchObject({
      state: 'red',
      redRuns: 1,
      since: { commit: sha(2) },
      subject: { kind: 'job' },
    });
  });

  test('is told by the tests that failed in its run', () => {
    const all = judged([report(2, { lists: 'f' })], [job(1, 'passed'), job(2, 'failed')]);
    expect(all.get('ci/unit')?.state).toBe('green');
    expect(all.get('lists')?.state).toBe('red');
    expect(judged([report(2, { lists: 'p' })], [job(2, 'failed')]).get('ci/unit')?.state).toBe('red');
  });

  test('that came out both ways on one commit is flaky', () => {
    const verdict = judged([], [job(1, 'failed'), job(1, 'passed', { run: '1b', at: hour(2) })]).get(
      'ci/unit',
    );
    expect(verdict).toMatchObject({ state: 'green', flaky: 'one-commit' });
  });
});

const point = (number: number) => ({ commit: sha(number), at: hour(number) });

test('suspects are the pull requests behind the last good commit up to the first red one', () => {
  const found = suspectsOf(branch(9), point(6), point(3));
  expect(found.pulls.map(({ number }) => number)).toEqual([106, 105, 104]);
  expect(found.open).toBe(false);
  expect(found.direct).toBe(0);
  const commits = branch(9).commits.map((one, index) =>
    index % 2 === 0 ? one : { ...one, pull: undefined },
  );
  const some = suspectsOf(branch(9, { commits }), point(7), point(4));
  expect([some.pulls.map(({ number }) => number), some.direct]).toEqual([[107, 105], 1]);
  expect(suspectsOf(branch(9), point(2), undefined)).toMatchObject({
    open: true,
    pulls: [{ number: 102 }],
  });
  expect(suspectsOf(branch(9), { commit: 'other', at: hour(1) }, undefined)).toEqual({
    pulls: [],
    direct: 0,
    open: true,
  });
});
