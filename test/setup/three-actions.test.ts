// From nothing to a useful preview: a person starts the App, creates it on GitHub, and installs it. Nothing else.
import { createHash } from 'node:crypto';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { checkOf } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { readSettings } from '../../src/setup/settings.ts';
import { quiet, startTestApp } from '../support/runs.ts';
import { formIn, openSetup } from '../support/setup-page.ts';

test('three actions lead to a pull request with a preview', async () => {
  const actions: string[] = [];
  const seed = {
    ...defaultSeed,
    files: { 'README.md': '# demo' },
    installations: { acme: { selection: 'selected' } },
  } as const;
  const github: EmbeddedGitHub = await startTestGitHub({ seed });
  actions.push('start');
  const setup = await openSetup({
    GITHUB_URL: github.url,
    PUBLIC_URL: 'http://release.example',
    APP_OWNER: '@me',
  });
  const host = { host: 'release.example' };
  const [, link = ''] = /Open http:\/\/release\.example(\S+) in a browser/.exec(setup.log()) ?? [];
  const entered = await setup.get(link, host);
  const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  // The page that the link leads to goes on by itself, once.
  const first = await setup.get('/', { ...host, cookie });
  const [, script = ''] = /<script>(.*)<\/script>/.exec(first.text) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');
  expect(first.headers['content-security-policy']).toContain(`script-src 'sha256-${hash}';`);
  expect(script).toBe('document.forms[0].submit()');
  const { action, fields } = formIn(first);
  actions.push('create');
  const state = new URL(action).searchParams.get('state') ?? '';
  const back = new URL(github.registerApp({ manifest: fields['manifest'] ?? '', state }));
  const made = await setup.get(`${back.pathname}${back.search}`, { ...host, cookie });
  expect([made.status, made.headers.location]).toEqual([303, expect.stringContaining('/installations/new')]);
  expect(await setup.end).toHaveProperty('values.APP_ID');
  const app = await startTestApp(github, () => Date.now() as never);
  actions.push('install');
  await github.deliver({
    event: 'installation',
    payload: {
      action: 'created',
      // GitHub names no single repository here.
      repository: undefined,
      repositories: [{ full_name: 'acme/demo' }],
      sender: { login: 'alice', type: 'User' },
    },
  });
  await quiet(github, app);
  const { json } = await github.as('alice').request('GET', '/repos/acme/demo/pulls');
  const [pull] = json as readonly { readonly number: number; readonly body: string }[];
  expect(pull?.body).toContain('- Opens Release 1.0.0');
  expect((await checkOf(github, pull?.number ?? 0)).conclusion).toBe('success');
  expect(actions).toHaveLength(3);
  await app.close();
  expectNoViolations(github);
  await github.close();
}, 60_000);

test('a wrong code in the address counts like one in the form', async () => {
  const setup = await openSetup({ PUBLIC_URL: 'http://release.example' });
  const host = { host: 'release.example' };
  const answers = [];
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (let tries = 0; tries < 5; tries++) answers.push((await setup.get('/?code=1', host)).status);
  expect(answers).toEqual([401, 401, 401, 401, 403]);
  expect(await setup.end).toEqual({ ended: expect.stringContaining('Five wrong codes') as string });
});

test.each([
  ['without an owner there is a choice left', {}, 'your account'],
  ['with an owner', { APP_OWNER: 'acme' }, 'acme'],
])('the page waits for a click: %s, and for who comes back', async (_, env, owner) => {
  const setup = await openSetup({ PUBLIC_URL: 'http://release.example', ...env });
  const host = { host: 'release.example' };
  const entered = await setup.get(new URL(/http:\/\/release\S+/.exec(setup.log())?.[0] ?? '').search, host);
  const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const first = await setup.get('/', { ...host, cookie });
  expect(first.text.includes('<script')).toBe('APP_OWNER' in env);
  const again = await setup.get('/', { ...host, cookie });
  expect(again.text).not.toContain('<script');
  expect(again.headers['content-security-policy']).not.toContain('script-src');
  expect(again.text).toContain('<button>Create the App on GitHub</button>');
  expect(again.text).toContain(`Owner: ${owner}.`);
  await setup.close();
});

test('an owner that no organization can have is refused at the start', () => {
  expect(readSettings({ APP_OWNER: 'acme/demo' }, 0)).toEqual({
    refused: 'APP_OWNER is no organization: write one such as acme, or @me for your own account.',
  });
});
