// The whole way in clicks against the embedded GitHub and Slack: the form, GitHub, the file, a bot token, the start.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSlack } from '../../sandbox/slack/start.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { type Answer, type SetupPage, formIn, openSetup, plain } from '../support/setup-page.ts';

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub();
});

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

const open = (env: Record<string, string> = {}): Promise<SetupPage> =>
  openSetup({ GITHUB_URL: github.url, ...env });

/** Fills in the first form and presses the button on GitHub's page; the path that GitHub sends the browser back to. */
async function byGitHub(setup: SetupPage, organization = ''): Promise<string> {
  const { action, fields } = formIn(
    await setup.post('/manifest', { address: 'https://release.example', organization }),
  );
  const state = new URL(action).searchParams.get('state') ?? '';
  const back = new URL(github.registerApp({ manifest: fields['manifest'] ?? '', state }));
  expect(back.origin).toBe(setup.url);
  return `${back.pathname}${back.search}`;
}

function secrets(): string[] {
  const { privateKey, webhookSecret } = github.app;
  return [webhookSecret, privateKey.split('\n')[3] ?? ''];
}

function expectNoSecret(texts: readonly string[]): void {
  for (const secret of secrets()) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
}

const wholeOf = ({ text, headers }: Answer): string => `${JSON.stringify(headers)}\n${text}`;

test('from the first form to the end, with the credentials in a file that only its owner reads', async () => {
  const setup = await open({ PUBLIC_URL: '' });
  const first = await setup.get('/');
  expect(first.text).toContain('Public address of this App');
  const next = await setup.post('/manifest', { address: 'https://release.example', organization: 'acme' });
  expect(formIn(next).action).toContain(`${github.url}/organizations/acme/settings/apps/new?state=`);
  const returned = await setup.get(await byGitHub(setup, 'acme'));
  expect([returned.status, returned.headers.location]).toEqual([303, '/']);
  const made = await setup.get('/');
  expect(made.text).toContain(`node --env-file=${setup.file} dist/app/index.js`);
  expect(statSync(setup.file).mode & 0o777).toBe(0o600);
  const { id, privateKey, webhookSecret } = github.app;
  const oneLine = privateKey.trim().replaceAll('\n', String.raw`\n`);
  expect(readFileSync(setup.file, 'utf8')).toBe(
    `APP_ID=${id}\nPRIVATE_KEY=${oneLine}\nWEBHOOK_SECRET=${webhookSecret}\nGITHUB_URL=${github.url}\n`,
  );
  const started = await setup.post('/start', {});
  expect([started.status, started.headers.location]).toEqual([
    303,
    `${github.url}/apps/relcomms/installations/new`,
  ]);
  expect(await setup.end).toMatchObject({
    values: {
      APP_ID: String(id),
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: webhookSecret,
      GITHUB_URL: github.url,
      PORT: new URL(setup.url).port,
    },
  });
  expectNoSecret([setup.log(), ...[first, next, returned, made, started].map(wholeOf)]);
  await expect(setup.get('/')).rejects.toThrow(Error);
});

test('a bot token that Slack accepts is added to the file', async () => {
  const slack = await startSlack({
    workspace: 'acme',
    channels: ['general'],
    people: [],
    scopes: ['chat:write', 'pins:write', 'reactions:read', 'channels:read'],
  });
  const setup = await open({ SLACK_API_URL: slack.apiUrl });
  await setup.get(await byGitHub(setup));
  const before = readFileSync(setup.file, 'utf8');
  for (const token of ['', 'xoxp-1', 'xoxb-1\nPORT=1', `xoxb-${'1'.repeat(300)}`]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const refused = await setup.post('/slack', { token });
    expect([refused.status, refused.text.includes('class="wrong"')]).toEqual([422, true]);
  }
  expect(readFileSync(setup.file, 'utf8')).toBe(before);
  await setup.post('/slack', { token: slack.token });
  expect(readFileSync(setup.file, 'utf8')).toBe(`${before}SLACK_BOT_TOKEN=${slack.token}\n`);
  const after = await setup.get('/');
  expect(after.text).toContain('Invite the bot to each channel');
  expect(`${after.text}${setup.log()}`).not.toContain(slack.token);
  await setup.post('/start', {});
  expect(await setup.end).toMatchObject({ values: { SLACK_BOT_TOKEN: slack.token } });
  await slack.close();
});

test('a bot token that Slack rejects, or that lacks scopes, is not added', async () => {
  const answers = [
    { scopes: '', json: { ok: false, error: 'invalid_auth' } },
    { scopes: 'chat:write,pins:write', json: { ok: true, team: 'acme', user: 'relcomms' } },
  ];
  const slack = createServer((_, response) => {
    const { scopes = '', json } = answers.shift() ?? {};
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes });
    response.end(JSON.stringify(json));
  });
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
  const { port } = slack.address() as AddressInfo;
  const setup = await open({ SLACK_API_URL: `http://127.0.0.1:${port}/api/` });
  await setup.get(await byGitHub(setup));
  const before = readFileSync(setup.file, 'utf8');
  const rejected = await setup.post('/slack', { token: 'xoxb-secret-token' });
  const poor = await setup.post('/slack', { token: 'xoxb-secret-token' });
  expect(rejected.text).toContain('Slack rejects the token');
  expect(poor.text).toContain('The token lacks reactions:read, channels:read.');
  expect([rejected.text, poor.text, setup.log()].join('')).not.toContain('secret-token');
  expect(readFileSync(setup.file, 'utf8')).toBe(before);
  slack.close();
  slack.closeAllConnections();
  await setup.close();
});

test('a file that is there is never replaced: one answer shows the credentials, no second one does', async () => {
  const setup = await open();
  writeFileSync(setup.file, 'KEEP=1\n');
  expect((await setup.get('/')).text).toContain('is there already, and is never replaced');
  const path = await byGitHub(setup);
  const shown = await setup.get(path);
  for (const secret of secrets()) expect(plain(shown.text)).toContain(secret);
  expect(shown.headers['cache-control']).toBe('no-store');
  expect(readFileSync(setup.file, 'utf8')).toBe('KEEP=1\n');
  const after = [await setup.get(path), await setup.get('/'), await setup.post('/start', {})];
  expectNoSecret([setup.log(), ...after.map(wholeOf)]);
  expect(await setup.end).toMatchObject({ values: { APP_ID: String(github.app.id) } });
});

test('a return with another state, with one that came back, or after an hour makes nothing', async () => {
  const setup = await open();
  const path = await byGitHub(setup);
  const code = new URL(path, setup.url).searchParams.get('code') ?? '';
  const journal = github.journal.length;
  for (const state of ['', 'guess', 'x'.repeat(5_000)]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const refused = await setup.get(`/made?code=${code}&state=${state}`);
    expect(refused.status).toBe(403);
  }
  const late = await byGitHub(setup);
  setup.passTime(3_600_001);
  expect((await setup.get(late)).status).toBe(403);
  expect(github.journal).toHaveLength(journal);
  expect((await setup.get('/')).text).toContain('Public address of this App');
  await setup.close();
});

test('a code that GitHub refuses is told in words, and the state is spent', async () => {
  const setup = await open();
  const path = await byGitHub(setup);
  const state = new URL(path, setup.url).searchParams.get('state') ?? '';
  const refused = await setup.get(`/made?code=0123456789&state=${state}`);
  expect([refused.status, refused.text.includes('GitHub does not know the code')]).toEqual([502, true]);
  expect((await setup.get(path)).status).toBe(403);
  const noCode = new URL(await byGitHub(setup), setup.url).searchParams.get('state') ?? '';
  expect((await setup.get(`/made?code=../user&state=${noCode}`)).text).toContain('sent no code back');
  await setup.close();
});

test('a GitHub that breaks off or answers with something else is told in words', async () => {
  const setup = await open();
  for (const [kind, words] of [
    ['drop-after', 'GitHub did not answer'],
    ['error-before', 'GitHub answered with status 502'],
  ] as const) {
    // oxlint-disable no-await-in-loop -- one after the other
    const path = await byGitHub(setup);
    github.fault({ kind, times: 1, match: (asked) => asked.path.startsWith('/app-manifests') });
    const refused = await setup.get(path);
    // oxlint-enable no-await-in-loop
    expect([refused.status, refused.text.includes(words)]).toEqual([502, true]);
  }
  expectNoSecret([setup.log()]);
  await setup.close();
});
