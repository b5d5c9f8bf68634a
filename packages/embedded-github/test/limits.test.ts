// GitHub's limits as an App meets them: what is refused, in which words, and what the headers say.
import type { EmbeddedGitHub } from '../src/index.ts';
import { ACTIONS_BOT } from '../src/index.ts';
import { startTestGitHub } from './support/github.ts';

let github: EmbeddedGitHub;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-03-02T09:00:00Z');
  github = await startTestGitHub({ limits: true, now: () => now });
});

afterEach(() => github.close());

interface Sent {
  readonly login?: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

async function send(method: string, path: string, { login = ACTIONS_BOT, body, headers }: Sent = {}) {
  const response = await fetch(`${github.url}${path}`, {
    method,
    headers: { authorization: `token ${github.token(login)}`, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    left: response.headers.get('x-ratelimit-remaining'),
    reset: response.headers.get('x-ratelimit-reset'),
    resource: response.headers.get('x-ratelimit-resource'),
    retryAfter: response.headers.get('retry-after'),
    etag: response.headers.get('etag'),
    json: (text === '' ? undefined : JSON.parse(text)) as {
      message?: string;
      errors?: unknown;
      data?: unknown;
    },
  };
}

const ask = (query: string, login?: string) =>
  send('POST', '/graphql', { body: { query }, ...(login !== undefined && { login }) });

/** 41 points. */
const DEAR = `{ repository(owner: "acme", name: "demo") {
  issues(first: 100) { nodes { comments(first: 40) { nodes { reactions(first: 1) { totalCount } } } } }
} }`;

test('a workflow asks a thousand times an hour; then it is refused until the hour is over', async () => {
  for (let minute = 0; minute < 10; minute += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a hundred a minute
    await Promise.all(Array.from({ length: 100 }, () => send('GET', '/repos/acme/demo')));
    now += 60_000;
  }
  const refused = await send('GET', '/repos/acme/demo');
  expect(refused).toMatchObject({
    status: 403,
    left: '0',
    reset: String(Date.parse('2026-03-02T10:00:00Z') / 1000),
    json: { message: `API rate limit exceeded for ${ACTIONS_BOT}.` },
  });
  expect((await send('GET', '/repos/acme/demo', { login: 'alice' })).status).toBe(200);
  now = Date.parse('2026-03-02T10:00:00Z');
  expect(await send('GET', '/repos/acme/demo')).toMatchObject({ status: 200, left: '999', resource: 'core' });
});

test('queries cost points, which the answer tells', async () => {
  const { json } = await ask(`{ rateLimit { cost limit remaining used nodeCount } ${DEAR.slice(1, -1)} }`);
  expect(json.data).toMatchObject({
    rateLimit: { cost: 41, limit: 1_000, remaining: 959, used: 41, nodeCount: 8_100 },
  });
  expect(github.journal.map(({ points }) => points)).toEqual([41]);
});

test('when the points are spent, an answer with 200 says so', async () => {
  let answers = 0;
  let last = await ask(DEAR);
  for (; last.json.errors === undefined; answers += 1) {
    // oxlint-disable-next-line no-await-in-loop -- until they are spent
    last = await ask(DEAR);
  }
  expect(answers).toBe(24);
  expect(last).toMatchObject({ status: 200, left: '0', resource: 'graphql' });
  expect(last.json).toEqual({
    errors: [{ type: 'RATE_LIMITED', message: `API rate limit exceeded for ${ACTIONS_BOT}.` }],
  });
  expect((await send('GET', '/repos/acme/demo')).status).toBe(200);
});

test('80 comments a minute, and no word of when there may be more', async () => {
  const issue = await github.as('alice').openIssue({ title: 'Talk' });
  const comment = () => send('POST', `/repos/acme/demo/issues/${issue}/comments`, { body: { body: 'x' } });
  for (let count = 0; count < 80; count += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as GitHub asks for
    expect((await comment()).status).toBe(201);
  }
  expect(await comment()).toMatchObject({
    status: 403,
    retryAfter: null,
    json: { message: expect.stringContaining('secondary rate limit') as string },
  });
  now += 60_000;
  expect((await comment()).status).toBe(201);
});

test('what has not changed is free, and so is what people do by hand', async () => {
  const { etag, left } = await send('GET', '/repos/acme/demo');
  const again = await send('GET', '/repos/acme/demo', { headers: { 'if-none-match': etag ?? '' } });
  expect([again.status, again.left]).toEqual([304, left]);
  await github.as('alice').openIssue({ title: 'By hand' });
  expect((await send('GET', '/rate_limit')).json).toMatchObject({ rate: { limit: 1_000, used: 2 } });
});

test('a query for too many nodes is refused', async () => {
  const query = `{ repository(owner: "acme", name: "demo") {
    issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { totalCount } } } } }
  } }`;
  expect((await ask(query)).json.errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('exceeds the maximum limit of 500000') as string,
    }),
  ]);
});

test('without the option nothing is refused for its number', async () => {
  await github.close();
  github = await startTestGitHub({ now: () => now });
  const answers = await Promise.all(Array.from({ length: 1_100 }, () => send('GET', '/repos/acme/demo')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});
