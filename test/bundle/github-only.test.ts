// The embedded GitHub alone, as a process of its own: tried from outside by a foreign App and by the bundled Action.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Probot, createNodeMiddleware } from 'probot';
import { runBundle } from './run-bundle.ts';

/** What `--json` prints. */
interface Printed {
  readonly url: string;
  readonly api: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly app: {
    readonly id: number;
    readonly installation: number;
    readonly privateKeyFile: string;
    readonly webhookSecret: string;
  };
}

const CONFIG = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 3, release-week: 2, weeks-after: 1 }
tasks:
  - { id: first, title: Write the first text, role: lead, week: 1 }
releases:
  - { version: 1.0.0, start: 2020-01-06, release: 2020-01-14 }
tracking-issue: { labels: [release] }
`;

const seedText = (webhook: string): string =>
  JSON.stringify({
    owner: 'acme',
    people: { alice: 'admin', bob: 'write' },
    app: { slug: 'greeter', webhook, secret: 'whisper', permissions: { issues: 'write', metadata: 'read' } },
    repositories: {
      demo: {
        files: { '.github/relcomms.yml': CONFIG },
        issues: [{ title: 'An old issue', by: 'bob', labels: ['bug'] }],
        pulls: [
          {
            title: 'Name the day',
            by: 'bob',
            branch: 'day',
            files: { 'day.md': 'Tuesday\n' },
            checks: [
              {
                name: 'lint',
                conclusion: 'failure',
                annotations: [{ path: 'day.md', line: 1, message: 'Which one?' }],
              },
            ],
          },
        ],
      },
    },
  });

let folder: string;
let child: ChildProcess;
let printed: Printed;
const app = createServer((request, response) => handle(request, response));
let handle: Parameters<typeof createServer>[1] & {} = (_, response) => void response.end();
/** Called when the App has answered an issue. */
let answered = (): void => {};
const greeted = new Promise<void>((resolve) => {
  answered = resolve;
});

beforeAll(async () => {
  await new Promise<void>((done) => {
    app.listen(0, '127.0.0.1', done);
  });
  const { port } = app.address() as AddressInfo;
  folder = await mkdtemp(join(tmpdir(), 'github-only-'));
  await writeFile(join(folder, 'seed.json'), seedText(`http://127.0.0.1:${port}/hooks`));
  child = spawn(
    process.execPath,
    [
      'dist/cli/index.js',
      'sandbox',
      '--github-only',
      '--seed',
      join(folder, 'seed.json'),
      '--port',
      '0',
      '--json',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  printed = await firstJson(child);
  await startGreeter();
});

afterAll(async () => {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
  app.closeAllConnections();
  app.close();
  await rm(folder, { recursive: true });
});

async function firstJson({ stdout }: ChildProcess): Promise<Printed> {
  let text = '';
  for await (const chunk of stdout ?? []) {
    text += String(chunk);
    if (text.endsWith('}\n')) break;
  }
  return JSON.parse(text) as Printed;
}

/** A Probot App that comments on every new issue; it knows nothing but what was printed. */
async function startGreeter(): Promise<void> {
  const { id: appId, privateKeyFile, webhookSecret: secret } = printed.app;
  const privateKey = await readFile(privateKeyFile, 'utf8');
  const probot = new Probot({ appId, privateKey, secret, baseUrl: printed.api, logLevel: 'fatal' });
  const middleware = await createNodeMiddleware(
    (robot) => {
      robot.on('issues.opened', async (context) => {
        await context.octokit.rest.issues.createComment(context.issue({ body: 'Welcome.' }));
        answered();
      });
    },
    { probot, webhooksPath: '/hooks' },
  );
  handle = (request, response) => void middleware(request, response);
}

async function read(path: string, login = 'bob'): Promise<unknown> {
  const headers = { authorization: `Bearer ${printed.tokens[login]}` };
  const answer = await fetch(`${printed.api}/repos/acme/demo/${path}`, { headers });
  return answer.json();
}

test('holds what the seed lists', async () => {
  expect(await read('issues?direction=asc')).toMatchObject([
    { number: 1, title: 'An old issue', labels: [{ name: 'bug' }] },
    { number: 2, title: 'Name the day', user: { login: 'bob' } },
  ]);
  expect(await read('pulls/2/files')).toMatchObject([
    { filename: 'day.md', patch: '@@ -0,0 +1,1 @@\n+Tuesday' },
  ]);
  const { check_runs: runs } = (await read('commits/day/check-runs')) as { check_runs: { id: number }[] };
  expect(runs).toMatchObject([{ name: 'lint', conclusion: 'failure', output: { annotations_count: 1 } }]);
  expect(await read(`check-runs/${runs[0]?.id}/annotations`)).toMatchObject([
    { path: 'day.md', start_line: 1, message: 'Which one?' },
  ]);
});

test('a foreign App is woken by its webhook and answers with the token of its installation', async () => {
  await fetch(`${printed.api}/repos/acme/demo/issues`, {
    method: 'POST',
    headers: { authorization: `Bearer ${printed.tokens['alice']}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Hello' }),
  });
  await greeted;
  expect(await read('issues/3/comments')).toMatchObject([
    { body: 'Welcome.', user: { login: 'greeter[bot]' } },
  ]);
});

test('the bundled Action keeps its tracking issue there', async () => {
  const token = printed.tokens['github-actions[bot]'] ?? '';
  const run = await runBundle({ apiUrl: printed.url, token, inputs: { now: '2020-01-08T12:00:00Z' } });
  expect([run.exit, run.stderr]).toEqual([0, '']);
  expect(JSON.parse(run.outputs['tracking-issues'] ?? '')).toHaveLength(1);
  const [issue] = (await read('issues?creator=github-actions[bot]&direction=asc')) as object[];
  expect(issue).toMatchObject({
    title: expect.stringContaining('1.0.0') as string,
    user: { login: 'github-actions[bot]' },
  });
});

test('nobody reaches it by another name', async () => {
  const answer = await fetch(`${printed.api}/repos/acme/demo`, {
    headers: { origin: 'http://evil.example' },
  });
  expect(answer.status).toBe(403);
});
