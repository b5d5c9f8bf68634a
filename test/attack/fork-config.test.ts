// The config of a stranger's pull request is the stranger's own time: the App goes on, and the check says what it was.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { judgeInChild } from '../../src/judge/judge-in-child.ts';
import { wholeRun } from '../../src/run/whole-run.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import { startAppProcess } from '../support/app-process.ts';
import { checksOf, checkOf, proposeConfig, proposeFromFork } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { heavyConfig } from '../support/heavy-config.ts';
import { clientOf, instant } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const LATER = smallConfig().replace('on: 2020-01-21', 'on: 2020-01-22');
const PROGRAM = resolve('dist/app/judge.js');
const MEANWHILE = 'relcomms uses none of it before it is merged.';

let github: EmbeddedGitHub;
let folder: string;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(async () => {
  await github.close();
  await rm(folder, { recursive: true });
});

/** A program in the place of the one that judges. */
async function program(code: string): Promise<string> {
  const path = join(folder, 'program.mjs');
  await writeFile(path, code);
  return path;
}

function run(options: Partial<Parameters<typeof judgeInChild>[0]> = {}) {
  const judge = judgeInChild({ program: PROGRAM, ...options })();
  return wholeRun({ github: clientOf(github), now: NOW, judge }, 'reconcile');
}

async function checkSaid(pull: number): Promise<[string, string, string]> {
  const { conclusion, output } = await checkOf(github, pull);
  return [conclusion, output.title, output.summary];
}

test('judged apart, an honest config gets the very check that it gets here', async () => {
  const pull = await proposeFromFork(github, LATER);
  await wholeRun({ github: clientOf(github), now: NOW }, 'reconcile');
  const here = await checkOf(github, pull);
  await github.reset();
  const again = await proposeFromFork(github, LATER);
  await run();
  const { output, conclusion } = await checkOf(github, again);
  expect([conclusion, output]).toEqual([here.conclusion, here.output]);
});

test('a config that takes too long gets a check that says so and what to do, once', async () => {
  const pull = await proposeFromFork(github, heavyConfig());
  await run({ seconds: 0.05 });
  const first = await checkSaid(pull);
  expect(first).toEqual([
    'failure',
    'The config could not be checked',
    `**relcomms couldn't check this config.** It takes longer than 0.05 seconds, the limit of a check. Make it smaller: remove releases that are over, or use fewer milestones, tasks, and holidays. Then push again. ${MEANWHILE}`,
  ]);
  await run({ seconds: 0.05 });
  expect(await checkSaid(pull)).toEqual(first);
});

test('a process that dies: the check says so, and that it can be asked for again', async () => {
  const pull = await proposeFromFork(github, LATER);
  await run({ program: await program(`throw new Error('secret-4711')`) });
  const [conclusion, , summary] = await checkSaid(pull);
  expect([conclusion, summary]).toEqual([
    'failure',
    `**relcomms couldn't check this config.** The program that checks it ended without an answer. Choose **Re-run** on this check to try again. If that does not help, make the config smaller: fewer releases, milestones, tasks, and holidays. ${MEANWHILE}`,
  ]);
});

test('one that takes too long is enough for a run: those behind it come in the next', async () => {
  const honest = await proposeConfig(github, LATER);
  const heavy = await proposeFromFork(github, heavyConfig());
  const slow = 'console.log(JSON.stringify({ ready: true })); setInterval(() => {}, 1000);';
  const made = await run({ program: await program(slow), seconds: 0.05 });
  expect(await checksOf(github, honest)).toEqual([]);
  expect(await checksOf(github, heavy)).toHaveLength(1);
  expect(reportMarkdown(made)).toContain('another one could not be checked; the next run continues');
  await run();
  expect((await checkSaid(honest))[0]).toBe('success');
});

test('2,300 holidays and 260 tasks from a fork: the loop of the App keeps turning meanwhile', async () => {
  const app = await startAppProcess(github, {}, ['--import', await program(LOOP_WATCH)]);
  try {
    github.setWebhookUrl(`${app.url}/api/github/webhooks`);
    await github.settled();
    const text = heavyConfig();
    const before = app.log().length;
    const pull = await proposeFromFork(github, text);
    // Between two webhooks GitHub has nothing to do, and the App in its process has to come to its turn.
    while ((await checksOf(github, pull)).length === 0)
      await github.settled().then(() => new Promise((go) => setImmediate(go)));
    const held = heldIn(app.log().slice(before));
    const sorted = held.toSorted((a, b) => b - a);
    const [longest = 0, half = 0] = [sorted[0], sorted[Math.floor(held.length / 2)]];
    process.stdout.write(
      `${text.length} bytes from a fork: in ${held.length / 10} s the loop was held ${half.toFixed(0)} ms in the middle, ${longest.toFixed(0)} at most\n`,
    );
    expect(held.length).toBeGreaterThan(1);
    // Judged in the App they hold it nearly all of that time. Starting a process holds it while the machine is busy.
    const lost = held.filter((one) => one > 200).reduce((sum, one) => sum + one, 0);
    expect([half < 100, lost < held.length * 100 * 0.2]).toEqual([true, true]);
    expect((await checkSaid(pull))[0]).toMatch(/success|failure/);
  } finally {
    github.setWebhookUrl(undefined);
    await app.end();
  }
}, 120_000);

/** Writes ten times a second how long the loop was held at most, in milliseconds. */
const LOOP_WATCH = `
  import { monitorEventLoopDelay } from 'node:perf_hooks';
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  setInterval(() => {
    process.stderr.write('\\nheld ' + delays.max / 1e6 + '\\n');
    delays.reset();
  }, 100).unref();
`;

function heldIn(log: string): number[] {
  return [...log.matchAll(/^held ([\d.]+)$/gm)].map(([, milliseconds]) => Number(milliseconds));
}
