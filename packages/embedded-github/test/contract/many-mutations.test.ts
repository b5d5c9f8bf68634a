// A mutation with many fields: each is carried out, refused, told by a webhook and counted by itself.
import type { EmbeddedGitHub } from '../../src/index.ts';
import { ACTIONS_BOT } from '../../src/index.ts';
import { installationToken } from '../support/app-token.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { type WebhookInbox, openInbox } from '../support/webhook-inbox.ts';

let github: EmbeddedGitHub;
let inbox: WebhookInbox;

beforeEach(async () => {
  github = await startTestGitHub({ limits: true });
  inbox = await openInbox(github.app.webhookSecret);
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
  await inbox.close();
});

const ADD = (count: number): string => {
  const fields = Array.from(
    { length: count },
    (_, index) => `w${index}: addComment(input: { subjectId: $id, body: "x${index}" }) { clientMutationId }`,
  );
  return `mutation Many($id: ID!) { ${fields.join('\n')} }`;
};

interface Answer {
  readonly status: number;
  readonly json: { readonly data?: unknown; readonly errors?: unknown; readonly message?: string };
}

async function send(token: string, query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${github.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, json: (await response.json()) as Answer['json'] };
}

async function openIssue(): Promise<{ readonly number: number; readonly id: string }> {
  const number = await github.as('alice').openIssue({ title: 'Talk' });
  const { json } = await github.as('alice').request('GET', `/repos/acme/demo/issues/${number}`);
  return { number, id: (json as { node_id: string }).node_id };
}

const bodies = (): unknown => github.state()[0]?.issues[0]?.comments.map(({ body }) => body);

test('comments of one request are one write of many pieces, with the webhooks of as many by REST', async () => {
  const { number, id } = await openIssue();
  github.setWebhookUrl(inbox.url);
  await send(github.token(ACTIONS_BOT), ADD(3), { id });
  await github.as(ACTIONS_BOT).comment(number, 'x3');
  await github.settled();
  expect(bodies()).toEqual(['x0', 'x1', 'x2', 'x3']);
  expect(inbox.events.map(({ name }) => name)).toEqual(
    Array.from({ length: 4 }, () => 'issue_comment.created'),
  );
  const shapes = inbox.events.map(({ payload }) => Object.keys(payload).toSorted().join(' '));
  expect(new Set(shapes).size).toBe(1);
  const writes = github.journal.filter(({ write, byHand }) => write && !byHand);
  expect(writes.map(({ operation, pieces }) => [operation, pieces])).toEqual([['Many', 3]]);
});

test('a field that is refused leaves the others, before and after it', async () => {
  const { id } = await openIssue();
  const query = `mutation Many($id: ID!, $gone: ID!) {
    w0: addComment(input: { subjectId: $id, body: "first" }) { clientMutationId }
    w1: addComment(input: { subjectId: $gone, body: "second" }) { clientMutationId }
    w2: addComment(input: { subjectId: $id, body: "third" }) { clientMutationId }
  }`;
  const { status, json } = await send(github.token('bob'), query, { id, gone: 'I_999' });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    data: { w0: { clientMutationId: null }, w1: null, w2: { clientMutationId: null } },
    errors: [{ type: 'NOT_FOUND', path: ['w1'] }],
  });
  expect(bodies()).toEqual(['first', 'third']);
});

test('a test may have one field refused', async () => {
  const { id } = await openIssue();
  github.fault({ kind: 'refuse-field', field: 1, times: 1, match: ({ operation }) => operation === 'Many' });
  const { json } = await send(github.token('bob'), ADD(3), { id });
  expect(json).toMatchObject({ data: { w1: null }, errors: [{ type: 'FORBIDDEN', path: ['w1'] }] });
  await send(github.token('bob'), ADD(1), { id });
  expect(bodies()).toEqual(['x0', 'x2', 'x0']);
});

test('rights are asked for each field', async () => {
  const { id } = await openIssue();
  const weak = await installationToken(github, { issues: 'read' });
  const { json } = await send(weak, ADD(2), { id });
  expect(json).toMatchObject({
    data: { w0: null, w1: null },
    errors: [
      { type: 'FORBIDDEN', path: ['w0'], message: 'Resource not accessible by integration' },
      { type: 'FORBIDDEN', path: ['w1'] },
    ],
  });
  expect(bodies()).toEqual([]);
});

test('80 comments a minute, however they are sent', async () => {
  const { id, number } = await openIssue();
  const token = github.token(ACTIONS_BOT);
  for (const count of [40, 40]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await send(token, ADD(count), { id })).status).toBe(200);
  }
  const refused = await send(token, ADD(1), { id });
  expect(refused).toMatchObject({
    status: 403,
    json: { message: expect.stringContaining('secondary rate limit') as string },
  });
  // Deleting makes nothing.
  const remove = 'mutation($id: ID!) { deleteIssueComment(input: { id: $id }) { clientMutationId } }';
  const { json } = await github.as('alice').request('GET', `/repos/acme/demo/issues/${number}/comments`);
  const [first] = json as { node_id: string }[];
  expect((await send(token, remove, { id: first?.node_id })).status).toBe(200);
  expect(bodies()).toHaveLength(79);
});
