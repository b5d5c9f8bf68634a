// Walks from an empty folder to the first preview as a person would, for the Action and for the App: times and counts each step.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, type Page, chromium } from 'playwright-core';
import type { EmbeddedGitHub } from '../packages/embedded-github/src/index.ts';
import { checksOf } from '../test/support/config-pull.ts';
import { startGitHubPages } from '../test/support/github-pages.ts';
import { defaultSeed } from '../test/support/github-seed.ts';
import { startTestGitHub } from '../test/support/github.ts';
import { packAndInstall } from '../test/support/packed.ts';

const OUT = 'docs/images';
const ADDRESS = 'http://release.example';
/** Answers to what init asks. */
const ANSWERS = [
  '--yes',
  '--preset',
  'kubernetes-comms',
  '--release',
  'v1.9.0=2027-03-16',
  '--role',
  'lead=alice',
];
/** Milliseconds, and actions. */
const [MOST, MOST_ACTIONS] = [300_000, 3];

interface Step {
  readonly way: 'Action' | 'App';
  /** What a person does: one command, one click, or one link that is opened. Nothing is folded together. */
  readonly words: string;
  readonly milliseconds: number;
}

const steps: Step[] = [];

async function step(way: Step['way'], words: string, work: () => Promise<void> | void): Promise<void> {
  const begin = performance.now();
  await work();
  steps.push({ way, words, milliseconds: performance.now() - begin });
}

const began = performance.now();
const packed = packAndInstall();
const installed = performance.now() - began;
const program = join(packed.home, 'dist/cli/index.js');
const env = { PATH: process.env['PATH'] ?? '' };

function relcomms(...args: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...args], { cwd: packed.folder, env, encoding: 'utf8' });
}

async function byAction(): Promise<void> {
  await step('Action', 'npx relcomms init', () => void relcomms('init', '--in', 'action', ...ANSWERS));
  await step('Action', 'npx relcomms simulate', () => {
    const out = relcomms('simulate', '--config', 'action/.github/relcomms.yml');
    if (!out.includes('Release v1.9.0')) throw new Error(`no preview: ${out}`);
  });
}

interface AppWalk {
  readonly github: EmbeddedGitHub;
  readonly app: ChildProcess;
  readonly log: () => string;
  /** The file that holds the link once the program has opened it. */
  readonly opened: string;
}

async function byApp(): Promise<void> {
  const { '.github/relcomms.yml': _, ...files } = defaultSeed.files ?? {};
  const installations = { acme: { selection: 'selected' } } as const;
  const github = await startTestGitHub({
    seed: { ...defaultSeed, files: { 'README.md': '# demo\n', ...files }, installations },
  });
  const pages = await startGitHubPages(github);
  // Stands for the browser of the person's machine: notes the link that it is to open.
  const opened = join(packed.folder, 'opened');
  const opener = join(packed.folder, 'open-browser');
  writeFileSync(opener, `#!/bin/sh\nprintf %s "$1" > ${opened}\n`, { mode: 0o700 });
  const said = { PUBLIC_URL: ADDRESS, APP_OWNER: '@me' };
  const app = spawn(process.execPath, [program, 'app'], {
    cwd: packed.folder,
    env: { ...env, ...said, PORT: '0', HOST: '127.0.0.1', GITHUB_URL: pages.url, BROWSER: opener },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (part) => (text += String(part)));
  const words = Object.entries(said).map(([name, value]) => `${name}=${value}`);
  try {
    await inBrowser({ github, app, log: () => text, opened }, `${words.join(' ')} npx relcomms app`);
    if (github.violations.length > 0) throw new Error(JSON.stringify(github.violations));
  } finally {
    app.kill('SIGTERM');
    pages.close();
    await github.close();
  }
}

/** The App is told of an address by which GitHub reaches it; here the browser is sent to this machine for it. */
async function inBrowser({ github, app, log, opened }: AppWalk, command: string): Promise<void> {
  const begin = performance.now();
  await saidBy(app, () => /One-time code/.test(log()));
  const url = /listens on (http:\/\/\S+:\d+)/.exec(log())?.[1] ?? '';
  const started = performance.now() - begin;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP release.example:80 127.0.0.1:${new URL(url).port}`],
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const button = (name: string) => page.getByRole('button', { name });
  const heading = (name: string) => page.getByRole('heading', { name });
  await step('App', command, async () => {
    // oxlint-disable-next-line no-await-in-loop -- until the program has opened it
    while (!existsSync(opened) || readFileSync(opened, 'utf8') === '') await sleep(20);
    await page.goto(readFileSync(opened, 'utf8'));
    await button('Create GitHub App').waitFor();
  });
  const [first] = steps.slice(-1);
  if (first !== undefined) steps.splice(-1, 1, { ...first, milliseconds: first.milliseconds + started });
  await pictureOfStay(context);
  await step('App', 'Create GitHub App', async () => {
    await button('Create GitHub App').click();
    await button('Install relcomms').waitFor();
    github.setWebhookUrl(`${url}/api/github/webhooks`);
    await saidBy(app, () => /relcomms listens on http/.test(log()));
  });
  await step('App', 'Install relcomms', async () => {
    await button('Install relcomms').click();
    await heading('relcomms gets webhooks from GitHub').waitFor();
    await preview(github);
  });
  await picture(page, 'setup-4-started');
  await browser.close();
}

/** Who comes back from GitHub, to sign in or to change something, finds the page waiting. */
async function pictureOfStay(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(ADDRESS);
  await page.getByRole('button', { name: 'Create the App on GitHub' }).waitFor();
  await picture(page, 'setup-2-create');
  await page.close();
}

/** Until the pull request with a config is there, and its check. */
async function preview(github: EmbeddedGitHub): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until the preview is there
    const { json } = await github.as('alice').request('GET', '/repos/acme/demo/pulls');
    const [pull] = json as readonly { readonly number: number; readonly body: string }[];
    // oxlint-disable-next-line no-await-in-loop -- see above
    const [check] = pull === undefined ? [] : await checksOf(github, pull.number);
    if (check?.status === 'completed' && pull?.body.includes('## What merging does') === true) return;
    // oxlint-disable-next-line no-await-in-loop -- see above
    await sleep(100);
  }
}

async function saidBy(child: ChildProcess, isSaid: () => boolean): Promise<void> {
  while (!isSaid()) {
    if (child.exitCode !== null) throw new Error('the App has ended');
    // oxlint-disable-next-line no-await-in-loop -- until it is said
    await new Promise((resolve) => child.stdout?.once('data', resolve));
  }
}

/** As a person sees it on a screen and on a phone. */
async function picture(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [1440, 800],
    [360, 780],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one picture after another
    await page.setViewportSize({ width, height });
    // oxlint-disable-next-line no-await-in-loop -- see above
    await page.screenshot({ path: join(OUT, `${name}-${width}-light.png`) });
  }
}

function table(way: Step['way']): boolean {
  const own = steps.filter((one) => one.way === way);
  const time = installed + own.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  process.stdout.write(`${way}: install ${(installed / 1000).toFixed(1)} s\n`);
  for (const { words, milliseconds } of own)
    process.stdout.write(`  ${words.padEnd(72)} ${(milliseconds / 1000).toFixed(1)} s\n`);
  process.stdout.write(`  ${own.length} actions, ${(time / 1000).toFixed(1)} s in all\n\n`);
  return time <= MOST && own.length <= MOST_ACTIONS;
}

try {
  await byAction();
  await byApp();
  const ok = [table('Action'), table('App')];
  if (ok.includes(false)) process.exitCode = 1;
} finally {
  packed.remove();
}
