// What GraphQL refuses, and what counts as a violation.
import type { EmbeddedGitHub } from '../../src/index.ts';
import { installationToken } from '../support/app-token.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { graphqlClient } from '../support/graphql-client.ts';

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub();
});
beforeEach(() => github.reset());
afterAll(() => github.close());

const REPOSITORY = 'repository(owner: "acme", name: "demo")';

async function nodeIds(): Promise<string[]> {
  const { json } = await github.as('alice').request('GET', '/repos/acme/demo/issues?direction=asc');
  return (json as { node_id: string }[]).map((issue) => issue.node_id);
}

const PIN = 'mutation($issueId: ID!) { pinIssue(input: { issueId: $issueId }) { issue { number } } }';

test('what is not there has the type NOT_FOUND and is no violation', async () => {
  const bob = graphqlClient(github, github.token('bob'));
  expect(await bob.errors('{ repository(owner: "acme", name: "other") { id } }')).toMatchObject([
    { type: 'NOT_FOUND', message: "Could not resolve to a Repository with the name 'acme/other'." },
  ]);
  expect(await bob.errors(`{ ${REPOSITORY} { issue(number: 9) { id } } }`)).toMatchObject([
    { type: 'NOT_FOUND', message: 'Could not resolve to an Issue with the number of 9.' },
  ]);
  expect(await bob.errors('{ node(id: "I_9") { id } }')).toMatchObject([{ type: 'NOT_FOUND' }]);
  expectNoViolations(github);
});

test('pages need a size, of at most a hundred', async () => {
  const bob = graphqlClient(github, github.token('bob'));
  expect(await bob.errors(`{ ${REPOSITORY} { issues { totalCount } } }`)).toMatchObject([
    { type: 'MISSING_PAGINATION_BOUNDARIES' },
  ]);
  expect(await bob.errors(`{ ${REPOSITORY} { issues(first: 101) { totalCount } } }`)).toMatchObject([
    { type: 'EXCESSIVE_PAGINATION' },
  ]);
});

test('pages lead through a list from either end', async () => {
  const bob = github.as('bob');
  const issue = await bob.openIssue({ title: 'x' });
  for (const text of ['1', '2', '3', '4', '5'])
    // oxlint-disable-next-line no-await-in-loop
    await bob.comment(issue, text);
  const client = graphqlClient(github, github.token('bob'));
  const page = async (
    args: string,
  ): Promise<{
    nodes: { body: string }[];
    pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean };
  }> => {
    const data = await client.query(
      `{ ${REPOSITORY} { issue(number: 1) { comments(${args}) { nodes { body } pageInfo { startCursor endCursor hasNextPage } } } } }`,
    );
    return (data as { repository: { issue: { comments: Awaited<ReturnType<typeof page>> } } }).repository
      .issue.comments;
  };
  const first = await page('first: 2');
  const next = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
  expect([...first.nodes, ...next.nodes].map((node) => node.body)).toEqual(['1', '2', '3', '4']);
  expect(next.pageInfo.hasNextPage).toBe(true);
  const last = await page('last: 2');
  const previous = await page(`last: 2, before: "${last.pageInfo.startCursor}"`);
  expect([...previous.nodes, ...last.nodes].map((node) => node.body)).toEqual(['2', '3', '4', '5']);
});

test('a fourth pin, and a pin without the right', async () => {
  const bob = github.as('bob');
  for (const title of ['1', '2', '3', '4'])
    // oxlint-disable-next-line no-await-in-loop
    await bob.openIssue({ title });
  const [first, second, third, fourth] = await nodeIds();
  const writer = graphqlClient(github, github.token('bob'));
  const reader = graphqlClient(github, github.token('dave'));
  expect(await reader.errors(PIN, { issueId: first })).toMatchObject([{ type: 'FORBIDDEN' }]);
  for (const issueId of [first, second, third])
    // oxlint-disable-next-line no-await-in-loop
    expect(await writer.errors(PIN, { issueId })).toEqual([]);
  expect(await writer.errors(PIN, { issueId: fourth })).toMatchObject([
    { type: 'UNPROCESSABLE', message: 'Maximum 3 pinned issues per repository' },
  ]);
  expect(github.state()[0]?.pinned).toEqual([1, 2, 3]);
  expectNoViolations(github);
});

test('mutations obey the same rights as REST', async () => {
  await github.as('bob').openIssue({ title: 'x', body: 'one' });
  const [id] = await nodeIds();
  const update = 'mutation($id: ID!) { updateIssue(input: { id: $id, body: "two" }) { issue { body } } }';
  const remove = 'mutation($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }';
  const weak = graphqlClient(github, await installationToken(github, { issues: 'read' }));
  expect(await weak.errors(update, { id })).toMatchObject([
    { type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
  ]);
  const dave = graphqlClient(github, github.token('dave'));
  expect(await dave.errors(update, { id })).toMatchObject([{ type: 'FORBIDDEN' }]);
  const bob = graphqlClient(github, github.token('bob'));
  expect(await bob.errors(remove, { id })).toMatchObject([{ type: 'FORBIDDEN' }]);
  const long =
    'mutation($id: ID!, $body: String!) { addComment(input: { subjectId: $id, body: $body }) { clientMutationId } }';
  expect(await bob.errors(long, { id, body: 'x'.repeat(65_537) })).toMatchObject([
    { message: 'body is too long (maximum is 65536 characters)' },
  ]);
  expect(github.state()[0]?.issues[0]).toMatchObject({ body: 'one', comments: [] });
});

test('unknown fields and arguments, and uncovered ones, are violations', async () => {
  const bob = graphqlClient(github, github.token('bob'));
  for (const [query, message] of [
    [
      `{ ${REPOSITORY} { stagazers } }`,
      'Cannot query field "stagazers" on type "Repository". Did you mean "stargazers"?',
    ],
    [
      `{ ${REPOSITORY} { issues(firts: 1) { totalCount } } }`,
      'Unknown argument "firts" on field "Repository.issues". Did you mean "first"?',
    ],
    [`{ ${REPOSITORY} { stargazerCount } }`, 'embedded GitHub: Repository.stargazerCount is not covered'],
    [
      `{ ${REPOSITORY} { refs(refPrefix: "refs/heads/", first: 1, query: "x") { totalCount } } }`,
      'embedded GitHub: Repository.refs(query:) is not covered',
    ],
    ['{ licenses { name } }', 'embedded GitHub: Query.licenses is not covered'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await bob.errors(query)).toMatchObject([{ message }]);
    expect(github.violations.at(-1)).toEqual({ method: 'POST', path: '/graphql', problems: [message] });
  }
});

test('a request without a token is refused', async () => {
  const response = await fetch(`${github.url}/graphql`, {
    method: 'POST',
    body: '{"query":"{ viewer { login } }"}',
  });
  expect(response.status).toBe(401);
});

const TEAMS = `query($login: String!) {
  repository(owner: "acme", name: "demo") { name }
  organization(login: $login) { team0: team(slug: "api") { slug } }
}`;

test('an owner who is a person is no organisation, and the rest is answered', async () => {
  const owned = await startTestGitHub({ seed: { ...defaultSeed, ownerType: 'User' } });
  try {
    const token = await installationToken(owned);
    const { status, json } = await asked(owned, token, 'acme');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      data: { repository: { name: 'demo' }, organization: null },
      errors: [{ type: 'NOT_FOUND', path: ['organization'] }],
    });
    expectNoViolations(owned);
  } finally {
    await owned.close();
  }
});

test('teams are only for those who may read members', async () => {
  const withoutMembers = await installationToken(github, { metadata: 'read', issues: 'write' });
  for (const token of [withoutMembers, github.token('github-actions[bot]')])
    // oxlint-disable-next-line no-await-in-loop
    expect((await asked(github, token, 'acme')).json).toMatchObject({
      data: { repository: { name: 'demo' }, organization: { team0: null } },
      errors: [{ type: 'FORBIDDEN', path: ['organization', 'team0'] }],
    });
  const erin = graphqlClient(github, github.token('erin'));
  expect(await erin.query(TEAMS, { login: 'acme' })).toMatchObject({ organization: { team0: null } });
  expect(await erin.errors(TEAMS, { login: 'bob' })).toMatchObject([{ type: 'NOT_FOUND' }]);
  expectNoViolations(github);
});

async function asked(
  where: EmbeddedGitHub,
  token: string,
  login: string,
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${where.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: TEAMS, variables: { login } }),
  });
  return { status: response.status, json: await response.json() };
}

const MINIMIZE = `mutation($subjectId: ID!, $classifier: ReportedContentClassifiers!) {
  minimizeComment(input: { subjectId: $subjectId, classifier: $classifier }) {
    minimizedComment { isMinimized minimizedReason }
  }
}`;

test('either permission serves an App to comment on, label and fold away in pull requests', async () => {
  const number = await github.as('bob').openPull({ title: 'x', head: 'x' });
  for (const permission of ['pull_requests', 'issues']) {
    const bot = graphqlClient(github, await installationToken(github, { [permission]: 'write' }));
    const token = { authorization: `Bearer ${await installationToken(github, { [permission]: 'write' })}` };
    const send = async (
      method: string,
      path: string,
      body: object,
    ): Promise<{ node_id: string; id: number }> => {
      const request = { method, headers: token, body: JSON.stringify(body) };
      const response = await fetch(`${github.url}/repos/acme/demo/issues/${path}`, request);
      expect(response.ok).toBe(true);
      return (await response.json()) as { node_id: string; id: number };
    };
    // oxlint-disable no-await-in-loop
    const { id, node_id: subjectId } = await send('POST', `${number}/comments`, { body: 'waiting' });
    await send('PATCH', `comments/${id}`, { body: 'still waiting' });
    await send('POST', `${number}/labels`, { labels: [permission] });
    for (const classifier of ['RESOLVED', 'OUTDATED'])
      expect(await bot.query(MINIMIZE, { subjectId, classifier })).toMatchObject({
        minimizeComment: {
          minimizedComment: { isMinimized: true, minimizedReason: classifier.toLowerCase() },
        },
      });
    // oxlint-enable no-await-in-loop
  }
  expect(github.state()[0]?.issues).toMatchObject([{ labels: ['pull_requests', 'issues'] }]);
});

test('the comment of somebody else is folded away by whoever may write', async () => {
  const number = await github.as('bob').openPull({ title: 'x', head: 'x' });
  const id = await github.as('erin').comment(number, 'mine');
  const { json } = await github.as('erin').request('GET', `/repos/acme/demo/issues/comments/${id}`);
  const input = { subjectId: (json as { node_id: string }).node_id, classifier: 'RESOLVED' };
  const reader = await installationToken(github, { issues: 'read', pull_requests: 'read' });
  for (const token of [github.token('dave'), reader])
    // oxlint-disable-next-line no-await-in-loop
    expect(await graphqlClient(github, token).errors(MINIMIZE, input)).toMatchObject([{ type: 'FORBIDDEN' }]);
  expect(await graphqlClient(github, github.token('bob')).errors(MINIMIZE, input)).toEqual([]);
  expectNoViolations(github);
});
