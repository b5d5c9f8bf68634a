// The program as people start it: the page makes the App, and the same process becomes it; the file starts it again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { browser, formIn } from '../support/setup-page.ts';

const PROGRAM = resolve('dist/app/index.js');

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub();
});

afterAll(() => github.close());

const children: ChildProcess[] = [];

/** Of a test that failed. */
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Running {
  readonly child: ChildProcess;
  readonly log: () => string;
  /** Resolves with what the log says of a pattern's first group, once it does. */
  said(pattern: RegExp): Promise<string>;
}

function run(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', RELCOMMS_PAUSES: 'none', ...env },
  });
  children.push(child);
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (written += part));
  return {
    child,
    log: () => written,
    said: async (pattern) => {
      for (;;) {
        const found = pattern.exec(written)?.[1];
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`it ended: ${written}`);
        // oxlint-disable-next-line no-await-in-loop -- until it is said
        await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      }
    },
  };
}

async function end({ child }: Running): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return child.exitCode;
}

test('from clicks to an App that hears GitHub, and again from its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const first = run(folder, [PROGRAM, '--app'], { GITHUB_URL: github.url });
  const page = browser(await first.said(/set-up page listens on (http:\S+\d)/));
  const { action, fields } = formIn(await page.post('/manifest', { address: 'https://release.example' }));
  const state = new URL(action).searchParams.get('state') ?? '';
  const back = new URL(github.registerApp({ manifest: fields['manifest'] ?? '', state }));
  github.setWebhookUrl(undefined);
  await page.get(`${back.pathname}${back.search}`);
  await page.post('/start', {});
  const app = browser(await first.said(/relcomms listens on (http:\S+\d)/));
  // Where the page was.
  expect(app.url).toBe(page.url);
  expect((await app.get('/healthz')).text).toBe('ok\n');
  const waits = await app.get('/started');
  expect(waits.text).toContain('No webhook has come since it started.');
  expect(waits.headers['refresh']).toBe('5');
  github.setWebhookUrl(`${app.url}/api/github/webhooks`);
  expect(await github.deliver({ event: 'installation', payload: { action: 'created' } })).toBe(200);
  const hears = await app.get('/started');
  expect(hears.text).toMatch(
    /The first one since it started came (just now|\d+ seconds? ago):\s+<code>installation</,
  );
  expect(hears.headers['content-security-policy']).toContain("default-src 'none'");
  expect(hears.headers['refresh']).toBeUndefined();
  expect(await end(first)).toBe(0);

  const file = join(folder, 'relcomms.env');
  const again = run(folder, [`--env-file=${file}`, PROGRAM], {});
  const second = browser(await again.said(/relcomms listens on (http:\S+\d)/));
  expect((await second.get('/healthz')).status).toBe(200);
  expect(await end(again)).toBe(0);

  const { privateKey, webhookSecret } = github.app;
  expect(readFileSync(file, 'utf8')).toContain(webhookSecret);
  for (const secret of [webhookSecret, privateKey.split('\n')[3] ?? ''])
    expect(`${first.log()}${again.log()}`).not.toContain(secret);
  expectNoViolations(github);
});

test('the command makes an App the first time, and starts that one the next time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const command = resolve('dist/cli/index.js');
  const first = run(folder, [command, 'app'], { GITHUB_URL: github.url });
  const page = browser(await first.said(/set-up page listens on (http:\S+\d)/));
  const { action, fields } = formIn(await page.post('/manifest', { address: 'https://release.example' }));
  const state = new URL(action).searchParams.get('state') ?? '';
  const back = new URL(github.registerApp({ manifest: fields['manifest'] ?? '', state }));
  await page.get(`${back.pathname}${back.search}`);
  expect((await page.get('/')).text).toContain('<pre>npx relcomms app</pre>');
  expect(await end(first)).toBe(0);

  const again = run(folder, [command, 'app'], {});
  const app = browser(await again.said(/relcomms listens on (http:\S+\d)/));
  expect((await app.get('/healthz')).text).toBe('ok\n');
  expect(await end(again)).toBe(0);

  writeFileSync(join(folder, 'relcomms.env'), 'APP_ID=12345\n');
  const broken = run(folder, [command, 'app'], {});
  await once(broken.child, 'close');
  expect([broken.child.exitCode, broken.log()]).toEqual([1, expect.stringMatching(/PRIVATE_KEY/) as string]);
});

test('without credentials and without --app the sandbox opens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const sandbox = run(folder, [PROGRAM], {});
  expect(await sandbox.said(/The sandbox is open: (http:\S+)/)).toContain('http://127.0.0.1:');
  await end(sandbox);
});

test('the set-up page ends at a signal, and refuses settings that make no sense', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const page = run(folder, [PROGRAM, '--app'], {});
  await page.said(/(set-up page listens)/);
  expect(await end(page)).toBe(0);
  const wrong = run(folder, [PROGRAM, '--app'], { PUBLIC_URL: 'release.example' });
  await once(wrong.child, 'close');
  expect([wrong.child.exitCode, wrong.log()]).toEqual([
    1,
    expect.stringMatching(/^PUBLIC_URL is no address/) as string,
  ]);
});
