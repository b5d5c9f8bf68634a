// The process that judges configs: no secrets, limits that hold, and no trust in what it says.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { allUnknown } from '../../src/github/observe.ts';
import { judgeInChild } from '../../src/judge/judge-in-child.ts';
import { judgeProposal } from '../../src/run/judge-proposal.ts';
import type { Brief, LookFor, Wanted } from '../../src/run/judgement.ts';
import { heavyConfig } from '../support/heavy-config.ts';
import { instant } from '../support/runs.ts';
import { smallConfig } from '../support/small-cycle.ts';

const PROGRAM = resolve('dist/app/judge.js');
const PATH = '.github/relcomms.yml';
const LATER = smallConfig().replace('on: 2020-01-21', 'on: 2020-01-22');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
});

afterEach(() => rm(folder, { recursive: true }));

function brief(head: string, base = smallConfig()): Brief {
  return {
    head: { kind: 'file', text: head, id: 'head' },
    base: { kind: 'file', text: base, id: 'base' },
    path: PATH,
    pull: 7,
    now: instant('2020-01-08T12:00:00Z'),
  };
}

/** Nobody could look; what was wanted is kept. */
function nobodyLooks(wanted: Wanted[] = []): LookFor {
  return (one) => {
    wanted.push(one);
    const unseen = allUnknown('GitHub is away');
    return Promise.resolve({ looks: [unseen, unseen], mails: { known: false, why: 'nobody counts' } });
  };
}

/** A program in the place of the one that judges. */
async function program(code: string): Promise<string> {
  const path = join(folder, 'program.mjs');
  await writeFile(path, `const say = (said) => console.log(JSON.stringify(said));\n${code}`);
  return path;
}

async function judgedBy(code: string, seconds = 20, stop?: AbortSignal) {
  const judge = judgeInChild({ program: await program(code), seconds })(stop);
  return await judge(brief(LATER), nobodyLooks());
}

const READY = 'say({ ready: true });';
const OUTPUT = { conclusion: 'success', title: 'Good', summary: 'Well.', text: '', annotations: [] };
const unjudged = (over: string, limit = 0) => ({ kind: 'unjudged', over, limit });

test('it says the same as a judgement in this process, and asks for the same', async () => {
  for (const head of [LATER, 'releases: maybe\n', smallConfig().replace('v2.0.0', 'v3.0.0')]) {
    const [here, there]: [Wanted[], Wanted[]] = [[], []];
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const judged = await judgeInChild({ program: PROGRAM })()(brief(head), nobodyLooks(there));
    // oxlint-disable-next-line no-await-in-loop -- see above
    expect(judged).toEqual(await judgeProposal(brief(head), nobodyLooks(here)));
    expect(there).toEqual(here);
  }
});

const run = promisify(execFile);

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

test('an honest config costs little more than the start of a process', async () => {
  const judge = judgeInChild({ program: PROGRAM })();
  await judge(brief(LATER), nobodyLooks());
  const times: number[] = [];
  // On a busy machine both take longer, and one of them may meet something else: the best of three counts.
  for (let round = 0; round < 3; round++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const took = await millisecondsOf(() => judge(brief(LATER), nobodyLooks()));
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    times.push(took / (await millisecondsOf(() => run(process.execPath, ['--eval', '0']))));
  }
  const best = Math.min(...times);
  process.stdout.write(`a small config is judged apart in ${best.toFixed(1)} times a start\n`);
  expect(best).toBeLessThan(25);
});

test('what is not to be judged in this run is given up', async () => {
  const judge = judgeInChild({ program: PROGRAM })();
  expect(await judge(brief(LATER), () => Promise.resolve('later'))).toBe('later');
  await expect(judge(brief(LATER), () => Promise.reject(new Error('no network')))).rejects.toThrow(
    'no network',
  );
});

test('it sees nothing of our environment', async () => {
  process.env['PRIVATE_KEY_CANARY'] = 'canary-4711';
  try {
    const seen = join(folder, 'seen.json');
    const code = `import { writeFileSync } from 'node:fs';
      const { env, argv, execArgv } = process;
      writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ env, argv: argv.slice(2), execArgv }));`;
    await judgedBy(code);
    expect(JSON.parse(await readFile(seen, 'utf8'))).toEqual({
      env: {},
      argv: [],
      execArgv: ['--max-old-space-size=256'],
    });
  } finally {
    delete process.env['PRIVATE_KEY_CANARY'];
  }
});

test('one that goes on for ever is killed, even when it heeds no signal and keeps the processor', async () => {
  const pid = join(folder, 'pid');
  const code = `import { writeFileSync } from 'node:fs';
    process.on('SIGTERM', () => {});
    writeFileSync(${JSON.stringify(pid)}, String(process.pid));
    ${READY}
    setTimeout(() => { for (;;); }, 50);`;
  expect(await judgedBy(code, 1)).toEqual(unjudged('time', 1));
  const number = Number(await readFile(pid, 'utf8'));
  while (isThere(number)) await new Promise((done) => setImmediate(done));
  expect(isThere(number)).toBe(false);
});

test('the time counts for each step, and looking at GitHub takes none of it', async () => {
  const judge = judgeInChild({ program: PROGRAM, seconds: 0.001 })();
  expect(await judge(brief(heavyConfig()), nobodyLooks())).toEqual(unjudged('time', 0.001));
});

test('one that fills its memory ends alone', async () => {
  const judge = judgeInChild({
    program: await program(`${READY} const all = []; for (;;) all.push(new Array(1000).fill({}));`),
    megabytes: 32,
  })();
  expect(await judge(brief(LATER), nobodyLooks())).toEqual(unjudged('memory', 32));
});

test.each([
  ['throws', `${READY} throw new Error('secret')`],
  ['ends early', 'process.exit(0)'],
  ['is killed', `${READY} process.kill(process.pid, 'SIGKILL')`],
  [
    'ends when it was answered',
    `${READY} say({ wanted: { questions: {}, since: '2020-01-01', hasRelease: true, switchesOff: false } });`,
  ],
])('a process that %s is told as one that ended', async (_, code) => {
  expect(await judgedBy(code)).toEqual(unjudged('ended'));
});

test('a program that is not there is one that ended', async () => {
  const judge = judgeInChild({ program: join(folder, 'missing.js') })();
  expect(await judge(brief(LATER), nobodyLooks())).toEqual(unjudged('ended'));
});

const wants = (more: object) => ({
  wanted: { questions: {}, since: '2020-01-01', hasRelease: true, switchesOff: false, ...more },
});
const puts = (more: object) => ({ output: { ...OUTPUT, ...more } });
const mark = { path: PATH, line: 1, column: 1, level: 'failure', message: 'Well.' };

test.each([
  ['no JSON', '{"output"'],
  ['nothing', ''],
  ['null', 'null'],
  ['another conclusion', puts({ conclusion: 'skipped' })],
  ['no title', puts({ title: '' })],
  ['a summary that GitHub does not take', puts({ summary: 'x'.repeat(70_000) })],
  ['something more', puts({ external_id: 'forged' })],
  ['a mark in another file', puts({ annotations: [{ ...mark, path: 'src/index.ts' }] })],
  ['a mark at no line', puts({ annotations: [{ ...mark, line: 0 }] })],
  ['too many marks', puts({ annotations: Array.from({ length: 500 }, () => mark) })],
  ['a question that nobody knows', wants({ questions: { secrets: ['all'] } })],
  ['names that are none', wants({ questions: { labels: [{ toString: 'x' }] } })],
  [
    'more names than anybody has',
    wants({ questions: { labels: Array.from({ length: 20_000 }, () => 'x') } }),
  ],
  ['a day that is none', wants({ since: 'ever' })],
  ['both at once', { ...wants({}), ...puts({}) }],
  ['that it is there, once more', { ready: true }],
])('an answer with %s is not taken', async (_, said) => {
  const line = typeof said === 'string' ? said : JSON.stringify(said);
  expect(
    await judgedBy(`${READY} console.log(${JSON.stringify(line)}); setInterval(() => {}, 1000);`),
  ).toEqual(unjudged('garbled'));
});

test('it is asked to look once: whoever wants more is not heard', async () => {
  const ask = `console.log(${JSON.stringify(JSON.stringify(wants({})))});`;
  const code = `${READY} ${ask}
    let lines = 0;
    process.stdin.setEncoding('utf8').on('data', (text) => {
      lines += text.split('\\n').length - 1;
      if (lines === 2) { ${ask} }
    });`;
  expect(await judgedBy(code)).toEqual(unjudged('garbled'));
});

test('an answer without an end is cut off', async () => {
  expect(
    await judgedBy(`${READY} const go = () => process.stdout.write('x'.repeat(65536), go); go();`),
  ).toEqual(unjudged('garbled'));
  expect(
    await judgedBy(`${READY} const go = () => process.stdout.write('\\n'.repeat(65536), go); go();`),
  ).toEqual(unjudged('garbled'));
});

test('it is killed when it is no longer wanted', async () => {
  const stop = new AbortController();
  const answer = judgedBy(`${READY} setInterval(() => {}, 1000);`, 600, stop.signal);
  stop.abort(new Error('the App ends'));
  await expect(answer).rejects.toThrow('the App ends');
  await expect(judgedBy(READY, 600, stop.signal)).rejects.toThrow('the App ends');
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
