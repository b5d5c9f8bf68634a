// What GitHub refuses or drops without a word, the embedded one does too.
import type { EmbeddedGitHub } from '../../src/index.ts';
import { installationToken } from '../support/app-token.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';

const REPO = '/repos/acme/demo';
let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({
    seed: {
      ...defaultSeed,
      repos: [{ repo: 'secret', files: {}, private: true }],
      people: [...defaultSeed.people],
    },
  });
});

beforeEach(() => github.reset());
afterEach(() => expectNoViolations(github));
afterAll(() => github.close());

interface Reply {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

/** A request over HTTP with any token and headers. */
async function send(
  token: string | undefined,
  request: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(github.url + path, {
    method,
    headers: { ...(token === undefined ? {} : { authorization: `token ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

const as = (login: string, request: string, body?: unknown): Promise<Reply> =>
  send(github.token(login), request, body);

test('tokens: none may read what is public, a wrong one nothing', async () => {
  expect(await send(undefined, `GET ${REPO}/issues`)).toMatchObject({ status: 200 });
  expect(await send(undefined, `POST ${REPO}/issues`, { title: 'x' })).toMatchObject({
    status: 401,
    json: { message: 'Requires authentication' },
  });
  expect(await send('wrong', `GET ${REPO}/issues`)).toMatchObject({
    status: 401,
    json: { message: 'Bad credentials', documentation_url: expect.any(String) as string },
  });
  expect(await send('eyJ.wrong.jwt', 'GET /app')).toMatchObject({ status: 401 });
});

test('what is unknown is not found', async () => {
  for (const path of [
    '/repos/acme/other',
    `${REPO}/issues/99`,
    `${REPO}/issues/comments/99`,
    `${REPO}/labels/none`,
    `${REPO}/milestones/9`,
    `${REPO}/contents/none`,
  ])
    // oxlint-disable-next-line no-await-in-loop
    expect(await as('alice', `GET ${path}`)).toMatchObject({ status: 404, json: { message: 'Not Found' } });
  expect(await as('alice', `GET ${REPO}/assignees/nobody`)).toMatchObject({ status: 404 });
});

test('a private repository hides from those without a token', async () => {
  expect(await send(undefined, 'GET /repos/acme/secret')).toMatchObject({ status: 404 });
  expect(await as('dave', 'GET /repos/acme/secret')).toMatchObject({ status: 200 });
});

test('texts that are too long', async () => {
  const issue = await github.as('bob').openIssue({ title: 'x'.repeat(256), body: 'x'.repeat(65_536) });
  const body = { body: 'x'.repeat(65_537) };
  const bodyRefusal = {
    status: 422,
    json: {
      message: 'Validation Failed',
      errors: [{ field: 'body', code: 'custom', message: 'body is too long (maximum is 65536 characters)' }],
    },
  };
  expect(await as('bob', `POST ${REPO}/issues`, { title: 'x', ...body })).toMatchObject(bodyRefusal);
  expect(await as('bob', `PATCH ${REPO}/issues/${issue}`, body)).toMatchObject(bodyRefusal);
  expect(await as('bob', `POST ${REPO}/issues/${issue}/comments`, body)).toMatchObject(bodyRefusal);
  expect(await as('bob', `PATCH ${REPO}/issues/${issue}`, { title: 'x'.repeat(257) })).toMatchObject({
    status: 422,
    json: { errors: [{ field: 'title', message: 'title is too long (maximum is 256 characters)' }] },
  });
  expect(await as('bob', `POST ${REPO}/issues`, { title: ' ' })).toMatchObject({ status: 422 });
});

test('assignees that cannot be are dropped, and all above ten', async () => {
  const made = await as('bob', `POST ${REPO}/issues`, { title: 'x', assignees: ['carol', 'dave', 'nobody'] });
  expect(made).toMatchObject({ status: 201, json: { assignees: [{ login: 'carol' }] } });
  const added = await as('bob', `POST ${REPO}/issues/1/assignees`, { assignees: ['nobody', 'erin'] });
  expect(added).toMatchObject({ status: 201, json: { assignees: [{ login: 'carol' }, { login: 'erin' }] } });
});

test('without rights labels, assignees and milestone of a new issue are dropped', async () => {
  await github.as('bob').request('POST', `${REPO}/milestones`, { title: '1.0' });
  const input = { title: 'x', labels: ['a'], assignees: ['bob'], milestone: 1 };
  const byReader = await as('dave', `POST ${REPO}/issues`, input);
  expect(byReader).toMatchObject({ status: 201, json: { labels: [], assignees: [], milestone: null } });
  expect(github.state()[0]?.labels).toEqual([]);
  const byTriager = await as('erin', `POST ${REPO}/issues`, input);
  expect(byTriager).toMatchObject({
    status: 201,
    json: {
      labels: [{ name: 'a', color: 'ededed' }],
      assignees: [{ login: 'bob' }],
      milestone: { number: 1 },
    },
  });
});

test('people edit their own; of others only with the right', async () => {
  await github.as('dave').openIssue({ title: 'Mine', body: 'one' });
  await github.as('bob').openIssue({ title: 'Not mine', labels: ['a'] });
  expect(await as('dave', `PATCH ${REPO}/issues/1`, { body: 'two', labels: ['a'] })).toMatchObject({
    status: 200,
    json: { body: 'two', labels: [] },
  });
  const refused = { status: 403, json: { message: 'Must have admin rights to Repository.' } };
  expect(await as('dave', `PATCH ${REPO}/issues/2`, { body: 'x' })).toMatchObject(refused);
  expect(await as('dave', `POST ${REPO}/issues/2/labels`, { labels: ['b'] })).toMatchObject(refused);
  expect(await as('dave', `POST ${REPO}/labels`, { name: 'b' })).toMatchObject(refused);
  expect(await as('dave', `PUT ${REPO}/issues/1/lock`)).toMatchObject(refused);
  expect(await as('erin', `PATCH ${REPO}/issues/2`, { state: 'closed' })).toMatchObject({ status: 200 });
  const comment = await github.as('bob').comment(1, 'hi');
  expect(await as('erin', `PATCH ${REPO}/issues/comments/${comment}`, { body: 'x' })).toMatchObject(refused);
  expect(await as('carol', `PATCH ${REPO}/issues/comments/${comment}`, { body: 'x' })).toMatchObject({
    status: 200,
  });
  expect(await as('dave', `PUT ${REPO}/contents/a`, { message: 'm', content: '' })).toMatchObject({
    status: 403,
  });
});

test('a locked issue takes comments only from those who may write, and from the App', async () => {
  await github.as('bob').openIssue({ title: 'x' });
  await github.as('bob').lock(1);
  const body = { body: 'hi' };
  expect(await as('dave', `POST ${REPO}/issues/1/comments`, body)).toMatchObject({
    status: 403,
    json: { message: 'Unable to create comment because issue is locked.' },
  });
  expect(await as('erin', `POST ${REPO}/issues/1/comments`, body)).toMatchObject({ status: 403 });
  expect(await as('bob', `POST ${REPO}/issues/1/comments`, body)).toMatchObject({ status: 201 });
  expect(await send(await installationToken(github), `POST ${REPO}/issues/1/comments`, body)).toMatchObject({
    status: 201,
  });
});

test('an installation has only the rights that it was given', async () => {
  await github.as('bob').openIssue({ title: 'x' });
  const reader = await installationToken(github, { issues: 'read', metadata: 'read' });
  const refused = { status: 403, json: { message: 'Resource not accessible by integration' } };
  expect(await send(reader, `GET ${REPO}/issues/1`)).toMatchObject({ status: 200 });
  expect(await send(reader, `POST ${REPO}/issues`, { title: 'x' })).toMatchObject(refused);
  expect(await send(reader, `PATCH ${REPO}/issues/1`, { body: 'x' })).toMatchObject(refused);
  expect(await send(reader, `POST ${REPO}/issues/1/comments`, { body: 'x' })).toMatchObject(refused);
  expect(await send(reader, `PUT ${REPO}/contents/a`, { message: 'm', content: '' })).toMatchObject(refused);
  expect(await send(reader, 'GET /repos/acme/secret/contents/README.md')).toMatchObject(refused);
});

test('conditions work for reading and are refused for writing', async () => {
  await github.as('bob').openIssue({ title: 'x' });
  const token = github.token('bob');
  const first = await fetch(`${github.url}${REPO}/issues/1`, {
    headers: { authorization: `token ${token}` },
  });
  const etag = first.headers.get('etag') ?? '';
  expect(await send(token, `GET ${REPO}/issues/1`, undefined, { 'if-none-match': etag })).toMatchObject({
    status: 304,
  });
  await github.as('bob').editBody(1, () => 'new');
  expect(await send(token, `GET ${REPO}/issues/1`, undefined, { 'if-none-match': etag })).toMatchObject({
    status: 200,
  });
  expect(await send(token, `PATCH ${REPO}/issues/1`, { body: 'y' }, { 'if-match': etag })).toMatchObject({
    status: 400,
    json: {
      message:
        'Conditional request headers are not allowed in unsafe requests unless supported by the endpoint',
    },
  });
});

test('sub-issues have one parent, no cycles, and at most a hundred siblings', async () => {
  const bob = github.as('bob');
  const ids: number[] = [];
  for (let number = 1; number <= 103; number += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const { json } = await bob.request('POST', `${REPO}/issues`, { title: `Issue ${number}` });
    ids.push((json as { id: number }).id);
  }
  const add = (parent: number, child: number): Promise<Reply> =>
    as('bob', `POST ${REPO}/issues/${parent}/sub_issues`, { sub_issue_id: ids[child - 1] });
  for (let child = 2; child <= 101; child += 1)
    // oxlint-disable-next-line no-await-in-loop
    expect(await add(1, child)).toMatchObject({ status: 201 });
  expect(await add(1, 102)).toMatchObject({
    status: 422,
    json: { message: 'Parent cannot have more than 100 sub-issues' },
  });
  expect(await add(1, 2)).toMatchObject({
    status: 422,
    json: { message: 'Issue may not contain duplicate sub-issues' },
  });
  expect(await add(103, 2)).toMatchObject({
    status: 422,
    json: { message: 'Sub issue may only have one parent' },
  });
  expect(await add(2, 1)).toMatchObject({ status: 422 });
  const list = await fetch(`${github.url}${REPO}/issues/1/sub_issues?per_page=60`);
  expect(list.headers.get('link')).toContain('page=2>; rel="next"');
});

test('names that are taken', async () => {
  await github.as('bob').request('POST', `${REPO}/labels`, { name: 'a' });
  await github.as('bob').request('POST', `${REPO}/milestones`, { title: '1.0' });
  const taken = { status: 422, json: { errors: [{ code: 'already_exists' }] } };
  expect(await as('bob', `POST ${REPO}/labels`, { name: 'A' })).toMatchObject(taken);
  expect(await as('bob', `POST ${REPO}/milestones`, { title: '1.0' })).toMatchObject(taken);
});
