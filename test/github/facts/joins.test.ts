// Laws of how questions join, for each fact of the registry.
import * as fc from 'fast-check';
import { FACTS } from '../../../src/github/facts/index.ts';
import type { AnyFact } from '../../../src/github/facts/fact.ts';
import { bareQuestions, countNames, joinQuestions } from '../../../src/github/facts/join-questions.ts';
import { rounds } from '../../support/long.ts';

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });

const asks = ['a', 'b', 'c'].map((name) => () => [name]);

/** Questions of each fact, as duties ask them. */
const QUESTIONS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  pins: fc.constant(true),
  ownIssues: fc.record({ keys: names, records: names }),
  labels: names,
  githubMilestones: names,
  assignable: names,
  branchOwners: fc.oneof(
    fc.record({ branches: names }),
    fc.record({ branches: names, main: fc.constant(true) }),
  ),
  pulls: fc.record({
    branches: names,
    teams: names,
    labels: names,
    fixLabels: names,
    roleTeams: names,
    ties: fc.record({ milestones: names, labels: names, titles: names, heads: names, paths: names }),
  }),
  commands: names,
  blockers: names,
  publications: names,
  evidence: names,
  slipPulls: fc.uniqueArray(
    fc.record({
      number: fc.constantFrom(7, 9),
      path: fc.constantFrom('p', 'q'),
      teams: fc.constantFrom<string[][]>([], ['acme/a']),
    }),
    {
      selector: (pull) => JSON.stringify(pull),
    },
  ),
  files: fc.uniqueArray(
    fc.record(
      {
        branch: fc.constantFrom('x', 'y'),
        path: fc.constantFrom('p', 'q'),
        text: fc.constant(true as const),
      },
      { requiredKeys: ['path'] },
    ),
    { selector: ({ branch, path }) => JSON.stringify([branch, path]) },
  ),
  books: fc.uniqueArray(
    fc.record({ branch: fc.constantFrom('x', 'y'), folder: fc.constantFrom('1.0.0', '1.1.0') }),
    { selector: ({ branch, folder }) => `${branch} ${folder}` },
  ),
  branchTests: fc.record({ branches: names, artifacts: names }),
  seen: fc.uniqueArray(fc.constantFrom(...asks)),
  votes: fc.uniqueArray(fc.constantFrom(...asks)),
  testPages: fc.uniqueArray(fc.constantFrom(...asks)),
  comparisons: fc.uniqueArray(
    fc.record({ from: names, to: names, branch: fc.constant('x'), path: fc.constantFrom('p', 'q') }),
    { selector: (one) => JSON.stringify([one.from, one.to, one.branch, one.path]) },
  ),
  candidates: fc.record({ labels: names, deployments: names }),
  teamMentions: names,
  branches: names,
  copies: fc.uniqueArray(
    fc.record({
      path: fc.constantFrom('a.md', 'b.md'),
      issue: fc.constantFrom('v1', 'v2'),
      schedule: fc.constant('s'),
      day: fc.constant('2026-01-01'),
    }),
    { selector: ({ path, issue }) => `${path} ${issue}` },
  ),
  elsewhere: fc.uniqueArray(
    fc.record({ name: fc.constantFrom('a/b', 'c/d'), labels: names, branches: names, versions: names }),
    { selector: ({ name }) => name },
  ),
};

/** Lists without their order; functions by what they answer. */
function unordered(question: unknown): unknown {
  if (Array.isArray(question)) return question.map((one) => JSON.stringify(unordered(one))).toSorted();
  if (typeof question === 'function') return String((question as () => unknown)());
  if (typeof question !== 'object' || question === null) return question;
  const entries = Object.entries(question).map(([key, value]) => [key, unordered(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

test('each fact is tried', () => {
  expect(FACTS.map(({ question }) => String(question)).toSorted()).toEqual(Object.keys(QUESTIONS).toSorted());
});

test('no two facts have one name, and none is read before what it builds on', () => {
  const all = FACTS.flatMap(({ facts }) => facts as string[]);
  expect(new Set(all).size).toBe(all.length);
  for (const [index, fact] of FACTS.entries()) {
    const before = FACTS.slice(0, index).flatMap(({ facts }) => facts as string[]);
    expect(before).toEqual(expect.arrayContaining([...(fact.after ?? [])]));
  }
});

describe.each(FACTS.map((fact): [string, AnyFact] => [String(fact.question), fact]))('%s', (name, fact) => {
  const question = QUESTIONS[name] ?? fc.constant(undefined);
  const join = (a: unknown, b: unknown): unknown => fact.join(a, b);
  const numRuns = rounds(100, 2000);

  test('joining is associative, idempotent, and commutative up to order; the bare question changes nothing', () => {
    fc.assert(
      fc.property(question, question, question, (a, b, c) => {
        expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
        expect(unordered(join(a, a))).toEqual(unordered(a));
        expect(unordered(join(a, b))).toEqual(unordered(join(b, a)));
        expect(unordered(join(fact.bare, a))).toEqual(unordered(a));
      }),
      { numRuns },
    );
  });

  test('a joined question counts no less than either, and the bare one nothing', () => {
    fc.assert(
      fc.property(question, question, (a, b) => {
        const count = fact.count(join(a, b));
        expect(count).toBeGreaterThanOrEqual(fact.count(a));
        expect(count).toBeGreaterThanOrEqual(fact.count(b));
      }),
      { numRuns },
    );
    expect(fact.count(fact.bare)).toBe(0);
  });
});

test('what nobody asks is not asked; what is needed is', () => {
  expect(joinQuestions(FACTS, [{}, {}])).toEqual({});
  expect(bareQuestions(FACTS, ['fixes', 'labels'])).toMatchObject({ labels: [], pulls: { branches: [] } });
  expect(
    countNames(FACTS, joinQuestions(FACTS, [{ labels: ['a', 'b'] }, { labels: ['b'], blockers: ['a'] }])),
  ).toBe(3);
});
