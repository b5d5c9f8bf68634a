// Walks from an empty folder to the first preview as a person would, for the Action and for the App: times and counts each step.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Page, chromium } from 'playwright-core';
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
  /** What a person does; several clicks of one name that follow each other are one action. */
  readonly action: 'start it' | 'simulate it' | 'create it on GitHub' | 'install it' | 'init';
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
    'init',
    'npx relcomms init',
    () => void relcomms('init', '--in', 'action', ...ANSWERS),
  );
  await step('Action', 'simulate it', 'npx relcomms simulate', () => {
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
  const installations = { acme: { selection: 'selected' } } as const;
  const github = await startTestGitHub({
    seed: { ...defaultSeed, files: { 'README.md': '# demo\n', ...files }, installations },
  });
  const pages = await startGitHubPages(github);
  const app = spawn(process.execPath, [program, 'app'], {
    cwd: packed.folder,
    env: { ...env, PORT: '0', HOST: '127.0.0.1', GITHUB_URL: pages.url, PUBLIC_URL: ADDRESS },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (part) => (text += String(part)));
  const log = (): string => text;
  try {
    const words = `PUBLIC_URL=${ADDRESS} npx relcomms app`;
    await step('App', 'start it', words, () => saidBy(app, () => /One-time code/.test(text)));
    const url = /listens on (http:\/\/\S+:\d+)/.exec(text)?.[1] ?? '';
    await inBrowser({ github, app, log, url });
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
  await page.goto(/Open (\S+) in a browser/.exec(log())?.[1] ?? url);
  await picture(page, 'setup-2-create');
  await step('App', 'create it on GitHub', 'Create the App on GitHub', async () => {
    await button('Create the App on GitHub').click();
    await button('Create GitHub App').waitFor();
  });
  await step('App', 'create it on GitHub', 'Create GitHub App', async () => {
    await button('Create GitHub App').click();
    await button('Install relcomms').waitFor();
    github.setWebhookUrl(`${url}/api/github/webhooks`);
    await saidBy(app, () => /relcomms listens on http/.test(log()));
  });
  await step('App', 'install it', 'Install relcomms', async () => {
    await button('Install relcomms').click();
    await heading('relcomms gets webhooks from GitHub').waitFor();
    await preview(github);
  });
  await picture(page, 'setup-4-started');
  await browser.close();
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
  for (const { action, words, milliseconds } of own)
    process.stdout.write(
      `  ${action.padEnd(20)} ${words.padEnd(38)} ${(milliseconds / 1000).toFixed(1)} s\n`,
    );
  const actions = new Set(own.map(({ action }) => action)).size;
  process.stdout.write(
    `  ${actions} actions by ${own.length} commands and clicks, ${(time / 1000).toFixed(1)} s in all\n\n`,
  );
  return time <= MOST && actions <= MOST_ACTIONS;
}

try {
  await byAction();
  await byApp();
  const ok = [table('Action'), table('App')];
  if (ok.includes(false)) process.exitCode = 1;
} finally {
  packed.remove();
}
