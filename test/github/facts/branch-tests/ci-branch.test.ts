// What CI said of a release branch, read from the embedded GitHub: thirty jobs on twenty commits.
import { Octokit } from '@octokit/rest';
import type { BranchTests, JobRun } from '../../../../src/domain/test-results.ts';
import { day } from '../../../../src/domain/day.ts';
import { type GitHub, gitHub } from '../../../../src/github/client.ts';
import type { BranchTestsQuestion } from '../../../../src/github/facts/branch-tests/index.ts';
import type { ReadArtifact } from '../../../../src/github/facts/branch-tests/read-artifact.ts';
import { rememberArtifacts } from '../../../../src/github/facts/branch-tests/remember-artifacts.ts';
import type { Setting } from '../../../../src/github/facts/fact.ts';
import { observe } from '../../../../src/github/observe.ts';
import type { CommitSeed, EmbeddedGitHub, JobWord } from '../../../../packages/embedded-github/src/index.ts';
import { installationToken } from '../../../../packages/embedded-github/test/support/app-token.ts';
import { expectNoViolations, startTestGitHub } from '../../../support/github.ts';
import { defaultSeed } from '../../../support/github-seed.ts';
import { clientOf } from '../../../support/runs.ts';

const BRANCH = 'release-1.18';
const JOBS = Array.from({ length: 30 }, (_, index) => `e2e-${String(index + 1).padStart(2, '0')}`);
const START = Date.parse('2020-03-02T08:00:00Z');
const HOUR = 3_600_000;
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString().replace('.000', '');

/** All pass but the seventh, which is red from the 15th commit on; the third needs a second try on the 10th. */
function jobsOf(turn: number): Record<string, JobWord | JobWord[]> {
  return Object.fromEntries(
    JOBS.map((job): [string, JobWord | JobWord[]] => {
      if (job === 'e2e-07' && turn >= 15) return [job, 'failure'];
      return [job, job === 'e2e-03' && turn === 10 ? ['timed_out', 'success'] : 'success'];
    }),
  );
}

const commits: CommitSeed[] = Array.from({ length: 20 }, (_, index) => ({
  branch: BRANCH,
  author: 'bob',
  at: at(index * 2),
  jobs: jobsOf(index + 1),
  statuses: { tide: index === 19 ? 'pending' : 'success' },
}));

let clock = START + 100 * HOUR;
let github: EmbeddedGitHub;

beforeAll(async () => {
  const rules = { [BRANCH]: { requiredReviews: 0 } };
  const seed = { ...defaultSeed, branches: { [BRANCH]: {} }, rules, commits };
  github = await startTestGitHub({ seed, now: () => clock });
});
beforeEach(() => {
  clock += HOUR;
});
afterEach(() => expectNoViolations(github));
afterAll(() => github.close());

const SETTING: Setting = {
  accounts: ['relcomms[bot]', 'github-actions[bot]'],
  since: day('2020-01-01'),
  now: START as Setting['now'],
};

interface Asked extends Pick<Setting, 'readArtifact' | 'artifacts'> {
  readonly branches?: readonly string[];
  readonly names?: readonly string[];
}

async function look(client: GitHub, { branches = [BRANCH], names = [], ...setting }: Asked = {}) {
  const branchTests: BranchTestsQuestion = { branches, artifacts: names };
  return (await observe(client, { branchTests }, { ...SETTING, ...setting })).branchTests;
}

async function read(asked: Asked = {}, client: GitHub = clientOf(github)): Promise<BranchTests> {
  const fact = await look(client, asked);
  if (!fact.known) throw new Error(fact.why);
  const [tests] = fact.value;
  if (tests === undefined || fact.value.length > 1) throw new Error(`${fact.value.length} branches`);
  return tests;
}

const wordsOf = (runs: readonly JobRun[]): string[] => runs.map(({ result }) => result);

test('thirty jobs on twenty commits come with one request, and again with one', async () => {
  const client = clientOf(github);
  const tests = await read({}, client);
  console.log(`30 jobs on 20 commits: ${client.counts.reads} request, ${tests.jobs.length} job runs`);
  expect(client.counts).toMatchObject({ reads: 1, writes: 0 });
  await read({}, client);
  expect(client.counts).toMatchObject({ reads: 2, writes: 0 });
  expect(tests).toMatchObject({ branch: BRANCH, reports: [], unread: [] });
  expect(tests.commits).toHaveLength(20);
  expect(tests.jobs).toHaveLength(20 * 30 + 1 + 20);
  expect(new Set(tests.jobs.map(({ workflow }) => workflow))).toEqual(new Set(['CI', undefined]));
  const [newest] = tests.commits;
  expect(newest).toMatchObject({ at: START + 38 * HOUR, pull: undefined });
  const red = tests.jobs.filter(({ result }) => result === 'failed');
  expect(red.filter(({ job }) => job === 'e2e-07').map(({ commit }) => commit)).toEqual(
    tests.commits
      .slice(0, 6)
      .map(({ sha }) => sha)
      .toReversed(),
  );
  expect(tests.jobs.filter(({ job }) => job === 'tide').at(-1)?.result).toBe('pending');
});

test('a job that was started again has both results, oldest first, in the same workflow run', async () => {
  const tests = await read();
  const flake = tests.jobs.filter(({ job, commit }) => job === 'e2e-03' && commit === tests.commits[10]?.sha);
  expect(wordsOf(flake)).toEqual(['failed', 'passed']);
  expect(new Set(flake.map(({ run }) => run)).size).toBe(1);
});

test('a branch that does not exist is not in the list; one that can not be read makes the fact unknown', async () => {
  const client = clientOf(github);
  expect(await look(client, { branches: ['release-9'] })).toEqual({
    known: true,
    value: [],
  });
  github.fault({ match: ({ path }) => path === '/graphql', times: 100, kind: 'error-before' });
  expect(await look(client)).toMatchObject({ known: false });
  github.clearFaults();
  expect(await look(client, { branches: [] })).toEqual({ known: true, value: [] });
});

test('without the permission, jobs of a private repository are unknown, not none', async () => {
  const permissions = { contents: 'read', metadata: 'read', statuses: 'read' };
  const seed = { ...defaultSeed, private: true, app: { webhookSecret: 'whisper', permissions } };
  const hidden = await startTestGitHub({ seed });
  try {
    const auth = await installationToken(hidden);
    const octokit = new Octokit({ auth, baseUrl: `${hidden.url}/api/v3` });
    const client = gitHub(octokit, { owner: 'acme', repo: 'demo' });
    expect(await look(client, { branches: ['main'] })).toEqual({
      known: false,
      why: 'Resource not accessible by integration; it needs checks: read',
    });
  } finally {
    await hidden.close();
  }
});

test('what GitHub can not answer at once is asked for in portions', async () => {
  const whole = await read();
  const { length } = github.journal;
  github.fault({
    match: ({ operation, body }) =>
      operation === 'RelcommsBranch' && JSON.stringify(body).includes('checked'),
    times: 100,
    kind: 'error-before',
  });
  const portions = await read();
  github.clearFaults();
  expect(portions).toEqual(whole);
  const answered = github.journal.slice(length).filter(({ status }) => status === 200);
  expect(answered.map(({ operation }) => operation)).toEqual([
    'RelcommsBranch',
    ...Array.from({ length: 4 }, () => 'RelcommsCommits'),
  ]);
});

test('a merge counts as one commit, with its pull request; what it brought along is left out', async () => {
  const bob = github.as('bob');
  await bob.branch('fix', BRANCH);
  for (const file of ['a', 'b', 'c']) await bob.putFile(`${file}.txt`, file, `Add ${file}`, 'fix');
  await github.runJobs({ branch: 'fix', jobs: { 'e2e-01': 'failure' } });
  const pull = await bob.openPull({ title: 'Fix <b>@carol</b>', head: 'fix', base: BRANCH });
  await bob.merge(pull);
  await github.runJobs({ branch: BRANCH, jobs: { 'e2e-01': 'success', 'e2e-02': 'in_progress' } });
  const client = clientOf(github);
  const tests = await read({}, client);
  expect(client.counts.reads).toBe(2);
  expect(tests.commits).toHaveLength(20);
  expect(tests.commits[0]?.pull).toEqual({ number: pull, title: 'Fix <b>@carol</b>', author: 'bob' });
  const newest = tests.jobs.filter(({ commit }) => commit === tests.commits[0]?.sha);
  expect(newest.map(({ job, result }) => `${job} ${result}`)).toEqual(['e2e-01 passed', 'e2e-02 pending']);
  expect(tests.jobs.some(({ job, result }) => job === 'e2e-01' && result === 'failed')).toBe(false);
});

const readArtifact: ReadArtifact = async (bytes) => {
  const name = Buffer.from(bytes).toString('utf8');
  return {
    tests: [{ suite: 'api', name, result: 'failed' }],
    unread: name.endsWith('!') ? ['broken.xml'] : [],
  };
};

describe('artifacts', () => {
  test('of the newest finished run of each workflow are read, once each, without the token', async () => {
    const bob = github.as('bob');
    await bob.putFile('d.txt', 'd', 'Add d', BRANCH);
    const zips = { 'junit-api': Buffer.from('old'), coverage: Buffer.from('none') };
    const run = await github.runJobs({ branch: BRANCH, jobs: { api: 'failure' }, artifacts: zips });
    clock += HOUR;
    const again = { 'junit-api': Buffer.from('new'), 'junit-<ui>': Buffer.from('ui!') };
    await github.runJobs({ branch: BRANCH, run, jobs: { api: 'failure' }, artifacts: again });
    const client = clientOf(github);
    const asked = { names: ['junit-*'], readArtifact };
    const tests = await read(asked, client);
    console.log(`and two artifacts of one workflow: ${client.counts.reads} requests`);
    expect(client.counts.reads).toBe(7);
    expect(tests.reports).toMatchObject([
      {
        commit: tests.commits[0]?.sha,
        run: String(run),
        attempt: 2,
        workflow: 'CI',
        at: clock,
        tests: [{ name: 'ui!' }, { name: 'new' }],
        incomplete: 'artifact junit-<ui>: broken.xml',
      },
    ]);
    expect(tests.unread).toContain('CI: artifact junit-<ui>: broken.xml');
    expect(await read({ names: ['junit-*'] })).toMatchObject({ reports: [] });

    // A process that lives on downloads none of them again, and reads the same.
    const artifacts = rememberArtifacts();
    expect(await read({ ...asked, artifacts })).toEqual(tests);
    const later = clientOf(github);
    expect(await read({ ...asked, artifacts }, later)).toEqual(tests);
    expect(later.counts.reads).toBe(3);
  });

  test('what may not be read is named, and is no report', async () => {
    const refused = await github.as('dave').request('GET', '/repos/acme/demo/actions/artifacts/1/zip');
    expect(refused.status).toBe(404);
    github.fault({
      match: ({ path }) => path.endsWith('/zip'),
      times: 100,
      kind: 'error-before',
      status: 403,
    });
    const tests = await read({ names: ['junit-api'], readArtifact });
    github.clearFaults();
    expect(tests.reports).toMatchObject([
      { tests: [], incomplete: expect.stringContaining('403') as string },
    ]);
  });
});

test('jobs beyond the first page are read by further requests, and what is beyond those is named', async () => {
  await github.runJobs({
    branch: BRANCH,
    workflow: 'Nightly',
    jobs: { ...shards(130), 'shard-129': 'failure' },
  });
  for (let turn = 0; turn < 25; turn++)
    // oxlint-disable-next-line no-await-in-loop -- one workflow after the other
    await github.runJobs({ branch: BRANCH, workflow: `Extra ${turn}`, jobs: { lint: 'success' } });
  const client = clientOf(github);
  const tests = await read({}, client);
  console.log(`with 27 workflows and 130 jobs in one: ${client.counts.reads} requests`);
  expect(client.counts.reads).toBe(3);
  expect(tests.unread).toEqual([]);
  expect(tests.jobs.find(({ job }) => job === 'shard-129')?.result).toBe('failed');
  // One name in several workflows is not one job that ran again.
  expect(tests.jobs.filter(({ job }) => job.endsWith(' / lint'))).toHaveLength(25);
  await github.runJobs({ branch: BRANCH, workflow: 'Huge', jobs: shards(600) });
  const cut = await read();
  expect(cut.unread).toEqual([`further jobs of one workflow of commit ${cut.commits[0]?.sha.slice(0, 10)}`]);
});

function shards(count: number): Record<string, JobWord> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`shard-${index}`, 'success']));
}
