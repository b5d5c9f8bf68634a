// `relcomms plan`: what a run would do, read from a real API, without a single write.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { cli } from './run-cli.ts';

let github: EmbeddedGitHub;
let folder: string;
let file: string;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
  file = join(folder, 'relcomms.yml');
  await writeFile(file, smallConfig());
});

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
  await rm(folder, { recursive: true });
});

function plan(...args: readonly string[]) {
  const env = { GITHUB_TOKEN: github.token('github-actions[bot]'), GITHUB_API_URL: `${github.url}/api/v3` };
  return cli(['plan', '--repo', 'acme/demo', '--config', file, ...args], env);
}

test('on an empty repository it shows the opening, with reasons, and writes nothing', async () => {
  const { exit, out, err } = await plan('--at', '2020-01-08');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^\*\*Planned: \d+ changes\.\*\* Nothing was written\./);
  expect(out).toContain('open the issue Release v2.0.0 — the cycle of v2.0.0 is open');
  expect(writesSince(github, 0)).toEqual([]);
});

test('--texts prints what would be written', async () => {
  const { exit, out } = await plan('--at', '2020-01-08', '--texts');
  expect(exit).toBe(0);
  expect(out).toMatch(/\n### open the issue Release v2\.0\.0\n\n`{3,}markdown\n/);
  expect(out).not.toContain('<!--');
  expect((await plan('--at', '2020-01-08')).out).not.toContain('### open');
});

test('--json gives the plan as data', async () => {
  const { exit, out } = await plan('--at', '2020-01-08', '--json');
  expect(exit).toBe(0);
  const answer = JSON.parse(out) as { operations: { kind: string; why: string; what: string }[] };
  expect(answer).toMatchObject({ now: '2020-01-08T12:00:00.000Z', kind: 'planned', applied: [], left: [] });
  expect(answer.operations.map(({ kind }) => kind)).toContain('create-issue');
  for (const { why, what } of answer.operations) expect([why, what]).not.toContain('');
});

test('after a run there is nothing to do; before the cycle it says when it opens', async () => {
  await runAction(github, instant('2020-01-08T12:00:00Z'));
  const before = github.journal.length;
  expect((await plan('--at', '2020-01-08')).out).toMatch(/^\*\*Nothing to change\.\*\*/);
  expect((await plan('--at', '2019-12-08')).out).toContain('opens on Mon 6 Jan 2020');
  expect(writesSince(github, before)).toEqual([]);
});

test.each<[string, string[], Record<string, string>, string]>([
  ['no repository', ['plan'], { GITHUB_TOKEN: 'x' }, '--repo OWNER/REPO'],
  ['half a repository', ['plan', '--repo', 'acme'], { GITHUB_TOKEN: 'x' }, '--repo OWNER/REPO'],
  ['too much of one', ['plan', '--repo', 'acme/demo/x'], { GITHUB_TOKEN: 'x' }, '--repo OWNER/REPO'],
  [
    'no day',
    ['plan', '--repo', 'acme/demo', '--at', '2020-02-31'],
    { GITHUB_TOKEN: 'x' },
    '--at is "2020-02-31"',
  ],
  ['no token', ['plan', '--repo', 'acme/demo'], {}, 'GITHUB_TOKEN is missing'],
  [
    'no address of a GitHub',
    ['plan', '--repo', 'acme/demo'],
    { GITHUB_TOKEN: 'x', GITHUB_URL: 'octocorp.ghe.com' },
    'GITHUB_URL is "octocorp.ghe.com"; write the address of its pages',
  ],
])('with %s it says what it needs', async (_, args, env, words) => {
  const { exit, out, err } = await cli(args, env);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(words);
});

test.each<[string, string, Record<string, string>, string]>([
  [
    'a repository that is not there',
    'acme/none',
    {},
    'acme/none could not be read: acme/none does not exist, or it is private and GITHUB_TOKEN has no access to it. Check the name. Then give the token access, or install the App on this repository.\n',
  ],
  [
    'a token that nobody knows',
    'acme/demo',
    { GITHUB_TOKEN: 'ghp_unknown' },
    'acme/demo could not be read: GitHub does not accept GITHUB_TOKEN: it has expired, was revoked, or belongs to another GitHub. Create a new one, and check that GITHUB_URL is the GitHub that it belongs to.\n',
  ],
  [
    'no network',
    'acme/demo',
    { GITHUB_API_URL: 'http://127.0.0.1:9' },
    'acme/demo could not be read: 127.0.0.1:9 did not answer (ECONNREFUSED). Check the network, GITHUB_URL, and whether a proxy is needed: set https_proxy then.\n',
  ],
])('%s is named with its likely cause, by every command that reads one', async (_, repo, more, words) => {
  const env = {
    GITHUB_TOKEN: github.token('bob'),
    GITHUB_API_URL: `${github.url}/api/v3`,
    RELCOMMS_PAUSES: 'none',
    ...more,
  };
  for (const args of [
    ['plan', '--config', file],
    ['explain', '--pull', '1', '--config', file],
    ['cleanup'],
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one command after the other
    expect(await cli([...args, '--repo', repo], env)).toEqual({ exit: 2, out: '', err: words });
  }
});
