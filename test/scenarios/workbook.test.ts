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
