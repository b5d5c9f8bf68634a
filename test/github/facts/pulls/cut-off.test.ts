// GitHub breaks off a query that takes too much: what is missing is unknown, and a smaller page is asked for.
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../../../packages/embedded-github/src/index.ts';
import { day } from '../../../../src/domain/day.ts';
import type { GitHub } from '../../../../src/github/client.ts';
import { BARE_PULLS } from '../../../../src/github/facts/pulls/question.ts';
import { observe } from '../../../../src/github/observe.ts';
import { startTestGitHub } from '../../../support/github.ts';
import { defaultSeed } from '../../../support/github-seed.ts';
import { clientOf, instant } from '../../../support/runs.ts';

const NOW = instant('2020-01-15T12:00:00Z');
const SETTING = { accounts: [ACTIONS_BOT], since: day('2019-01-01'), now: NOW };
const PULLS = BARE_PULLS;
const ASKED = { pulls: PULLS, branchOwners: { branches: [], main: true } };
const NUMBERS = Array.from({ length: 15 }, (_, index) => index + 1);

let github: EmbeddedGitHub;

beforeAll(async () => {
  const pulls = NUMBERS.map((number) => ({
    title: `Change ${number}`,
    author: 'alice',
    files: [`${number}.md`],
  }));
  github = await startTestGitHub({ seed: { ...defaultSeed, pulls }, now: () => NOW });
});
afterAll(() => github.close());

interface Page {
  readonly nodes: readonly unknown[];
}

interface Answer {
  readonly repository: Readonly<Record<string, unknown>> & { readonly open: Page };
}

/** A client whose GitHub answers for so many pull requests at once, and says with or without a path what it left out. */
function limited(most: number, path: readonly (string | number)[] | undefined, sizes: number[]): GitHub {
  const client = clientOf(github);
  const graphql = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    const answer = await client.graphql(query, variables);
    const size = Number(/open: pullRequests\(states: \[OPEN\], first: (\d+)/.exec(query)?.[1] ?? 0);
    if (size > 0) sizes.push(size);
    if (size <= most) return answer;
    const { repository, ...rest } = answer as Answer;
    const nodes = repository.open.nodes.map((node, index) => (index < 3 ? node : null));
    const data = { ...rest, repository: { ...repository, open: { ...repository.open, nodes } } };
    const error = { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' };
    throw Object.assign(new Error(error.message), {
      data,
      errors: [path === undefined ? error : { ...error, path }],
    });
  };
  return { ...client, graphql };
}

test.each([
  ['with the path of what is missing', ['repository', 'open', 'nodes', 3]],
  ['without any path', undefined],
])('the page is halved until GitHub answers for all of it, %s', async (_, path) => {
  const sizes: number[] = [];
  const look = await observe(limited(13, path, sizes), ASKED, SETTING);
  expect(look.pulls.known && look.pulls.value.map(({ number }) => number)).toEqual(NUMBERS);
  // The second page has what the first, smaller one left.
  expect(sizes).toEqual([100, 100, 50, 25, 13, 13]);
});

test.each([
  ['with a path', ['repository', 'open', 'nodes', 3]],
  ['without any', undefined],
])('where even a small page is too much, pull requests are unknown and not fewer: %s', async (_, path) => {
  const look = await observe(limited(0, path, []), ASKED, SETTING);
  expect(look.pulls).toEqual({
    known: false,
    why: expect.stringMatching(/Resource limits|leaves out \d+ of the open pull requests/) as string,
  });
  expect(look.teamMembers.known).toBe(false);
});

test('any other fact of a look that is broken off is unknown', async () => {
  const client = clientOf(github);
  const graphql = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    const data = await client.graphql(query, variables);
    const errors = [
      { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' },
    ];
    throw Object.assign(new Error('broken off'), { data, errors });
  };
  const asked = { labels: ['bug'], publications: ['v1'], ownIssues: { keys: [] } };
  const look = await observe({ ...client, graphql }, asked, SETTING);
  const why = 'Resource limits for this query exceeded.';
  for (const fact of ['labels', 'publications', 'ownIssues'] as const)
    expect(look[fact]).toEqual({ known: false, why });
});
