// `relcomms slip`: the table, the changed lines, and the file that is written or left alone.
import { chmod, lstat, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../../src/run/reconcile.ts';
import { smallConfig } from '../support/small-cycle.ts';
import { cli } from './run-cli.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Comments, quotes and a fixed event, so that it shows what is kept. */
const CONFIG = smallConfig().replace(
  '    milestones: { code-freeze: { on: 2020-01-21, title: "Code freeze" } }',
  `    milestones:
      code-freeze: { on: "2020-01-21", weekday: tue } # all teams
      rc1: 2020-01-23
      news: code-freeze + 1 day
      fair: { on: 2020-01-22, fixed: true }`,
);

async function fileWith(text: string): Promise<string> {
  const file = join(folder, 'relcomms.yml');
  await writeFile(file, text);
  return file;
}

async function slip(...args: string[]) {
  const file = await fileWith(CONFIG);
  const answer = await cli(['slip', ...args, '--config', file, '--at', '2020-01-08']);
  return { ...answer, file, text: await readFile(file, 'utf8') };
}

test.each([
  [['-1d'], 'Mon 20 Jan 2020'],
  [['-1w'], 'Tue 14 Jan 2020'],
  [['-1', 'day'], 'Mon 20 Jan 2020'],
  [['-2wd'], 'Fri 17 Jan 2020'],
])('an amount with a minus needs no --: %j', async (amount, day) => {
  const { exit, out, err } = await slip('v2.0.0', 'code-freeze', '--because', '-3 was too few', ...amount);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain(`to ${day}`);
  expect(out).toContain('\nbecause -3 was too few\n');
});

test('what begins with a minus and is no amount is no option that anybody knows', async () => {
  expect(await slip('v2.0.0', 'code-freeze', '-x')).toMatchObject({ exit: 2, out: '' });
});

test('it shows the table and the changed lines, and writes nothing', async () => {
  const { exit, out, err, file, text } = await slip('v2.0.0', 'code-freeze', '+1d', '--because', "it's late");
  expect({ exit, err, text }).toEqual({ exit: 0, err: '', text: CONFIG });
  expect(out)
    .toBe(`v2.0.0: Code freeze (code-freeze) moves from Tue 21 Jan 2020 to Wed 22 Jan 2020, 1 day later
because it's late

Moves
  Tue 21 Jan -> Wed 22 Jan  * code-freeze: Code freeze  is given a new day
  Wed 22 Jan -> Thu 23 Jan  * news: News                is "code-freeze + 1 day"

To decide: does not move automatically
  Thu 23 Jan (Fri 24 Jan?)  * rc1: RC1  has a day of its own

Fixed: does not move
  Wed 22 Jan                * fair: Fair  is fixed: it never follows

Keeps its day
  ahead, not near what moves: release (Tue 28 Jan)

To move more of them, name them too:
  code-freeze=2020-01-22 rc1=2020-01-24

${file}
- 9        code-freeze: { on: "2020-01-21", weekday: tue } # all teams
+ 9        code-freeze: { on: "2020-01-22", because: 'it''s late', weekday: wed } # all teams

The file is unchanged; add --write to change it.
`);
});

test('with --write the file holds the new day and everything else as it was', async () => {
  const { exit, out, err, file, text } = await slip('v2.0.0', 'code-freeze', '2020-01-22', '--write');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain(`\n${file} is changed.\n`);
  expect(text).toBe(CONFIG.replace('"2020-01-21", weekday: tue', '"2020-01-22", weekday: wed'));
  expect(await readdir(folder)).toEqual(['relcomms.yml']);
});

test('line ends, mode and a link to the file survive', async () => {
  const file = await fileWith(CONFIG.replaceAll('\n', '\r\n'));
  await chmod(file, 0o640);
  const link = join(folder, 'link.yml');
  await symlink(file, link);
  const { exit } = await cli(['slip', 'v2.0.0', 'rc1', '+1d', '--config', link, '--write']);
  expect(exit).toBe(0);
  const expected = CONFIG.replace('rc1: 2020-01-23', 'rc1: 2020-01-24').replaceAll('\n', '\r\n');
  expect(await readFile(file, 'utf8')).toBe(expected);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
});

test('--json gives the table, the changes and whether they were written', async () => {
  const dry = await slip('v2.0.0', 'release', '+2 working days', '--json', '--because', 'a bug');
  expect(dry.exit).toBe(0);
  expect(JSON.parse(dry.out)).toMatchObject({
    version: 'v2.0.0',
    milestone: 'release',
    from: '2020-01-28',
    to: '2020-01-30',
    named: [{ milestone: 'release', from: '2020-01-28', to: '2020-01-30' }],
    because: 'a bug',
    moves: [
      { id: 'release', to: '2020-01-30' },
      { id: 'post', kind: 'task', to: '2020-01-30' },
    ],
    changes: [
      { sign: '-', line: 7, text: '    release: 2020-01-28' },
      { sign: '+', line: 7, text: '    release: 2020-01-30' },
      { sign: '+', line: 8, text: "    because: 'a bug'" },
    ],
    problems: [],
  });
  expect(dry.out).not.toContain('"written"');
  const wet = await slip('v2.0.0', 'release', '+2wd', '--json', '--write');
  expect(JSON.parse(wet.out)).toMatchObject({ written: true });
});

test('a day that would break the config is shown and never written', async () => {
  const { exit, out, err, file, text } = await slip('v2.0.0', 'rc1', '+2w', '--write');
  expect({ exit, text }).toEqual({ exit: 1, text: CONFIG });
  expect(out).toContain('Conflicts\n  error: "RC1" on 2020-02-06 comes after "Release day" on 2020-01-28.');
  expect(out).toContain('rc1: 2020-02-06');
  expect(err).toContain(`${file}:10:`);
  expect(err).toContain('The config would have errors with the new day, so it is not changed.');
});

test('a warning is told and does not hold it back', async () => {
  const { exit, out, text } = await slip('v2.0.0', 'release', '+3d', '--write');
  expect(exit).toBe(0);
  expect(out).toContain('warning: v2.0.0 is released on a Friday (2020-01-31), before the weekend.');
  expect(text).toContain('release: 2020-01-31');
});

test('a past freeze that leans on the release is given a day of its own', async () => {
  const file = await fileWith(CONFIG.replace('"2020-01-21", weekday: tue', 'release - 1 week'));
  const { exit, out } = await cli([
    'slip',
    'v2.0.0',
    'release',
    '+1w',
    '--config',
    file,
    '--at',
    '2020-01-23',
    '--write',
  ]);
  expect(exit).toBe(0);
  expect(out).toContain('* code-freeze: Code freeze  nothing says it happened; gets a day of its own\n');
  const text = await readFile(file, 'utf8');
  expect(text).toContain('code-freeze: { on: 2020-01-21 } # all teams');
  expect(prepare(text)).not.toHaveProperty('problems');
});

test('several dates move in one call, in whatever order; the file is judged as it is at the end', async () => {
  // RC1 goes beyond the old release day.
  const pairs = ['rc1=2020-01-30', 'release=+1w'];
  const one = await slip('v2.0.0', ...pairs, '--because', 'a bug', '--write');
  expect({ exit: one.exit, err: one.err }).toEqual({ exit: 0, err: '' });
  expect(one.out).toContain(
    'v2.0.0: RC1 (rc1) moves from Thu 23 Jan 2020 to Thu 30 Jan 2020, 7 days later\n',
  );
  expect(one.out).toContain('v2.0.0: Release day (release) moves from Tue 28 Jan 2020 to Tue 4 Feb 2020');
  expect(one.text).toBe(
    CONFIG.replace('rc1: 2020-01-23', "rc1: { on: 2020-01-30, because: 'a bug' }").replace(
      'release: 2020-01-28',
      "release: 2020-02-04\n    because: 'a bug'",
    ),
  );
  const other = await slip('v2.0.0', ...pairs.toReversed(), '--because', 'a bug', '--write');
  expect(other.text).toBe(one.text);
  expect((await slip('v2.0.0', 'rc1', '2020-01-30', '--write')).exit).toBe(1);
});

test('the words of one amount may stand apart, and a comma is no harm', async () => {
  const { exit, out } = await slip('v2.0.0', 'RC1=+2', 'working', 'days,', 'release=-1', 'day');
  expect(exit).toBe(0);
  expect(out).toContain('to Mon 27 Jan 2020, 4 days later');
  expect(out).toContain('to Mon 27 Jan 2020, 1 day earlier');
});

test('everything that is wrong with several is told at once', async () => {
  const { exit, out, err } = await slip('v2.0.0', 'rc9=+1d', 'release=soon', 'fair=+1d', 'fair=+2d');
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toBe(
    [
      'In "rc9=+1d": v2.0.0 has no milestone "rc9". Did you mean rc1?',
      'In "release=soon": "soon" is not a day. Use 2026-11-17, +2 weeks, -3d, or +5wd (working days).',
      'In "fair=+2d": "fair" is named twice. Give it one day.',
      '',
    ].join('\n'),
  );
});

test('what can not be changed in place is told with a fix', async () => {
  const file = await fileWith(CONFIG.replace('rc1: 2020-01-23', 'rc1: &x 2020-01-23\n      rc2: *x'));
  const { exit, err } = await cli(['slip', 'v2.0.0', 'rc2', '+1d', '--config', file, '--write']);
  expect(exit).toBe(1);
  expect(err).toContain("can't be changed in place");
  expect(err).toContain('Write it out as "rc2: 2020-01-24"');
});

test.each([
  [['v2.0.0', 'rc1'], 'Which release, which milestone, which day?'],
  [['v2.0.1', 'rc1', '+1d'], 'There is no release v2.0.1. Did you mean v2.0.0?'],
  [['v2.0.0', 'rc2', '+1d'], 'v2.0.0 has no milestone "rc2". Did you mean rc1?'],
  [['v2.0.0', 'theme', '+1d'], '"theme" is a task'],
  [['v2.0.0', 'rc1', 'tomorrow'], '"tomorrow" is not a day. Use 2026-11-17, +2 weeks, -3d, or +5wd'],
  [['v2.0.0', 'rc1', 'release=+1d'], '"rc1" has no new day. Write release=+1w rc2=+1w.'],
  [['v2.0.0', 'rc1=', 'release=+1d'], '"rc1=" is not a milestone with its new day.'],
  [['v2.0.0', '=+1d'], '"=+1d" is not a milestone with its new day.'],
  [['v2.0.0', 'rc1=+1d=+2d'], '"rc1=+1d=+2d" is not a milestone'],
  [['v2.0.1', 'rc1=+1d', 'release=+1d'], 'There is no release v2.0.1. Did you mean v2.0.0?'],
  [['v2.0.0', 'rc1=+0d', 'release=+1d'], '"rc1" of v2.0.0 is on 2020-01-23 already.'],
  [['v2.0.0', 'rc1', '+0d'], '"rc1" of v2.0.0 is on 2020-01-23 already.'],
  [['v2.0.0', 'rc1', '+1d', '--because', ' '], 'The reason is empty.'],
  [['v2.0.0', 'rc1', '+1d', '--because', 'a\u202eb'], 'hidden character (U+202E)'],
  [['v2.0.0', 'release', '2019-01-01'], 'before its cycle starts'],
])('%j is refused in one line', async (args, words) => {
  const { exit, out, err, text } = await slip(...args, '--write');
  expect({ exit, out, text }).toEqual({ exit: 2, out: '', text: CONFIG });
  expect(err).toContain(words);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('a wrong --at, a missing file and a broken one', async () => {
  const file = await fileWith(CONFIG);
  const at = await cli(['slip', 'v2.0.0', 'rc1', '+1d', '--config', file, '--at', 'today']);
  expect(at).toMatchObject({ exit: 2, err: '--at is "today". Use a day such as 2026-11-03.\n' });
  const missing = await cli(['slip', 'v2.0.0', 'rc1', '+1d', '--config', join(folder, 'no.yml')]);
  expect(missing).toMatchObject({ exit: 2, out: '' });
  const broken = await cli(['slip', 'v2.0.0', 'rc1', '+1d', '--config', await fileWith('releases: [')]);
  expect(broken).toMatchObject({ exit: 1, out: '' });
});

test('an amount with a minus stands behind --', async () => {
  const file = await fileWith(CONFIG);
  const { exit, out } = await cli([
    'slip',
    '--config',
    file,
    '--at',
    '2020-01-08',
    'v2.0.0',
    'rc1',
    '--',
    '-1d',
  ]);
  expect(exit).toBe(0);
  expect(out).toContain('moves from Thu 23 Jan 2020 to Wed 22 Jan 2020, 1 day earlier');
});

test("no line of the repository's own table is wider than 110 columns", async () => {
  const args = ['--at', '2020-03-10', '--because', 'a long reason that is told '.repeat(10).trim()];
  const { exit, out } = await cli(['slip', 'v1.18.0', 'release', '+1w', ...args]);
  expect(exit).toBe(0);
  for (const line of out.split('\n'))
    expect(line.length).toBeLessThanOrEqual(110 + (/^[-+] /.test(line) ? 300 : 0));
  expect(out).toMatch(
    /\n {2}Tue 24 Mar -> Tue 31 Mar {2}\* embargo-lift: Press embargo lifts +is "release"\n/,
  );
  expect(out).toMatch(/\n {2}Mon 02 Mar +- Attend the burndown meetings? +is past; if still open/);
});
