// The package as it would be published: small, without dependencies, the same bytes each time, and each entry works from it.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { openTrackingIssues } from '../support/tracking.ts';
import { runBundle } from '../bundle/run-bundle.ts';
import { startAppProcess } from '../support/app-process.ts';
import { startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { type Packed, packAndInstall } from '../support/packed.ts';

/** Years away, so that the real clock of the App finds no cycle that is over. */
const CONFIG = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases: [{ version: 1.0.0, release: 2020-01-28 }]
`;

let packed: Packed;
let github: EmbeddedGitHub;

beforeAll(async () => {
  packed = packAndInstall();
  github = await startTestGitHub({ seed: { ...defaultSeed, files: { '.github/relcomms.yml': CONFIG } } });
}, 120_000);

afterAll(async () => {
  await github.close();
  packed.remove();
});

const runProgram = promisify(execFile);

/** What a command prints; rejects when it fails. */
async function cli(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const program = join(packed.folder, 'node_modules/.bin/relcomms');
  const options = { cwd: packed.folder, env: { PATH: process.env['PATH'], ...env } };
  return (await runProgram(program, args, options)).stdout;
}

test('it is under 6 MB, and brings no other package', () => {
  expect(packed.bytes).toBeLessThan(6_000_000);
  expect(readdirSync(join(packed.folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'relcomms',
  ]);
  const manifest = JSON.parse(readFileSync(join(packed.home, 'package.json'), 'utf8')) as object;
  expect(Object.keys(manifest)).not.toContain('dependencies');
  for (const file of [
    'README.md',
    'LICENSE',
    'THIRD-PARTY-LICENSES.txt',
    'action.yml',
    'config/relcomms.schema.json',
  ])
    expect([file, existsSync(join(packed.home, file))]).toEqual([file, true]);
});

test('packed again, it has the same bytes', () => {
  const again = packAndInstall();
  again.remove();
  expect(again.sha512).toBe(packed.sha512);
}, 120_000);

test('every package of which something is in it is named with its license', () => {
  const text = readFileSync(join(packed.home, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['probot', 'zod', 'js-yaml', 'emulate', 'graphql', 'bullmq', 'pino'])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  expect(text).not.toContain('undefined');
});

test('from an empty folder to a first preview: init, validate, schedule, simulate', async () => {
  expect(await cli(['--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
  const release = ['--release', 'v1.9.0=2027-03-16', '--role', 'lead=alice'];
  await cli(['init', '--yes', '--preset', 'kubernetes-comms', ...release]);
  expect(await cli(['validate'])).toMatch(/is valid: v1\.9\.0 [\s\S]*The workflow fits the config\./);
  expect(await cli(['schedule', 'v1.9.0'])).toContain('2027');
  expect(await cli(['simulate', '--to', '2027-02-12'])).toMatch(/opened .*#1 Release v1\.9\.0\./);
}, 60_000);

test('plan reads over HTTP', async () => {
  const token = github.token('github-actions[bot]');
  await cli([
    'init',
    '--in',
    'small',
    '--yes',
    '--preset',
    'kubernetes-comms',
    '--release',
    '1.0.0=2020-03-24',
  ]);
  const env = { GITHUB_TOKEN: token, GITHUB_API_URL: `${github.url}/api/v3` };
  const config = ['--config', 'small/.github/relcomms.yml'];
  const out = await cli(['plan', '--repo', 'acme/demo', '--at', '2020-01-08', ...config], env);
  expect(out).toContain('open the issue');
});

test('the sandbox serves its page', async () => {
  const child = spawn(process.execPath, [join(packed.home, 'dist/cli/index.js'), 'sandbox', '--port', '0'], {
    cwd: packed.folder,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const address = await addressIn(child);
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>');
  } finally {
    await ended(child);
  }
}, 60_000);

test('the Action opens the tracking issue', async () => {
  const run = await runBundle({
    apiUrl: github.url,
    token: github.token('github-actions[bot]'),
    inputs: { now: '2020-01-08T12:00:00Z' },
    script: join(packed.home, 'dist/action/index.js'),
  });
  expect([run.exit, run.stdout]).toEqual([0, expect.stringContaining('done: open the issue Release 1.0.0')]);
  expect(openTrackingIssues(github)).toHaveLength(1);
});

test('the App starts, looks at its repositories, and ends on SIGTERM', async () => {
  const before = github.journal.length;
  const app = await startAppProcess(github, {}, [], join(packed.home, 'dist/app/index.js'));
  try {
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  } finally {
    await app.end();
  }
  expect(github.journal.length).toBeGreaterThan(before);
  expect(app.log()).not.toContain('Cannot find');
}, 60_000);

async function addressIn(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const part of child.stdout ?? []) {
    text += String(part);
    const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  throw new Error(`the sandbox ended: ${text}`);
}

async function ended(child: ChildProcess): Promise<void> {
  const over = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await over;
}
