// `relcomms simulate`: arguments, the shape of its JSON, slips, teams, and bounds.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulation } from '../../sandbox/simulate/simulation.ts';
import { smallConfig } from '../support/small-cycle.ts';
import { cli } from './run-cli.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Four weeks with task issues, a release candidate and a freeze. */
const CONFIG = smallConfig()
  .replace('tracking-issue: { tasks: none }', 'tracking-issue: {}')
  .replace(
    '    milestones: { code-freeze: { on: 2020-01-21, title: "Code freeze" } }',
    '    milestones:\n      code-freeze: 2020-01-21\n      rc1: 2020-01-23',
  );

async function run(text: string, ...args: string[]) {
  const file = join(folder, 'relcomms.yml');
  await writeFile(file, text);
  const answer = await cli(['simulate', '--config', file, ...args]);
  expect(await readFile(file, 'utf8')).toBe(text);
  return { ...answer, file };
}

async function played(text: string, ...args: string[]): Promise<Simulation> {
  const { exit, out, err } = await run(text, '--json', ...args);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out) as Simulation;
}

test('the text tells weeks, mails per person and the end', async () => {
  const { exit, out, err } = await run(CONFIG);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain('Week of Mon 6 Jan 2020 · week 1 of 4, R-3\n  Mon 06 Jan  milestone ');
  expect(out).toMatch(
    /opened for +alice \(lead\) +#2 Settle the theme\. Why: it is due on Fri 10 Jan 2020\n/,
  );
  expect(out).toMatch(/\n {2}week of +6 Jan .* total\n {2}alice +3 /);
  expect(out).toContain('v2.0.0: tracking issue #1 is closed, 2 of 3 tasks done, 0 open, 1 overdue\n');
  expect(out).toContain('    overdue: Publish the post, due Tue 28 Jan 2020\n');
});

test('--mails tells the mails per person and week, and nothing else', async () => {
  const { counts } = await played(CONFIG);
  const short = await run(CONFIG, '--mails', '--json');
  expect(JSON.parse(short.out)).toEqual(counts);
  const { exit, out } = await run(CONFIG, '--mails');
  expect(exit).toBe(0);
  expect(out).toMatch(/^ {2}week of +6 Jan .* total\n {2}alice +3 .*\n {2}bob .*\n$/);
});

test('the JSON has every message and change with day, recipients, audience and reason', async () => {
  const { from, to, timezone, team, events, counts, releases } = await played(CONFIG);
  expect({ from, to, timezone, team }).toEqual({
    from: '2020-01-06',
    to: '2020-02-09',
    timezone: 'UTC',
    team: 'scripted',
  });
  expect(events).toContainEqual({
    kind: 'message',
    day: '2020-01-06',
    reason: 'assigned',
    from: 'relcomms',
    recipients: ['alice'],
    audience: ['lead'],
    operation: 'add-assignee',
    number: 2,
    title: 'Settle the theme',
    why: 'holds the task as lead',
    release: 'v2.0.0',
    source: [],
  });
  expect(events).toContainEqual({
    kind: 'change',
    day: '2020-01-06',
    operation: 'create-milestone',
    what: 'create the GitHub milestone v2.0.0, due Tue 28 Jan 2020',
    why: 'release day is Tue 28 Jan 2020',
  });
  expect(events.filter((event) => event.kind !== 'deed' && event.why === '')).toEqual([]);
  const mails = events.flatMap((event) =>
    event.kind === 'message' && event.from === 'relcomms' ? event.recipients : [],
  );
  expect(counts.rows.map(({ login, total }) => [login, total])).toEqual(
    ['alice', 'bob'].map((login) => [login, mails.filter((other) => other === login).length]),
  );
  expect(releases).toMatchObject([
    { version: 'v2.0.0', trackingIssue: 1, state: 'closed', tasks: 3, done: 2 },
  ]);
});

test('played twice, it is the same', async () => {
  const args = ['--slip', 'rc1=+1d', '--json'];
  expect((await run(CONFIG, ...args)).out).toBe((await run(CONFIG, ...args)).out);
});

test('a login is the same person in any case', async () => {
  const text = CONFIG.replace('shadow: [bob]', 'shadow: [Alice]');
  const { events, counts } = await played(text, '--to', '2020-01-10');
  expect(counts.rows).toHaveLength(1);
  expect(events.flatMap((event) => (event.kind === 'message' ? [event.why] : []))).not.toContain(
    'relcomms wrote it',
  );
  const audiences = events.flatMap((event) => (event.kind === 'message' ? [event.audience] : []));
  expect(new Set(audiences.flat())).toEqual(new Set(['lead', 'shadow']));
});

test('an idle team does nothing, and so nobody hears of ticks and nothing is closed', async () => {
  const { events, releases } = await played(CONFIG, '--team', 'idle');
  expect(events.filter(({ kind }) => kind === 'deed')).toEqual([]);
  const said = events.flatMap((event) => (event.kind === 'deed' ? [] : [event.why]));
  expect(said.filter((why) => /tick|box|asked/.test(why))).toEqual([]);
  expect(events.flatMap((event) => (event.kind === 'message' ? [event.from] : []))).not.toContain('alice');
  expect(releases).toMatchObject([{ state: 'closed', done: 0, open: [], late: [{}, {}, {}] }]);
});

test('a slip is pushed on its day, everybody hears of it once, and the end tells both days', async () => {
  const { events, releases } = await played(CONFIG, '--slip', 'v2.0.0:rc1=+1d@2020-01-15');
  const [push] = events.filter((event) => event.kind === 'deed' && event.by === 'maintainer');
  expect(push).toMatchObject({
    day: '2020-01-15',
    what: 'moves RC1 (rc1) of v2.0.0 from Thu 23 Jan 2020 to Fri 24 Jan 2020',
  });
  const notices = events.filter(
    (event) => event.kind === 'message' && event.operation === 'create-comment' && event.reason === 'mention',
  );
  expect(notices).toMatchObject([
    { day: '2020-01-06', why: expect.stringContaining('the cycle has started') as string },
    { day: '2020-01-15', recipients: ['alice', 'bob'] },
  ]);
  expect(releases[0]?.milestones).toContainEqual({
    id: 'rc1',
    title: 'RC1',
    day: '2020-01-24',
    movedFrom: '2020-01-23',
  });
});

test('without a day a slip comes two weeks ahead; several build on each other', async () => {
  const { events } = await played(CONFIG, '--slip', 'rc1=+1d', '--slip', 'rc1=+1d@2020-01-13');
  const pushes = events.flatMap((event) =>
    event.kind === 'deed' && event.by === 'maintainer' ? [[event.day, event.what]] : [],
  );
  expect(pushes).toEqual([
    ['2020-01-09', 'moves RC1 (rc1) of v2.0.0 from Thu 23 Jan 2020 to Fri 24 Jan 2020'],
    ['2020-01-13', 'moves RC1 (rc1) of v2.0.0 from Fri 24 Jan 2020 to Sat 25 Jan 2020'],
  ]);
});

test('--from and --to bound what is played: what was due before is done on the first day', async () => {
  const { from, to, events, counts } = await played(CONFIG, '--from', '2020-01-20', '--to', '2020-01-22');
  expect({ from, to }).toEqual({ from: '2020-01-20', to: '2020-01-22' });
  expect(new Set(events.map(({ day }) => day))).toEqual(new Set(['2020-01-20', '2020-01-21', '2020-01-22']));
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'deed',
      day: '2020-01-20',
      by: 'alice',
      what: 'checks off Settle the theme',
    }),
  );
  expect(counts.weeks).toEqual(['2020-01-20']);
});

test('a broken config is told as relcomms validate tells it', async () => {
  const { exit, out, err, file } = await run('releases: [{ version: 1.10 }]\n');
  expect({ exit, out, err }).toEqual(await cli(['validate', file]));
  expect(exit).toBe(1);
  expect(out).toContain('error');
});

test('a missing file is told in one line', async () => {
  const { exit, out, err } = await cli(['simulate', '--config', join(folder, 'no.yml')]);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('is not there');
});

test.each([
  [['--from', 'monday'], '--from is "monday"; use a day such as 2026-11-03.'],
  [['--to', '2020-01-32'], '--to is "2020-01-32"'],
  [['--to', '2020-01-01'], 'The last day, Wed 1 Jan 2020, is before the first, Mon 6 Jan 2020.'],
  [['--to', '2120-01-01'], 'days are too many'],
  [['--team', 'busy'], '--team is "busy"; it can be scripted or idle.'],
  [['--slip', 'rc1'], '--slip is "rc1"; write [VERSION:]MILESTONE=+1w[@DAY].'],
  [['--slip', 'rc2=+1w'], 'v2.0.0 has no milestone "rc2". Did you mean rc1?'],
  [['--slip', 'v3.0.0:rc1=+1w'], 'There is no release v3.0.0.'],
  [['--slip', 'rc1=soon'], '"soon" is no day.'],
  [['--slip', 'rc1=+0d'], 'is on 2020-01-23 already'],
  [['--slip', 'rc1=+1d@2019-12-01'], 'behind @ stands a day from 2020-01-06 on'],
  [['--slip', 'rc1=+1d@2021-12-01'], 'after the last day'],
  [['--slip', 'release=2019-06-01'], 'before its cycle starts'],
])('%j is refused in one line', async (args, words) => {
  const { exit, out, err } = await run(CONFIG, ...args);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(words);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('whoever watches sees the days go by', async () => {
  const file = join(folder, 'relcomms.yml');
  await writeFile(file, CONFIG);
  const { main } = await import('../../src/cli/main.ts');
  const seen: string[] = [];
  const io = {
    out: () => {},
    err: () => {},
    env: {},
    startApp: async () => 0,
    progress: (text: string) => void seen.push(text),
  };
  expect(await main(['simulate', '--config', file, '--to', '2020-01-07'], io)).toBe(0);
  expect(seen).toEqual(['Mon 6 Jan 2020, day 1 of 2 days', 'Tue 7 Jan 2020, day 2 of 2 days', '']);
});

test('people who have a role in turn take part, and kinds have people of their own', async () => {
  const config = await readFile('test/fixtures/hours-and-turns.yml', 'utf8');
  const kinds = `kinds: { patch: { extends: [patch-train], roles: { lead: [erin] } } }\n${config}  - { version: 2.3.1, kind: patch, release: 2027-02-16 }\n`;
  // The last lines of the file are sections: the release goes before them.
  const text = kinds.replace(/(deadlines:\nreport:\n)( {2}- .*\n)$/, '$2$1');
  const { exit, out, err } = await run(text, '--from', '2027-01-11', '--to', '2027-02-19');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain('carol (lead)');
  expect(out).toContain('Boarding: carol is lead of 2.4.0');
  expect(out).toContain('erin (lead)');
});

test('a milestone without a day is given its first one; an amount counts from nothing', async () => {
  const text = CONFIG.replace('rc1: 2020-01-23', 'rc1: later');
  const { events } = await played(text, '--slip', 'rc1=2020-01-23');
  expect(JSON.stringify(events)).toContain('sets RC1 (rc1) of v2.0.0 to Thu 23 Jan 2020');
  const { exit, err } = await run(text, '--slip', 'rc1=+1w');
  expect(exit).toBe(2);
  expect(err).toContain('"rc1" has no day yet, and "+1w" is not one.');
});
