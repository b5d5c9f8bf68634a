// Walks from an empty folder to the first preview as a person would, for the Action and for the App: times and counts each step.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Page, chromium } from 'playwright-core';
import type { EmbeddedGitHub } from '../packages/embedded-github/src/index.ts';
import { checksOf, proposeConfig } from '../test/support/config-pull.ts';
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
/** Milliseconds. */
const MOST = 300_000;

interface Step {
  readonly way: 'Action' | 'App';
  readonly action: 'command' | 'click here' | 'click on GitHub';
  readonly words: string;
  readonly milliseconds: number;
}

const steps: Step[] = [];

async function step(
  way: Step['way'],
  action: Step['action'],
  words: string,
  work: () => Promise<void> | void,
): Promise<void> {
  const begin = performance.now();
  await work();
  steps.push({ way, action, words, milliseconds: performance.now() - begin });
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
  await step(
    'Action',
    'command',
    'npx relcomms init',
    () => void relcomms('init', '--in', 'action', ...ANSWERS),
  );
  await step('Action', 'command', 'npx relcomms simulate', () => {
    const out = relcomms('simulate', '--config', 'action/.github/relcomms.yml');
    if (!out.includes('Release v1.9.0')) throw new Error(`no preview: ${out}`);
  });
}

interface AppWalk {
  readonly github: EmbeddedGitHub;
  readonly app: ChildProcess;
  readonly log: () => string;
  /** Where its page is. */
  readonly url: string;
}

async function byApp(): Promise<void> {
  const { '.github/relcomms.yml': _, ...files } = defaultSeed.files ?? {};
  const github = await startTestGitHub({ seed: { ...defaultSeed, files } });
  const pages = await startGitHubPages(github);
  const app = spawn(process.execPath, [program, 'app'], {
    cwd: packed.folder,
    env: { ...env, PORT: '0', HOST: '127.0.0.1', GITHUB_URL: pages.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (part) => (text += String(part)));
  const log = (): string => text;
  try {
    await step('App', 'command', 'npx relcomms app', () => saidBy(app, () => /listens on http/.test(text)));
    const url = /listens on (http:\/\/\S+:\d+)/.exec(text)?.[1] ?? '';
    await inBrowser({ github, app, log, url });
    await step('App', 'command', 'npx relcomms init', () => void relcomms('init', '--in', 'app', ...ANSWERS));
    await step('App', 'command', 'open a pull request with the config', () => preview(github));
    if (github.violations.length > 0) throw new Error(JSON.stringify(github.violations));
  } finally {
    app.kill('SIGTERM');
    pages.close();
    await github.close();
  }
}

/** The App is told of an address by which GitHub reaches it; here the browser is sent to this machine for it. */
async function inBrowser({ github, app, log, url }: AppWalk): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP release.example:80 127.0.0.1:${new URL(url).port}`],
  });
  const page = await browser.newPage();
  const button = (name: string) => page.getByRole('button', { name });
  const heading = (name: string) => page.getByRole('heading', { name });
  await page.goto(url);
  await page.getByLabel('Public address of this App').fill(ADDRESS);
  await picture(page, 'setup-1-address');
  await step('App', 'click here', 'Next', async () => {
    await button('Next').click();
    await heading('Create the App on GitHub').waitFor();
  });
  await picture(page, 'setup-2-create');
  await step('App', 'click here', 'Create the App on GitHub', async () => {
    await button('Create the App on GitHub').click();
    await button('Create GitHub App').waitFor();
  });
  await step('App', 'click on GitHub', 'Create GitHub App', async () => {
    await button('Create GitHub App').click();
    await heading('The App relcomms was created').waitFor();
  });
  await picture(page, 'setup-3-start');
  github.setWebhookUrl(`${url}/api/github/webhooks`);
  await step('App', 'click here', 'Start the App and install it', async () => {
    await button('Start the App and install it').click();
    await button('Install relcomms').waitFor();
    await saidBy(app, () => /relcomms listens on http/.test(log()));
  });
  await step('App', 'click on GitHub', 'Install relcomms', async () => {
    await button('Install relcomms').click();
    await heading('relcomms gets webhooks from GitHub').waitFor();
  });
  await picture(page, 'setup-4-started');
  await browser.close();
}

/** The check of a pull request with the config, as soon as it is there. */
async function preview(github: EmbeddedGitHub): Promise<void> {
  const pull = await proposeConfig(
    github,
    readFileSync(join(packed.folder, 'app/.github/relcomms.yml'), 'utf8'),
  );
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until the preview is there
    const [check] = await checksOf(github, pull);
    if (check?.status === 'completed') return;
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
  for (const { action, words, milliseconds } of own)
    process.stdout.write(
      `  ${action.padEnd(16)} ${words.padEnd(38)} ${(milliseconds / 1000).toFixed(1)} s\n`,
    );
  process.stdout.write(`  ${own.length} actions, ${(time / 1000).toFixed(1)} s in all\n\n`);
  return time <= MOST;
}

try {
  await byAction();
  await byApp();
  const ok = [table('Action'), table('App')];
  if (ok.includes(false)) process.exitCode = 1;
} finally {
  packed.remove();
}
