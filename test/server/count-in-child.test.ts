// The process that counts mails: a time limit that holds, no secrets, and no trust in what it says.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepare } from '../../src/run/reconcile.ts';
import { countMessages } from '../../sandbox/simulate/count-messages.ts';
import { countInChild } from '../../src/server/count-in-child.ts';
import { smallConfig } from '../support/small-cycle.ts';

const CLI = resolve('dist/cli/index.js');
const GOOD = { weeks: ['2020-01-06', '2020-01-13'], rows: [{ login: 'alice', perWeek: [1, 2], total: 3 }] };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A program in the place of the command line. */
async function program(code: string): Promise<string> {
  const path = join(folder, 'program.mjs');
  await writeFile(path, code);
  return path;
}

async function ask(code: string, text = '', seconds = 20) {
  const cli = await program(code);
  return await countInChild({ cli, seconds })(text, new AbortController().signal);
}

const failure = (why: string) => ({ known: false, why });

test('the real command line counts the mails of a config that comes by standard input', async () => {
  const found = await countInChild({ cli: CLI })(smallConfig(), new AbortController().signal);
  const prepared = prepare(smallConfig());
  if ('problems' in prepared || !found.known) throw new Error(JSON.stringify(found));
  const { rows, weeks } = await countMessages({ prepared });
  expect(found.value).toEqual(
    rows.map(({ login, total, perWeek }) => {
      const count = Math.max(...perWeek);
      return { login, total, busiest: { monday: weeks[perWeek.indexOf(count)], count } };
    }),
  );
  expect(found.value.map(({ login, total }) => [login, total > 0])).toEqual([
    ['alice', true],
    ['bob', true],
  ]);
});

test('what the command line refuses is told in its words', async () => {
  const far = '  - { version: v9.0.0, start: 2030-01-07, release: 2030-01-29 }\ntasks:\n';
  const text = smallConfig().replace('tasks:\n', far);
  expect(await countInChild({ cli: CLI })(text, new AbortController().signal)).toEqual(
    failure('3689 days are too many; relcomms can simulate 1000 at most'),
  );
});

test('the busiest week is the first of those with most mails', async () => {
  const rows = [
    { login: 'alice', perWeek: [2, 2], total: 4 },
    { login: 'bob', perWeek: [0, 0], total: 0 },
  ];
  expect(await ask(`console.log(${JSON.stringify(JSON.stringify({ ...GOOD, rows }))})`)).toEqual({
    known: true,
    value: [
      { login: 'alice', total: 4, busiest: { monday: '2020-01-06', count: 2 } },
      { login: 'bob', total: 0 },
    ],
  });
});

test('it sees nothing of our environment, and is asked as the command line expects', async () => {
  process.env['PRIVATE_KEY_CANARY'] = 'canary-4711';
  try {
    const seen = join(folder, 'seen.json');
    await ask(
      `import { writeFileSync } from 'node:fs';
       const { env, argv, execArgv } = process;
       writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ env, argv: argv.slice(2), execArgv }));`,
    );
    const told = await readFile(seen, 'utf8');
    expect(told).not.toContain('canary');
    expect(JSON.parse(told)).toEqual({
      env: {},
      argv: ['simulate', '--config', '-', '--mails', '--json'],
      execArgv: ['--max-old-space-size=512'],
    });
  } finally {
    delete process.env['PRIVATE_KEY_CANARY'];
  }
});

test('one that goes on for ever is ended, even when it heeds no signal and keeps the processor', async () => {
  const pid = join(folder, 'pid');
  const found = await ask(
    `import { writeFileSync } from 'node:fs';
     process.on('SIGTERM', () => {});
     writeFileSync(${JSON.stringify(pid)}, String(process.pid));
     for (;;);`,
    '',
    2,
  );
  expect(found).toEqual(failure('the simulation takes longer than 2 seconds'));
  const number = Number(await readFile(pid, 'utf8'));
  expect(() => process.kill(number, 0)).toThrow('ESRCH');
});

test.each([
  ['no JSON', `console.log('{"weeks": [')`],
  ['another shape', `console.log('{"weeks": {}, "rows": []}')`],
  ['nothing', ''],
  ['null', `console.log('null')`],
  ['no day', JSON.stringify({ ...GOOD, weeks: ['soon', 'later'] })],
  ['a week too few', JSON.stringify({ ...GOOD, weeks: ['2020-01-06'] })],
  [
    'text for a number',
    JSON.stringify({ ...GOOD, rows: [{ login: 'alice', perWeek: [1, 2], total: '<b>' }] }),
  ],
  ['half a mail', JSON.stringify({ ...GOOD, rows: [{ login: 'alice', perWeek: [1, 0.5], total: 3 }] })],
  ['no login', JSON.stringify({ ...GOOD, rows: [{ login: 7, perWeek: [1, 2], total: 3 }] })],
])('an answer with %s is not taken', async (_, code) => {
  const print = code.startsWith('{') ? `console.log(${JSON.stringify(code)})` : code;
  expect(await ask(print)).toEqual(failure('the answer of the simulation could not be read'));
});

test('an answer without an end is cut off', async () => {
  expect(await ask(`const go = () => process.stdout.write('x'.repeat(65536), go); go();`)).toEqual(
    failure('the answer of the simulation is too long'),
  );
});

test('a crash, an early end and a missing program are told, each without a word of the program', async () => {
  const broke = failure('the simulation stopped with an error');
  expect(await ask(`throw new Error('secret')`)).toEqual(broke);
  expect(await ask('process.exit(1)', 'x'.repeat(1_000_000))).toEqual(broke);
  expect(await ask(`process.kill(process.pid, 'SIGSEGV')`)).toEqual(broke);
  const cli = join(folder, 'missing.js');
  expect(await countInChild({ cli })('x', new AbortController().signal)).toEqual(broke);
});

test('it is killed when it is no longer wanted', async () => {
  const stop = new AbortController();
  const cli = await program('setInterval(() => {}, 1000);');
  const answer = countInChild({ cli })('', stop.signal);
  stop.abort();
  expect(await answer).toMatchObject({ known: false });
  expect(await countInChild({ cli })('', stop.signal)).toMatchObject({ known: false });
});
