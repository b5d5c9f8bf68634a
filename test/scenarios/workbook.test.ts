// Scenario: the workbook of manual tests is kept on the branch; people push it while others write commands and edit results.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { keyOf } from '../../src/domain/manual-test.ts';
import { readBook } from '../../src/sheet/read-book.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { fillCells } from '../support/sheet/fill-cells.ts';
import { issue, openTrackingIssues } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
teams:
  api: { github: acme/api, people: [bob, carol] }
  web: { github: acme/web, people: [dave] }
milestones:
  rc1: { on: release - 10 days, title: Release candidate 1 }
  rc2: { on: release - 3 days, title: Release candidate 2 }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30, branch: release-1.10 }]
tracking-issue: { tasks: none }
report: { trend: no }
manual-tests:
  workbook: yes
  failing-issues: no
  tests:
    - { id: api-create, title: Create a function, team: api }
    - { id: api-delete, title: Delete a function, team: api }
    - { id: web-login, title: 'Log in as @frank', team: web }
    - { id: web-upload, title: Upload a file, team: web }
`;

const BRANCH = 'relcomms-tests';
const RESULTS = '1.10.0/results.jsonl';
const BOOK = '1.10.0/manual-tests.xlsx';

const SEED = {
  owner: 'acme',
  repo: 'demo',
  people: [
    { login: 'alice', permission: 'admin' as const },
    ...['bob', 'carol', 'dave'].map((login) => ({ login, permission: 'write' as const })),
  ],
  files: { '.github/relcomms.yml': CONFIG },
  app: { webhookSecret: 'manual' },
};

let clock = instant('2020-01-10T09:00:00Z');
let github: EmbeddedGitHub;
let tracking = 0;

interface Stored {
  readonly content: string;
  readonly sha: string;
}

async function api(by: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const address = `${github.url}/api/v3/repos/acme/demo/${path}`;
  const headers = { authorization: `Bearer ${github.token(by)}`, 'content-type': 'application/json' };
  const response = await fetch(address, { ...init, headers });
  return response.status === 404 ? undefined : await response.json();
}

const stored = (path: string) =>
  api('alice', `contents/${path}?ref=${BRANCH}`) as Promise<Stored | undefined>;

async function bytesOf(path: string): Promise<Buffer> {
  const sha = (await stored(path))?.sha ?? '';
  const blob = (await api('alice', `git/blobs/${sha}`)) as Stored;
  return Buffer.from(blob.content, 'base64');
}

/** As a person uploads it on GitHub. */
async function upload(by: string, path: string, bytes: Uint8Array): Promise<void> {
  const sha = (await stored(path))?.sha;
  const content = Buffer.from(bytes).toString('base64');
  const body = JSON.stringify({ message: 'Upload', branch: BRANCH, content, sha });
  await api(by, `contents/${path}`, { method: 'PUT', body });
}

const results = async () => (await bytesOf(RESULTS)).toString('utf8');
const run = (now: string) => {
  clock = instant(now);
  return runAction(github, clock);
};
const section = () => issue(github, tracking).body.split('### Manual tests')[1]?.split('<!--')[0] ?? '';
const say = (by: string, body: string) => github.as(by).comment(tracking, body);

/** Results in the workbook that is on the branch. */
async function cellsOf(candidate = 'rc1'): Promise<Record<string, string | undefined>> {
  const reading = await readBook(await bytesOf(BOOK));
  if (!reading.ok) throw new Error(reading.why);
  const runs = ['api-create', 'api-delete', 'web-login', 'web-upload'];
  return Object.fromEntries(
    runs.map((one) => [one, reading.rows.get(keyOf({ candidate, run: one }))?.result]),
  );
}

/** Requests of relcomms since there were so many, by method and path. */
const requestsSince = (index: number): string[] =>
  github.journal
    .slice(index)
    .filter((entry) => !entry.byHand)
    .map(
      ({ method, path }) =>
        `${method} ${path.replace(/^.*\/repos\/acme\/demo\//, '').replace(/[0-9a-f]{40}/, 'ID')}`,
    );

async function idle(now: string): Promise<void> {
  const before = github.journal.length;
  await run(now);
  expect(writesSince(github, before)).toEqual([]);
  expect(requestsSince(before)).toHaveLength(2);
}

beforeAll(async () => {
  github = await startTestGitHub({ seed: SEED, now: () => clock });
  await run('2020-01-10T09:00:00Z');
  tracking = openTrackingIssues(github)[0]?.number ?? 0;
  await run('2020-01-13T09:00:00Z');
});

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
});

test('it is made with the results, is linked once it is there, and an idle run asks for nothing more', async () => {
  expect(await cellsOf()).toEqual({
    'api-create': undefined,
    'api-delete': undefined,
    'web-login': undefined,
    'web-upload': undefined,
  });
  await run('2020-01-13T10:00:00Z');
  expect(section()).toContain('manual-tests.xlsx');
  await idle('2020-01-13T11:00:00Z');
});

test('two cells, a command, and an edit of the results at the same time: nothing is lost, and what differs is named', async () => {
  const filled = await fillCells(await bytesOf(BOOK), [
    { run: 'api-create', heading: 'rc1 result', value: 'pass' },
    { run: 'web-login', heading: 'rc1 result', value: 'pass' },
    { run: 'web-upload', heading: 'rc1 result', value: 'passed maybe' },
  ]);
  await upload('carol', BOOK, filled);
  await say('bob', '/release test fail api-delete because it hangs');
  await upload(
    'dave',
    RESULTS,
    Buffer.from((await results()).replace('"run":"web-login"', '"run":"web-login","result":"blocked"')),
  );
  const before = github.journal.length;
  await run('2020-01-13T12:00:00Z');
  expect(requestsSince(before).filter((one) => one.includes('git/'))).toEqual([
    'GET git/blobs/ID',
    'GET git/blobs/ID',
    'POST git/blobs',
    'POST git/trees',
    'POST git/commits',
    'PATCH git/refs/heads%2Frelcomms-tests',
  ]);
  expect(await results()).toContain('"run":"api-create","result":"pass"');
  expect(await results()).toContain('"run":"api-delete","result":"fail"');
  expect(await results()).toContain('"run":"web-login","result":"blocked"');
  expect(section()).toContain("1 cell changed in both places, 1 cell can't be read.");
  expect(section()).toContain('`web-login` in rc1, result: the workbook says “pass”');
  expect(section()).toContain('`web-upload` in cell `web!I3`: it is not pass, fail, blocked, or n/a');
  expect(await cellsOf()).toMatchObject({ 'api-create': 'pass', 'api-delete': 'fail', 'web-login': 'pass' });
  await idle('2020-01-13T13:00:00Z');
});

test('an edition that somebody replaced before any run saw it counts, too', async () => {
  const book = await bytesOf(BOOK);
  const mine = (value: string) => fillCells(book, [{ run: 'api-create', heading: 'rc1 note', value }]);
  await upload('bob', BOOK, await mine('on Firefox'));
  await upload(
    'carol',
    BOOK,
    await fillCells(book, [{ run: 'web-upload', heading: 'rc1 result', value: 'pass' }]),
  );
  await run('2020-01-13T14:00:00Z');
  expect(await results()).toContain('"note":"on Firefox"');
  expect(await cellsOf()).toMatchObject({ 'web-upload': 'pass', 'web-login': 'pass' });
  expect(section()).toContain('1 cell changed in both places.');
  await idle('2020-01-13T15:00:00Z');
});

test('a push between read and write is not written over: the next run takes it in', async () => {
  const filled = await fillCells(await bytesOf(BOOK), [
    { run: 'web-upload', heading: 'rc1 note', value: 'with 2 GB' },
  ]);
  const remove = github.before(async ({ method, path }) => {
    if (method !== 'PATCH' || !path.includes('git/refs')) return;
    remove();
    await upload('dave', BOOK, filled);
  });
  await say('alice', '/release test pass web-login\n/release tests');
  await run('2020-01-13T16:00:00Z');
  expect((await bytesOf(BOOK)).equals(Buffer.from(filled))).toBe(true);
  expect(await results()).not.toContain('"run":"web-login","result":"pass"');
  await run('2020-01-13T17:00:00Z');
  expect(await results()).toContain('"note":"with 2 GB"');
  expect(await results()).toContain('"run":"web-login","result":"pass"');
  expect(section()).not.toContain('changed in both places');
  await idle('2020-01-13T18:00:00Z');
});

test('what is no workbook is named and left alone, while results from elsewhere go on; a good one is read again', async () => {
  const good = await bytesOf(BOOK);
  await upload('dave', BOOK, Buffer.from('PK, not really'));
  await say('alice', '/release test pass api-delete');
  await run('2020-01-13T19:00:00Z');
  expect(section()).toContain('is not read:** The file is not a whole .xlsx workbook.');
  expect((await bytesOf(BOOK)).toString()).toBe('PK, not really');
  expect(await results()).toContain('"run":"api-delete","result":"pass"');
  await idle('2020-01-13T20:00:00Z');
  await upload(
    'dave',
    BOOK,
    await fillCells(good, [{ run: 'web-upload', heading: 'rc1 link', value: 'https://example.org/1' }]),
  );
  await run('2020-01-13T21:00:00Z');
  expect(section()).not.toContain('is not read');
  expect(await results()).toContain('"link":"https://example.org/1"');
  expect(await cellsOf()).toMatchObject({ 'api-delete': 'pass' });
  await idle('2020-01-13T22:00:00Z');
});
