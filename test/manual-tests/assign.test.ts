// Manual tests are shared out evenly, stay where they are, and never lie with the author of the change alone.
import * as fc from 'fast-check';
import { type ManualTest, type TestRun, runsOf } from '../../src/domain/manual-test.ts';
import { type Assigning, type Assignment, assignRuns } from '../../src/manual-tests/assign.ts';
import { PEOPLE, TESTS } from '../support/manual-tests/world.ts';

const FRESH: Omit<Assigning, 'runs'> = { people: PEOPLE, testers: new Map(), fixed: new Set() };

/** Complexity by person. */
function loads(runs: readonly TestRun[], { testers }: Assignment): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { id, test } of runs) {
    const tester = testers.get(id);
    if (tester !== undefined) sums.set(tester, (sums.get(tester) ?? 0) + test.complexity);
  }
  return sums;
}

/** The most that anybody has, as a share of the mean of the team. */
function unevenness(runs: readonly TestRun[], assignment: Assignment): number {
  const own = loads(runs, assignment);
  return Math.max(
    ...[...PEOPLE.values()].map((people) => {
      const sizes = people.map((login) => own.get(login) ?? 0);
      const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
      return mean === 0 ? 1 : Math.max(...sizes) / mean;
    }),
  );
}

test('300 tests of 12 teams: nobody has more than 1.3 times the mean of the team, in any candidate', () => {
  for (const candidate of ['rc1', 'rc2', 'rc3']) {
    const runs = runsOf(TESTS, candidate);
    const assignment = assignRuns({ ...FRESH, runs });
    expect(assignment.testers.size).toBe(runs.length);
    expect(unevenness(runs, assignment)).toBeLessThanOrEqual(1.3);
    expect(runs.filter(({ id, test }) => test.author === assignment.testers.get(id))).toEqual([]);
  }
});

test('the same input in another order gives the same assignment', () => {
  const runs = runsOf(TESTS, 'rc1');
  const people = new Map([...PEOPLE].toReversed().map(([team, logins]) => [team, [...logins].toReversed()]));
  expect(assignRuns({ ...FRESH, runs: runs.toReversed(), people }).testers).toEqual(
    assignRuns({ ...FRESH, runs }).testers,
  );
});

test('late tests go to those who have least, and nothing else moves', () => {
  const runs = runsOf(TESTS, 'rc1');
  const { testers } = assignRuns({ ...FRESH, runs });
  const late = runsOf([aTest('late-1', 2, 'api'), aTest('late-2', 2, 'api')]);
  const after = assignRuns({ ...FRESH, runs: [...runs, ...late], testers });
  expect(movedFrom(testers, after)).toEqual([]);
  const own = loads(runs, { testers, nobody: [], onlyAuthor: [] });
  const least = (PEOPLE.get('api') ?? []).toSorted((a, b) => (own.get(a) ?? 0) - (own.get(b) ?? 0));
  expect(after.testers.get('late-1')).toBe(least[0]);
});

test('what a person who leaves had goes to the others, and what has a result stays', () => {
  const runs = runsOf(TESTS, 'rc1');
  const { testers } = assignRuns({ ...FRESH, runs });
  const gone = 'api-a';
  const had = runs.filter(({ id }) => testers.get(id) === gone).map(({ id }) => id);
  const people = new Map(PEOPLE).set(
    'api',
    (PEOPLE.get('api') ?? []).filter((login) => login !== gone),
  );
  const [done = ''] = had;
  const after = assignRuns({ ...FRESH, runs, people, testers, fixed: new Set([done]) });
  expect(after.testers.get(done)).toBe(gone);
  expect(movedFrom(testers, after).filter((id) => !had.includes(id))).toEqual([]);
  expect(movedFrom(testers, after)).toHaveLength(had.length - 1);
});

test('nobody there, and only the author there, are named', () => {
  const runs = runsOf([aTest('x', 1, 'api'), { ...aTest('y', 1, 'docs'), author: 'dora' }]);
  const people = new Map([['docs', ['dora']]]);
  const assignment = assignRuns({ runs, people, testers: new Map(), fixed: new Set() });
  expect(assignment.nobody.map(({ id }) => id)).toEqual(['x']);
  expect(assignment.onlyAuthor.map(({ id }) => id)).toEqual(['y']);
});

/** Largest share of one of few people in the best of all assignments. */
function best(sizes: readonly number[], people: number): number {
  let least = Infinity;
  for (let code = 0; code < people ** sizes.length; code++) {
    const shares = Array.from({ length: people }, () => 0);
    for (const [index, size] of sizes.entries()) {
      const person = Math.floor(code / people ** index) % people;
      shares[person] = (shares[person] ?? 0) + size;
    }
    least = Math.min(least, Math.max(...shares));
  }
  return least;
}

test('the largest share is at most 4/3 of the best one, by trying all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 1, max: 3 }),
      (sizes, count) => {
        const runs = runsOf(sizes.map((size, index) => aTest(`t-${index}`, size, 'api')));
        const people = new Map([['api', Array.from({ length: count }, (_, number) => `p${number}`)]]);
        const assignment = assignRuns({ runs, people, testers: new Map(), fixed: new Set() });
        const largest = Math.max(...loads(runs, assignment).values());
        expect(largest).toBeLessThanOrEqual((best(sizes, count) * 4) / 3 + 1e-9);
      },
    ),
    { numRuns: 100 },
  );
});

function aTest(id: string, complexity: number, team: string): ManualTest {
  return { id, title: id, steps: [], team, component: team, platforms: [], complexity, covers: [] };
}

/** Ids of the runs that somebody had and somebody else has now. */
function movedFrom(before: ReadonlyMap<string, string>, after: Assignment): readonly string[] {
  return [...before].filter(([id, tester]) => after.testers.get(id) !== tester).map(([id]) => id);
}
