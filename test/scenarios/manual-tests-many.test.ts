// Scenario: 300 manual tests of 12 teams in three candidates; 40 people fill cells, tick, command, and push at the same time.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { type ManualTest, keyOf } from '../../src/domain/manual-test.ts';
import { readResults } from '../../src/manual-tests/results-file.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { readBook } from '../../src/sheet/read-book.ts';
import { testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { rounds } from '../support/long.ts';
import { type Day, type Filled, type Model, dayOf, dice, loadOf } from '../support/manual-tests/testers.ts';
import { CANDIDATES, PEOPLE, TEAMS, TESTS } from '../support/manual-tests/world.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { fillCells } from '../support/sheet/fill-cells.ts';
import { describeBook, hasOpenpyxl, writeCells } from '../support/sheet/office.ts';
import { issue, openTrackingIssues, repository } from '../support/tracking.ts';

const teams = TEAMS.slice(0, rounds(3, 12));
const candidates = CANDIDATES.slice(0, rounds(1, 3));
const tests = TESTS.filter(({ team }) => teams.some((one) => one === team)).slice(0, rounds(24, 300));
const people = teams.flatMap((team) => PEOPLE.get(team) ?? []);
/** On which tests of a candidate are run; the rest stays open. */
const DAYS = rounds(1, 3);
/** Mondays; the digest comes on each. */
const MONDAYS: Readonly<Record<string, string>> = { rc1: '2020-01-20', rc2: '2020-02-03', rc3: '2020-02-17' };
const BRANCH = 'relcomms-tests';
const BOOK = '1.10.0/manual-tests.xlsx';
const RESULTS = '1.10.0/results.jsonl';

const CONFIG = `cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
teams:
${teams.map((team) => `  ${team}: { github: acme/${team}, people: [${PEOPLE.get(team)?.join(', ')}] }`).join('\n')}
milestones:
${CANDIDATES.map((one) => `  ${one}: { on: ${MONDAYS[one]}, title: Release candidate ${one.slice(2)} }`).join('\n')}
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-02-27, branch: release-1.10 }]
tracking-issue: { tasks: none }
audiences: { all: { slack: ['#releases'] } }
slack: { digest: { every: 2 weeks, from: 2020-01-20, to: all } }
report: { trend: no }
manual-tests: { file: tests/manual.yml, workbook: yes, team-issues: yes, sign-off: yes, remind: no }
`;

/** A YAML file may hold JSON. */
const written = { tests: tests.map((test) => Object.fromEntries(Object.entries(test))) };

const SEED = {
  owner: 'acme',
  repo: 'demo',
  people: [
    { login: 'alice', permission: 'admin' as const },
    ...people.map((login) => ({ login, permission: 'write' as const })),
  ],
  files: { '.github/relcomms.yml': CONFIG, 'tests/manual.yml': JSON.stringify(written, undefined, 1) },
  app: { webhookSecret: 'manual' },
};

let clock = instant('2020-01-10T09:00:00Z');
let github: EmbeddedGitHub;
let tracking = 0;
const channels = testChannels();

beforeEach(async () => {
  github = await startTestGitHub({ seed: SEED, now: () => clock });
});

afterEach(async () => {
  await github.close();
});

async function api<T>(by: string, path: string, init: RequestInit = {}): Promise<T> {
  const headers = { authorization: `Bearer ${github.token(by)}`, 'content-type': 'application/json' };
  const response = await fetch(`${github.url}/api/v3/repos/acme/demo/${path}`, { ...init, headers });
  if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

interface Stored {
  readonly content: string;
  readonly sha: string;
}

const stored = (path: string) => api<Stored>('alice', `contents/${path}?ref=${BRANCH}`);

async function bytesOf(path: string): Promise<Buffer> {
  const { sha } = await stored(path);
  return Buffer.from((await api<Stored>('alice', `git/blobs/${sha}`)).content, 'base64');
}

async function upload(by: string, path: string, bytes: Uint8Array): Promise<void> {
  const { sha } = await stored(path);
  const content = Buffer.from(bytes).toString('base64');
  const body = JSON.stringify({ message: 'Upload', branch: BRANCH, content, sha });
  await api(by, `contents/${path}`, { method: 'PUT', body });
}

const run = (now: string) => {
  clock = instant(now);
  return runAction(github, clock, (scope) => reconcile({ ...scope, channels: channels.run() }));
};
const section = () => issue(github, tracking).body.split('### Manual tests')[1]?.split('<!--')[0] ?? '';
const teamIssue = (team: string) =>
  repository(github).issues.find(({ title }) => title === `Manual tests of ${team} for 1.10.0`)?.number ?? 0;
const someOf = (team: string, index: number) => {
  const all = PEOPLE.get(team) ?? [];
  return all[index % all.length] ?? 'alice';
};

async function recorded() {
  const read = readResults((await bytesOf(RESULTS)).toString('utf8'));
  if (read === undefined || read.unread.length > 0) throw new Error('lines that are no results');
  return read.results;
}

/** Openpyxl where it is installed, as in CI; else the library of relcomms itself. */
const fill = (bytes: Uint8Array, cells: readonly Filled[], candidate: string): Promise<Uint8Array> =>
  (hasOpenpyxl ? writeCells : fillCells)(
    bytes,
    cells.map(({ run: id, value }) => ({ run: id, heading: `${candidate} result`, value })),
  );

async function pushCells({ cells }: Pick<Day, 'cells'>, candidate: string): Promise<void> {
  const book = await bytesOf(BOOK);
  const editions = cells.filter(({ length }) => length > 0).map((one) => fill(book, one, candidate));
  for (const [index, bytes] of (await Promise.all(editions)).entries())
    // oxlint-disable-next-line no-await-in-loop -- the second replaces the first
    await upload(people[index] ?? '', BOOK, bytes);
}

async function edit(edits: readonly Filled[], candidate: string): Promise<void> {
  if (edits.length === 0) return;
  const text = edits.reduce(
    (before, { run: id, value }) =>
      before.replace(
        `{"candidate":"${candidate}","run":"${id}",`,
        `{"candidate":"${candidate}","run":"${id}","result":"${value}",`,
      ),
    (await bytesOf(RESULTS)).toString('utf8'),
  );
  await upload(people[2] ?? '', RESULTS, Buffer.from(text));
}

async function command(all: readonly Filled[], candidate: string): Promise<void> {
  for (const [index, team] of teams.entries()) {
    const own = all.filter((one) => one.team === team);
    for (let start = 0; start < own.length; start += 5) {
      const lines = own
        .slice(start, start + 5)
        .map(({ run: id, value }) => `/release test ${value} ${id} ${candidate} because I saw it`);
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as people write
      await github.as(someOf(team, index + start)).comment(tracking, lines.join('\n'));
    }
  }
}

async function tick(boxes: readonly Filled[], candidate: string): Promise<void> {
  for (const [index, { run: id, team }] of boxes.entries())
    // oxlint-disable-next-line no-await-in-loop -- each changes the text that the one before left
    await github
      .as(someOf(team, index))
      .tick(teamIssue(team), (line) => line.includes(`<!-- relcomms:task ${candidate}/${id} `), true);
}

/** Pushes go to one branch, which GitHub takes one after the other; all else is at the same time. */
async function live(day: Day, candidate: string): Promise<void> {
  await Promise.all([
    pushCells(day, candidate).then(() => edit(day.edits, candidate)),
    command(day.commands, candidate),
    tick(day.boxes, candidate),
  ]);
}

/** What people say of runs of a candidate that have a result, by id. */
const modelled = ({ results }: Model, candidate: string) =>
  new Map(
    tests.flatMap(({ id }) => {
      const value = results.get(keyOf({ candidate, run: id }));
      return value === undefined ? [] : [[id, value] as const];
    }),
  );

async function expectNothingLost(model: Model, candidate: string): Promise<void> {
  const rows = [...(await recorded()).values()].filter((one) => one.candidate === candidate);
  const found = rows.flatMap(({ run: id, result }) =>
    result === undefined || id.startsWith('sign-off.') ? [] : [[id, result] as const],
  );
  expect(new Map(found)).toEqual(modelled(model, candidate));
  const lines = (await bytesOf('1.10.0/workbook.jsonl')).toString('utf8').split('\n');
  for (const { run: id, other } of model.named) {
    const line = lines.find((one) => one.includes(`"${candidate}"`) && one.includes(`"${id}"`)) ?? '';
    expect({ id, line }).toEqual({ id, line: expect.stringContaining(`"other":"${other}"`) });
    expect(section()).toContain(`\`${id}\` in ${candidate}, result:`);
  }
  expect(section().includes('changed in both places')).toBe(model.named.length > 0);
  for (const { run: id, team } of model.passedOver) {
    const { body } = issue(github, teamIssue(team));
    const line = body.split('\n').find((one) => one.includes(`<!-- relcomms:task ${candidate}/${id} `));
    expect(line).toContain('changed this box, but a newer result came in');
  }
}

const teamOf = (id: string) => tests.find((test) => test.id === id)?.team ?? '';

/** Half give in by the workbook, half by command: then both places say the same. */
async function settle(model: Model, candidate: string): Promise<void> {
  const all = model.named.map(({ run: id, other }, index) => {
    const kept = model.results.get(keyOf({ candidate, run: id })) ?? 'pass';
    return { run: id, team: teamOf(id), value: index % 2 === 0 ? kept : other };
  });
  const [cells, commands] = [0, 1].map((half) => all.filter((_, index) => index % 2 === half));
  for (const { run: id, value } of all) model.results.set(keyOf({ candidate, run: id }), value);
  Object.assign(model, { named: [], passedOver: [] });
  await live({ cells: [cells ?? [], []], commands: commands ?? [], boxes: [], edits: [] }, candidate);
}

const STATES = ['pass', 'fail', 'blocked', 'n/a', 'open'] as const;

/** `api 25 12 3 …`, counted anew from what each place says of each test. */
function countsOf(candidate: string, values: ReadonlyMap<string, unknown>): string[] {
  return [...teams].toSorted().map((team) => {
    const own = needed(candidate).filter((test) => test.team === team);
    const counts = STATES.map((state) => own.filter(({ id }) => (values.get(id) ?? 'open') === state).length);
    return [team, own.length, ...counts].join(' ');
  });
}

const needed = (candidate: string): readonly ManualTest[] =>
  tests.filter((test) => test.candidates?.includes(candidate) ?? true);

const tableOf = (): string[] =>
  section()
    .split('\n')
    .filter((line) => teams.some((team) => line.startsWith(`| ${team} |`)))
    .map((line) => line.slice(2).split(' | ').slice(0, 7).join(' '));

async function cellsOf(candidate: string): Promise<ReadonlyMap<string, unknown>> {
  const bytes = await bytesOf(BOOK);
  if (!hasOpenpyxl) {
    const reading = await readBook(bytes);
    if (!reading.ok) throw new Error(reading.why);
    const rows = [...reading.rows.values()].filter((one) => one.candidate === candidate);
    return new Map(rows.map(({ run: id, result }) => [id, result]));
  }
  const sheets = await describeBook(bytes);
  return new Map(
    sheets.flatMap(({ rows: [head = [], ...rows] }) => {
      const [id, value] = [head.indexOf('ID'), head.indexOf(`${candidate} result`)];
      return id === -1 || value === -1
        ? []
        : rows.map((row) => [String(row[id]), row[value] ?? undefined] as const);
    }),
  );
}

/** A test that failed when it was run last fails until it is run again. */
function failing(model: Model, candidate: string): number {
  const until = candidates.slice(0, candidates.findIndex((one) => one === candidate) + 1).toReversed();
  return needed(candidate).filter(({ id }) => {
    const all = until.flatMap((one) => model.results.get(keyOf({ candidate: one, run: id })) ?? []);
    return all[0] === 'fail';
  }).length;
}

async function expectEqualCounts(model: Model, candidate: string, done: Awaited<ReturnType<typeof run>>) {
  const counts = countsOf(candidate, modelled(model, candidate));
  expect(tableOf()).toEqual(counts);
  expect(countsOf(candidate, await cellsOf(candidate))).toEqual(counts);
  const standing = 'standing' in done ? done.standing : [];
  const fails = failing(model, candidate);
  expect(standing.filter(({ kind }) => kind === 'failing-manual-test')).toHaveLength(fails);
  expect(issue(github, tracking).body).toContain(`${fails} failing manual test`);
  const digest = channels.sent.findLast(({ place }) => place === '#releases');
  const [red = ''] = (digest?.words ?? '').split('Progress');
  const more = Number(/and (\d+) more in the tracking issue/.exec(red)?.[1] ?? 0);
  expect((red.match(/^- .*/gm) ?? []).length + more).toBe(fails);
}

async function expectEvenLoad(candidate: string): Promise<void> {
  const testers = new Map(
    [...(await recorded()).values()]
      .filter((one) => one.candidate === candidate)
      .map(({ run: id, tester }) => [id, tester]),
  );
  const load = loadOf(needed(candidate), testers);
  if (process.env['LONG'] === '1')
    process.stdout.write(
      `${candidate}\n${load.map(({ team, shares, above }) => `  ${team}: ${shares.join(' + ')}, ${above.toFixed(2)}`).join('\n')}\n`,
    );
  expect(load.filter(({ above }) => above > 1.3)).toEqual([]);
}

test(`${tests.length} tests, ${teams.length} teams, ${candidates.length} candidates: nothing is lost, all counts are equal, the load is even`, async () => {
  const roll = dice(7);
  const model: Model = { results: new Map(), named: [], passedOver: [] };
  await run('2020-01-06T09:00:00Z');
  tracking = openTrackingIssues(github)[0]?.number ?? 0;
  for (const candidate of candidates) {
    const monday = Number(MONDAYS[candidate]?.slice(8)) - 7;
    const at = (day: number, hour: number) =>
      new Date(Date.UTC(2020, Number(MONDAYS[candidate]?.slice(5, 7)) - 1, monday + day, hour)).toISOString();
    await run(at(0, 9));
    await expectEvenLoad(candidate);
    const all = needed(candidate).filter(() => roll(20) > 0);
    const share = Math.ceil(all.length / DAYS);
    for (let day = 0; day < DAYS; day++) {
      await live(dayOf(all.slice(day * share, (day + 1) * share), candidate, model, roll), candidate);
      await run(at(day, 12));
      await run(at(day, 13));
      await expectNothingLost(model, candidate);
      await settle(model, candidate);
      await run(at(day, 15));
      await expectNothingLost(model, candidate);
    }
    const done = await run(at(7, 9));
    await expectEqualCounts(model, candidate, done);
    const before = github.journal.length;
    await run(at(7, 10));
    expect(writesSince(github, before)).toEqual([]);
  }
  expectNoViolations(github);
}, 600_000);
