// Which tests a mutation meets, in which order.
import { type Imports, testsThatLoad } from '../../../scripts/mutate/reached.ts';
import { roomAround, roomOfTests, stagesFor } from '../../../scripts/mutate/stages.ts';

const TESTS = [
  'test/plan/limit.test.ts',
  'test/plan/diff.test.ts',
  'test/duties/approvals/verdict.test.ts',
  'test/duties/approvals/judge/names.test.ts',
  'test/scenarios/report.test.ts',
  'test/scenarios/faults.test.ts',
  'test/scenarios/unheard-of.test.ts',
];

const IMPORTS: Imports = new Map([
  ['test/plan/limit.test.ts', ['src/plan/limit.ts']],
  ['test/plan/diff.test.ts', ['src/plan/diff.ts']],
  ['test/scenarios/report.test.ts', ['src/run/reconcile.ts']],
  ['test/scenarios/faults.test.ts', ['src/run/reconcile.ts']],
  ['test/scenarios/unheard-of.test.ts', ['src/run/reconcile.ts']],
  ['src/run/reconcile.ts', ['src/plan/limit.ts', 'src/plan/diff.ts']],
  ['src/plan/limit.ts', ['src/plan/diff.ts']],
  ['src/plan/diff.ts', ['src/plan/limit.ts']],
]);

test.each([
  ['src/plan/limit.ts', 'test/plan/'],
  ['src/duties/approvals/judge/names.ts', 'test/duties/approvals/judge/'],
  ['src/duties/approvals/remind/due.ts', 'test/duties/approvals/'],
  ['src/nowhere/deep/a.ts', 'test/nowhere/deep/'],
])('%s belongs to %s', (file, room) => {
  expect(roomOfTests(file, TESTS)).toBe(room);
});

test('tests load what the files load that they load, circles and all', () => {
  expect(testsThatLoad('src/run/reconcile.ts', TESTS, IMPORTS)).toEqual(TESTS.slice(4));
  expect(testsThatLoad('src/plan/diff.ts', TESTS, IMPORTS)).toEqual([
    ...TESTS.slice(0, 2),
    ...TESTS.slice(4),
  ]);
  expect(testsThatLoad('src/nowhere/a.ts', TESTS, IMPORTS)).toEqual([]);
});

test('the tests of the room come first, then the types, then quick scenarios and long ones', () => {
  const stages = stagesFor('src/plan/limit.ts', TESTS, IMPORTS).map(({ by, tests }) => ({ by, tests }));
  expect(stages).toEqual([
    { by: 'unit', tests: ['test/plan/limit.test.ts', 'test/plan/diff.test.ts'] },
    { by: 'types', tests: [] },
    { by: 'scenario', tests: ['test/scenarios/report.test.ts'] },
    { by: 'scenario', tests: ['test/scenarios/faults.test.ts'] },
  ]);
});

test.each([
  ['test/plan/', 'test/plan/'],
  ['test/duties/approvals/judge/', 'test/duties/approvals/'],
  ['test/duties/approvals/', 'test/duties/approvals/'],
  ['test/github/facts/pulls/', 'test/github/'],
])('%s is a wing of %s', (room, around) => {
  expect(roomAround(room)).toBe(around);
});

test('a wing with tests of its own meets those of its whole room, too', () => {
  const file = 'src/duties/approvals/judge/names.ts';
  const imports = new Map(TESTS.slice(2, 4).map((test) => [test, [file]]));
  expect(stagesFor(file, TESTS, imports).map(({ by, tests }) => ({ by, tests }))).toEqual([
    { by: 'unit', tests: ['test/duties/approvals/judge/names.test.ts'] },
    { by: 'types', tests: [] },
    { by: 'unit', tests: ['test/duties/approvals/verdict.test.ts'] },
  ]);
});

test('what nothing loads meets the compiler alone', () => {
  expect(stagesFor('src/nowhere/a.ts', TESTS, IMPORTS)).toMatchObject([{ by: 'types' }]);
});
