// Looks on the embedded GitHub: several at once find what each would have found alone; what nobody asks stays unknown.
import * as fc from 'fast-check';
import * as z from 'zod';
import type { EmbeddedGitHub } from '../../../packages/embedded-github/src/index.ts';
import { ACTIONS_BOT } from '../../../packages/embedded-github/src/index.ts';
import type { Observation } from '../../../src/domain/observed.ts';
import type { Questions } from '../../../src/domain/questions.ts';
import type { AnyFact, Setting } from '../../../src/github/facts/fact.ts';
import { FACTS } from '../../../src/github/facts/index.ts';
import { BARE_PULLS } from '../../../src/github/facts/pulls/question.ts';
import { joinQuestions } from '../../../src/github/facts/join-questions.ts';
import { lacksSomething, observe, observeAll } from '../../../src/github/observe.ts';
import { day } from '../../../src/domain/day.ts';
import { expectNoViolations } from '../../support/github.ts';
import { rounds } from '../../support/long.ts';
import { clientOf, runAction } from '../../support/runs.ts';
import { NOW, SECTIONS, configWith, startSwitched } from '../../support/switched-on.ts';

const SETTING: Setting = { accounts: [ACTIONS_BOT], since: day('2019-01-01'), now: NOW };

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startSwitched();
  await github.as('alice').putFile('.github/relcomms.yml', configWith(SECTIONS));
  await runAction(github, NOW);
});

afterEach(() => expectNoViolations(github));
afterAll(() => github.close());

const some = <T>(...all: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...all)), { nil: undefined });

const branches = fc.uniqueArray(fc.constantFrom('release-2.0', 'main', 'release-9'));

const anyQuestions: fc.Arbitrary<Questions> = fc.record({
  ownIssues: fc.constantFrom(
    { keys: [] },
    { keys: ['v2.0.0/tracking-issue'] },
    { keys: ['v9/tracking-issue'] },
  ),
  pins: fc.constantFrom(undefined, true as const),
  labels: some('release', 'release-blocker', 'none'),
  githubMilestones: some('v2.0.0', 'v9'),
  assignable: some('alice', 'bob', 'nobody'),
  blockers: some('release-blocker', 'release', 'none'),
  publications: some('v2.0.0', '9'),
  files: some({ branch: 'main', path: 'README.md' }, { branch: 'main', path: 'none' }),
  branchOwners: fc.record({ branches, main: fc.boolean() }),
  pulls: fc.constantFrom(undefined, {
    branches: ['release-2.0'],
    teams: ['acme/web'],
    labels: ['needs-approval'],
    fixLabels: ['needs-cherry-pick'],
    roleTeams: [],
    ties: BARE_PULLS.ties,
  }),
  branchTests: fc.option(fc.record({ branches, artifacts: fc.constant([]) }), { nil: undefined }),
});

test('two looks at once find what each finds alone', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuestions, anyQuestions, async (a, b) => {
      const both = await observeAll(clientOf(github), [a, b], SETTING);
      const alone = [
        await observe(clientOf(github), a, SETTING),
        await observe(clientOf(github), b, SETTING),
      ];
      expect(both).toEqual(alone);
    }),
    { numRuns: rounds(10, 200) },
  );
}, 600_000);

/** Everything of `part` is in `whole`; lists are compared without order. */
function contains(whole: unknown, part: unknown): boolean {
  if (!Array.isArray(part)) return JSON.stringify(whole) === JSON.stringify(part);
  const all = (whole as unknown[]).map((one) => JSON.stringify(one));
  return part.every((one) => all.includes(JSON.stringify(one)));
}

test('a look with the joined question finds all that either finds alone', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuestions, anyQuestions, async (a, b) => {
      const whole = await observe(clientOf(github), joinQuestions(FACTS, [a, b]), SETTING);
      const alone = await observe(clientOf(github), a, SETTING);
      for (const [name, fact] of Object.entries(alone) as [keyof Observation, Observation['pins']][]) {
        if (!fact.known) continue;
        const found = whole[name];
        expect({ name, holds: found.known && contains(found.value, fact.value) }).toEqual({
          name,
          holds: true,
        });
      }
    }),
    { numRuns: rounds(5, 100) },
  );
}, 600_000);

test('two looks that ask the same cost what one costs', async () => {
  const questions: Questions = {
    ownIssues: { keys: ['v2.0.0/tracking-issue'] },
    branchOwners: { branches: ['release-2.0'], main: true },
    pulls: { ...BARE_PULLS, branches: ['release-2.0'] },
    branchTests: { branches: ['release-2.0'], artifacts: [] },
  };
  const [one, two] = [clientOf(github), clientOf(github)];
  await observe(one, questions, SETTING);
  await observeAll(two, [questions, { ...questions, labels: ['release'] }], SETTING);
  expect(two.counts).toEqual(one.counts);
});

test('a fact that nobody asks about is unknown; one of which no name is asked is known and empty', async () => {
  const found = await observe(clientOf(github), { labels: [], pins: true }, SETTING);
  expect(found).toMatchObject({ labels: { known: true, value: [] }, pins: { known: true } });
  const { labels: _, pins: __, ...others } = found;
  for (const fact of Object.values(others)) expect(fact).toMatchObject({ known: false });
});

test('a fact of a caller is read like the others, and fails alone', async () => {
  const weather: AnyFact = {
    question: 'weather',
    facts: ['weather'],
    bare: [],
    shape: z.array(z.string()),
    join: (a: string[], b: string[]) => [...a, ...b],
    count: (places: string[]) => places.length,
    fields: () => ({ parts: ['weather: id'], variables: {} }),
    read: ({ question, answer }: { question: string[]; answer: { data: Record<string, unknown> } }) => {
      if (question.includes('nowhere')) throw new Error('there is no such place');
      return { weather: { known: true, value: [...question, typeof answer.data['weather']] } };
    },
  };
  const facts = [...FACTS, weather];
  const look = async (...places: string[]) =>
    (await observe(
      clientOf(github),
      { weather: places, pins: true } as Questions,
      SETTING,
      facts,
    )) as unknown;
  expect(await look('here')).toMatchObject({
    pins: { known: true },
    weather: { known: true, value: ['here', 'string'] },
  });
  expect(await look('nowhere')).toMatchObject({
    pins: { known: true },
    weather: { known: false, why: 'there is no such place' },
  });
});

/** A fact that tells when it begins, and ends when it is told to. */
function gatedFact(name: string, log: string[], after: readonly string[] = []) {
  let end: ((made: object) => void) | undefined;
  const fact = {
    question: name,
    facts: [name],
    after,
    bare: true,
    join: () => true,
    count: () => 0,
    read: ({ found }: { readonly found: Readonly<Record<string, unknown>> }) => {
      log.push(`${name} on ${after.map((one) => JSON.stringify(found[one])).join(' and ') || 'nothing'}`);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
  } as unknown as AnyFact;
  return { fact, end: (made: object) => end?.(made) };
}

/** Everything has happened that waits for nothing from outside. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

test('a fact begins once those are there that it builds on, with what was added to them; no other waits', async () => {
  const log: string[] = [];
  const first = gatedFact('first', log);
  const adds = gatedFact('adds', log, ['first']);
  const apart = gatedFact('apart', log);
  const reads = gatedFact('reads', log, ['first']);
  const facts = [first, adds, apart, reads].map(({ fact }) => fact);
  const asked = { first: true, adds: true, apart: true, reads: true } as unknown as Questions;
  const looking = observe(clientOf(github), asked, SETTING, facts);
  await turn();
  expect(log.splice(0)).toEqual(['first on nothing', 'apart on nothing']);
  first.end({ first: 1 });
  await turn();
  expect(log.splice(0)).toEqual(['adds on 1']);
  adds.end({ adds: 2, first: 3 });
  await turn();
  expect(log.splice(0)).toEqual(['reads on 3']);
  reads.end({ reads: 4 });
  apart.end({ apart: 5 });
  expect(await looking).toEqual({ first: 3, adds: 2, apart: 5, reads: 4 });
});

test('a look lacks something where what was asked for could not be read; what nobody asked is no lack', async () => {
  const whole = await observe(clientOf(github), { pins: true }, SETTING);
  expect(lacksSomething([whole])).toBe(false);
  const partly = { ...whole, labels: { known: false as const, why: 'HTTP 502' } };
  expect(lacksSomething([whole, partly])).toBe(true);
  // A config that is not good is not looked at, and no other time makes it better.
  expect(lacksSomething({ why: 'it is not good' })).toBe(false);
});
