// Looks at pull requests of which GitHub hides a part from the token of a workflow: each gap is one unknown.
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type PullSeed,
  type RuleSeed,
} from '../../../../packages/embedded-github/src/index.ts';
import { day } from '../../../../src/domain/day.ts';
import type { Pull } from '../../../../src/domain/pull.ts';
import { BARE_PULLS } from '../../../../src/github/facts/pulls/question.ts';
import { observe } from '../../../../src/github/observe.ts';
import { startTestGitHub } from '../../../support/github.ts';
import { defaultSeed } from '../../../support/github-seed.ts';
import { clientOf, instant } from '../../../support/runs.ts';

const NOW = instant('2020-01-15T12:00:00Z');
const PULLS = { ...BARE_PULLS, branches: ['main'] };

let github: EmbeddedGitHub;

afterEach(() => github.close());

async function look(
  pulls: readonly PullSeed[],
  rule?: RuleSeed,
  teams: readonly string[] = [],
): Promise<readonly Pull[]> {
  const seed = defaultSeed;
  github = await startTestGitHub({
    seed: {
      ...seed,
      private: true,
      branches: { next: {} },
      teams: [{ slug: 'web', members: ['alice', 'bob'] }],
      pulls,
      ...(rule === undefined ? {} : { rules: { main: rule } }),
    },
    now: () => NOW,
  });
  const setting = { accounts: [ACTIONS_BOT], since: day('2019-01-01'), now: NOW };
  const asked = { pulls: { ...PULLS, teams }, branchOwners: { branches: [], main: true } };
  const found = await observe(clientOf(github), asked, setting);
  if (!found.pulls.known) throw new Error(found.pulls.why);
  return found.pulls.value;
}

const sent = (): string[] =>
  github.journal.filter(({ path }) => path === '/graphql').map(({ operation }) => operation);

test('a team that was asked is hidden from a workflow: that reviewer alone is unknown, with the permission', async () => {
  const base = { author: 'alice', files: ['a.md'] };
  const [one, other] = await look([
    { ...base, title: 'Asks a team', people: ['bob'], teams: ['web'] },
    { ...base, title: 'Asks a person', files: ['b.md'], people: ['bob'] },
  ]);
  expect(one?.requested).toEqual({
    people: ['bob'],
    teams: [],
    unread: expect.stringContaining('members: read') as string,
  });
  expect(one?.unread).toBeUndefined();
  expect(other?.requested).toEqual({ people: ['bob'], teams: [] });
});

test('a pull request with more files than one page is read to its end', async () => {
  const files = Array.from({ length: 121 }, (_, index) => `src/${String(index).padStart(3, '0')}.ts`);
  const [pull] = await look([{ title: 'Much', author: 'alice', files }]);
  expect(pull?.files).toEqual(files);
  expect(pull?.filesComplete).toBe(true);
});

test('a check that a ruleset requires is found, though branch protection shows none', async () => {
  const checks = [
    { name: 'build', conclusion: 'failure' },
    { name: 'spelling', conclusion: 'failure' },
  ];
  const rule = { requiredChecks: ['build'], isRuleset: true };
  const [pull] = await look([{ title: 'Red', author: 'alice', files: ['a.md'], checks }], rule);
  expect(pull?.checks).toEqual({ known: true, value: { state: 'failure', requiredFailing: ['build'] } });
});

test('nothing is asked twice where everything is on the first page', async () => {
  await look([{ title: 'Green', author: 'alice', files: ['a.md'] }]);
  expect(sent().filter((name) => name.includes('Further'))).toEqual([]);
});

test('a required check beyond the first page of checks is found', async () => {
  const optional = Array.from({ length: 130 }, (_, index) => ({
    name: `lint ${String(index).padStart(3, '0')}`,
    conclusion: 'success',
  }));
  const checks = [...optional, { name: 'build', conclusion: 'failure' }];
  const rule = { requiredChecks: ['build'], isRuleset: true };
  const [pull] = await look([{ title: 'Red far behind', author: 'alice', files: ['a.md'], checks }], rule);
  expect(pull?.checks).toEqual({ known: true, value: { state: 'failure', requiredFailing: ['build'] } });
  // Both pages are read, and none more.
  expect(sent().filter((name) => name.includes('Further'))).toHaveLength(2);
});

const approved: PullSeed = {
  title: 'Approved by one',
  author: 'alice',
  files: ['a.md'],
  teams: ['web'],
  reviews: [{ author: 'bob', state: 'APPROVED' }],
};

test('for whom an approval was given is asked where a team may wait for it in which nobody knows who is', async () => {
  const [pull, ready] = await look(
    [
      approved,
      {
        ...approved,
        title: 'Approved by two',
        reviews: [...(approved.reviews ?? []), { author: 'carol', state: 'APPROVED' }],
      },
    ],
    { requiredReviews: 2 },
    ['acme/web'],
  );
  expect(pull?.reviews).toMatchObject([{ author: 'bob', onBehalfOf: ['acme/web'] }]);
  // What is approved already waits for nobody.
  expect(ready?.decision).toBe('approved');
  expect(ready?.reviews.map(({ onBehalfOf }) => onBehalfOf)).toEqual([[], []]);
  expect(sent().filter((name) => name.includes('OnBehalfOf'))).toHaveLength(1);
});

test('where no team is named nobody is asked about', async () => {
  await look([approved], { requiredReviews: 2 });
  expect(sent().filter((name) => name.includes('OnBehalfOf'))).toEqual([]);
});

test('of pull requests that belong to no release nothing is read on', async () => {
  const checks = [{ name: 'build', conclusion: 'failure' }];
  const files = Array.from({ length: 121 }, (_, index) => `src/${index}.ts`);
  const rule = { requiredChecks: ['build'], isRuleset: true };
  await look([{ title: 'Red', author: 'alice', files, checks, base: 'next' }], rule);
  expect(sent().filter((name) => name.includes('Further'))).toEqual([]);
});
