// What the embedded GitHub offers to tests: journal, violations, hooks, faults, a clock, a mount.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { emulatorSeed, tokenOf } from '../src/emulator-seed.ts';
import type { EmbeddedGitHub } from '../src/index.ts';
import { installationToken } from './support/app-token.ts';
import { startTestGitHub } from './support/github.ts';
import { defaultSeed } from './support/github-seed.ts';

const REPO = '/repos/acme/demo';
let github: EmbeddedGitHub;
let clock = Date.parse('2026-11-03T09:00:00.500Z');

beforeAll(async () => {
  github = await startTestGitHub({ now: () => clock });
});
beforeEach(() => github.reset());
afterAll(() => github.close());

function send(request: string, body?: unknown): Promise<Response> {
  const [method = '', path = ''] = request.split(' ');
  return fetch(github.url + path, {
    method,
    headers: { authorization: `token ${github.token('bob')}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('the journal tells who did what', async () => {
  await send(`POST ${REPO}/issues`, { title: 'x' });
  await send('POST /graphql', { query: 'query Who { viewer { login } }' });
  await send('POST /graphql', {
    query: 'mutation { addComment(input: { subjectId: "I_1", body: "x" }) { clientMutationId } }',
  });
  expect(github.journal).toMatchObject([
    {
      operation: 'POST /repos/{owner}/{repo}/issues',
      actor: 'bob',
      status: 201,
      write: true,
      byHand: false,
      body: { title: 'x' },
    },
    { operation: 'Who', write: false, status: 200, at: '2026-11-03T09:00:00Z' },
    { operation: 'mutation', write: true },
  ]);
});

test('a request that GitHub does not know is a violation', async () => {
  const misspelt = await send(`POST ${REPO}/issues`, { title: 'x', asignees: ['bob'] });
  expect(misspelt.status).toBe(422);
  await send(`GET ${REPO}/issues?stat=open`);
  await send(`GET ${REPO}/issue/1`);
  await send(`GET ${REPO}/topics`);
  expect(github.violations.map(({ problems }) => problems)).toEqual([
    ['unknown key asignees'],
    ['unknown query parameter stat'],
    [`no such operation: GET ${REPO}/issue/1`],
    [`embedded GitHub: GET ${REPO}/topics is not covered`],
  ]);
  expect(github.state()[0]?.issues).toEqual([]);
});

test('a person may come in between, and their own requests run no hooks', async () => {
  const issue = await github.as('bob').openIssue({ title: 'x', body: '- [ ] one\n- [ ] two' });
  const seen: string[] = [];
  const remove = github.before(async (request) => {
    seen.push(request.operation);
    await github.as('carol').tick(issue, 'two');
  });
  await send(`PATCH ${REPO}/issues/${issue}`, { title: 'y' });
  remove();
  await send(`PATCH ${REPO}/issues/${issue}`, { title: 'z' });
  expect(seen).toEqual(['PATCH /repos/{owner}/{repo}/issues/{issue_number}']);
  expect(github.state()[0]?.issues[0]).toMatchObject({ title: 'z', body: '- [ ] one\n- [x] two' });
});

test('a hook after the request sees it done', async () => {
  const counts: (number | undefined)[] = [];
  github.after(() => {
    counts.push(github.state()[0]?.issues.length);
  });
  await send(`POST ${REPO}/issues`, { title: 'x' });
  expect(counts).toEqual([1]);
});

const opening = ({ operation }: { operation: string }): boolean =>
  operation === 'POST /repos/{owner}/{repo}/issues';
const open = (): Promise<Response> => send(`POST ${REPO}/issues`, { title: 'x' });

test('faults: nothing done, done but unsaid, broken off, too fast', async () => {
  const issues = (): number | undefined => github.state()[0]?.issues.length;

  github.fault({ match: opening, times: 2, kind: 'error-before' });
  expect([(await open()).status, (await open()).status, issues()]).toEqual([502, 502, 0]);
  github.fault({ match: opening, times: 1, kind: 'error-after', status: 500 });
  expect([(await open()).status, issues()]).toEqual([500, 1]);
  github.fault({ match: opening, times: 1, kind: 'drop' });
  await expect(open()).rejects.toThrow('fetch failed');
  github.fault({ match: opening, times: 1, kind: 'drop-after' });
  await expect(open()).rejects.toThrow('fetch failed');
  expect(issues()).toBe(2);
  github.fault({ match: opening, times: 1, kind: 'secondary-limit', retryAfter: 7 });
  const limited = await open();
  expect([limited.status, limited.headers.get('retry-after'), issues()]).toEqual([403, '7', 2]);
  expect((await open()).status).toBe(201);
});

test('timestamps follow the clock', async () => {
  const issue = await github.as('bob').openIssue({ title: 'x', body: 'one' });
  clock += 60_000;
  await github.as('bob').editBody(issue, () => 'two');
  const { json } = await github.as('bob').request('GET', `${REPO}/issues/${issue}`);
  expect(json).toMatchObject({ created_at: '2026-11-03T09:00:00Z', updated_at: '2026-11-03T09:01:00Z' });
});

test('tokens take turns at the emulator, which counts requests per token', () => {
  const { tokens } = emulatorSeed(defaultSeed, 'PEM');
  const turns = new Set(Array.from({ length: 1000 }, (_, turn) => tokenOf('alice', turn)));
  expect(turns.size).toBe(40);
  expect([...turns].every((token) => tokens[token]?.login === 'alice')).toBe(true);
});

test('another server may mount the API', async () => {
  const server = createServer((request, response) => {
    if (!github.handle(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const headers = { authorization: `token ${github.token('bob')}` };
  expect((await fetch(`${base}/api/v3${REPO}`, { headers })).status).toBe(200);
  expect(
    (
      await fetch(`${base}/api/graphql`, {
        method: 'POST',
        headers,
        body: '{"query":"{ viewer { login } }"}',
      })
    ).status,
  ).toBe(200);
  expect((await fetch(`${base}/`)).status).toBe(418);
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
});

test('people tick exactly one box', async () => {
  const bob = github.as('bob');
  const issue = await bob.openIssue({ title: 'x', body: '* [ ] one\r\n  1. [ ] two\r\ntext' });
  await bob.tick(issue, 'two');
  expect(github.state()[0]?.issues[0]?.body).toBe('* [ ] one\r\n  1. [x] two\r\ntext');
  await bob.tick(issue, (line) => line.endsWith('two\r'), false);
  expect(github.state()[0]?.issues[0]?.body).toBe('* [ ] one\r\n  1. [ ] two\r\ntext');
  await expect(bob.tick(issue, 'three')).rejects.toThrow('0 checklist items fit "three"');
});

test('reset brings back the seed, with the same tokens and key, also of installations', async () => {
  const key = github.app.privateKey;
  const app = await installationToken(github);
  await github.as('alice').openIssue({ title: 'x' });
  await github.as('alice').putFile('README.md', 'other');
  await github.reset();
  expect(github.app.privateKey).toBe(key);
  expect([github.state()[0]?.issues, github.journal, github.deliveries]).toEqual([[], [], []]);
  const still = await fetch(`${github.url}/installation/repositories`, {
    headers: { authorization: `token ${app}` },
  });
  expect(still.status).toBe(200);
  const { json } = await github.as('alice').request('GET', `${REPO}/contents/README.md`);
  expect(Buffer.from((json as { content: string }).content, 'base64').toString()).toBe('# demo\n');
});
