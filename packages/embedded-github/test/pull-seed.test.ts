// Pull requests, branches and rules that a seed of the embedded GitHub brings along.
import { type EmbeddedGitHub, type PullSeed, start } from '../src/index.ts';
import { checkRequest } from './support/openapi.ts';
import { expectNoViolations } from './support/github.ts';
import { defaultSeed } from './support/github-seed.ts';
import { graphqlClient } from './support/graphql-client.ts';

const PULLS: readonly PullSeed[] = [
  {
    title: 'From a fork',
    author: 'dave',
    files: ['docs/a.md', 'api/a.go'],
    labels: ['release'],
    milestone: '1.0',
    people: ['carol'],
    teams: ['api'],
    reviews: [{ author: 'bob', state: 'APPROVED', at: '2020-03-04T00:00:00Z' }],
    checks: [{ name: 'build', conclusion: 'success' }, { name: 'slow' }],
    statuses: [{ context: 'tide', state: 'success' }],
    createdAt: '2020-03-03T00:00:00Z',
  },
  { title: 'To a release', author: 'bob', base: 'release-1.10', draft: true, files: ['b.txt'] },
];

let github: EmbeddedGitHub;
beforeAll(async () => {
  const seed = {
    ...defaultSeed,
    files: { CODEOWNERS: '* @acme/api\n' },
    branches: { 'release-1.10': { CODEOWNERS: '* @alice\n' } },
    rules: { 'release-1.10': { requiredReviews: 2 } },
    pulls: PULLS,
  };
  github = await start({ seed, checkRequest });
});
afterAll(() => github.close());

const LIST = `{ repository(owner: "acme", name: "demo") {
  pullRequests(first: 9, states: [OPEN], orderBy: { field: CREATED_AT, direction: ASC }) { nodes {
    number title isDraft baseRefName headRefName isCrossRepository createdAt updatedAt mergeStateStatus
    author { login } labels(first: 5) { nodes { name } } milestone { title }
    files(first: 100) { nodes { path } }
    reviewRequests(first: 5) { nodes { requestedReviewer { __typename } } }
    latestOpinionatedReviews(first: 5, writersOnly: true) { nodes { state author { login } } }
    commits(last: 1) { nodes { commit { statusCheckRollup { state contexts(first: 9) { totalCount } } } } }
  } }
} }`;

test('pull requests are there with all that was said of them', async () => {
  const data = await graphqlClient(github, github.token('bob')).query(LIST);
  expect(data['repository']).toMatchObject({
    pullRequests: {
      nodes: [
        {
          number: 1,
          author: { login: 'dave' },
          isDraft: false,
          baseRefName: 'main',
          headRefName: 'change-1',
          isCrossRepository: true,
          createdAt: '2020-03-03T00:00:00Z',
          updatedAt: '2020-03-04T00:00:00Z',
          mergeStateStatus: 'UNSTABLE',
          labels: { nodes: [{ name: 'release' }] },
          milestone: { title: '1.0' },
          files: { nodes: [{ path: 'api/a.go' }, { path: 'docs/a.md' }] },
          // The team was asked too, and bob has answered for it.
          reviewRequests: { nodes: [{ requestedReviewer: { __typename: 'User' } }] },
          latestOpinionatedReviews: { nodes: [{ state: 'APPROVED', author: { login: 'bob' } }] },
          commits: {
            nodes: [{ commit: { statusCheckRollup: { state: 'PENDING', contexts: { totalCount: 3 } } } }],
          },
        },
        { number: 2, isDraft: true, baseRefName: 'release-1.10', isCrossRepository: false },
      ],
    },
  });
});

test('each branch has its own owners and rules', async () => {
  const query = `{ repository(owner: "acme", name: "demo") {
    main: object(expression: "refs/heads/main:CODEOWNERS") { ... on Blob { text } }
    release: object(expression: "refs/heads/release-1.10:CODEOWNERS") { ... on Blob { text } }
    none: ref(qualifiedName: "refs/heads/main") { refUpdateRule { requiredApprovingReviewCount } }
    rule: ref(qualifiedName: "refs/heads/release-1.10") { refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts } }
  } }`;
  expect(await graphqlClient(github, github.token('bob')).query(query)).toEqual({
    repository: {
      main: { text: '* @acme/api\n' },
      release: { text: '* @alice\n' },
      none: { refUpdateRule: null },
      rule: { refUpdateRule: { requiredApprovingReviewCount: 2, requiredStatusCheckContexts: [] } },
    },
  });
});

test('seeded and opened pull requests go on alike', async () => {
  const alice = github.as('alice');
  expect(github.deliveries).toEqual([]);
  const opened = await alice.openPull({ title: 'Later', head: 'later' });
  expect(opened).toBe(3);
  await alice.setMilestone(opened, '1.0');
  await alice.label(1, 'urgent');
  await alice.merge(1);
  await alice.close(2);
  const found = github.state()[0]?.issues.map(({ number, state, labels, milestone }) => {
    return { number, state, labels, milestone };
  });
  expect(found).toEqual([
    { number: 1, state: 'closed', labels: ['release', 'urgent'], milestone: '1.0' },
    { number: 2, state: 'closed', labels: [], milestone: null },
    { number: 3, state: 'open', labels: [], milestone: '1.0' },
  ]);
  const { json } = await alice.request('GET', '/repos/acme/demo/contents/docs/a.md');
  expect(json).toMatchObject({ path: 'docs/a.md' });
  expectNoViolations(github);
});
