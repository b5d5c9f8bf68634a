// From GraphQL's answers about a branch to our words: results, names, attempts, addresses.
import { parseInstant } from '../../../../src/domain/day.ts';
import {
  decodeCommit,
  decodeFinishedRuns,
  decodeJobs,
} from '../../../../src/github/facts/branch-tests/decode-commit.ts';
import { nameJobs } from '../../../../src/github/facts/branch-tests/name-jobs.ts';
import type {
  RawCheckRun,
  RawChecked,
  RawIntroducer,
  RawSuite,
} from '../../../../src/github/facts/branch-tests/raw-checks.ts';

const OURS = ['relcomms[bot]', 'github-actions[bot]'];
const END = { pageInfo: { hasNextPage: false, endCursor: null } };
const SHA = 'a'.repeat(40);

const check = (from: Partial<RawCheckRun> = {}): RawCheckRun => ({
  databaseId: 1,
  name: 'build',
  status: 'COMPLETED',
  conclusion: 'SUCCESS',
  startedAt: '2020-03-02T08:00:00Z',
  completedAt: '2020-03-02T08:30:00Z',
  detailsUrl: 'https://ci.example/1',
  permalink: 'https://github.com/acme/demo/runs/1',
  ...from,
});

const suite = (runs: readonly RawCheckRun[], from: Partial<RawSuite> = {}): RawSuite => ({
  id: 'CS_1',
  status: 'COMPLETED',
  conclusion: 'SUCCESS',
  createdAt: '2020-03-02T07:59:00Z',
  updatedAt: '2020-03-02T09:00:00Z',
  app: { slug: 'github-actions' },
  branch: { name: 'release-1.18' },
  workflowRun: {
    databaseId: 7,
    runNumber: 3,
    event: 'push',
    url: 'https://github.com/acme/demo/actions/runs/7',
    workflow: { databaseId: 5, name: 'CI' },
  },
  checkRuns: { ...END, nodes: runs },
  ...from,
});

const commit = (suites: readonly RawSuite[], from: Partial<RawChecked> = {}): RawChecked => ({
  oid: SHA,
  committedDate: '2020-03-02T07:00:00Z',
  associatedPullRequests: { nodes: [] },
  status: null,
  checkSuites: { ...END, nodes: suites },
  ...from,
});

test.each([
  ['COMPLETED', 'SUCCESS', 'passed'],
  ['COMPLETED', 'FAILURE', 'failed'],
  ['COMPLETED', 'TIMED_OUT', 'failed'],
  ['COMPLETED', 'ACTION_REQUIRED', 'failed'],
  ['COMPLETED', 'STARTUP_FAILURE', 'failed'],
  ['COMPLETED', 'CANCELLED', 'skipped'],
  ['COMPLETED', 'NEUTRAL', 'skipped'],
  ['COMPLETED', 'SKIPPED', 'skipped'],
  ['COMPLETED', 'STALE', 'skipped'],
  ['IN_PROGRESS', null, 'pending'],
  ['WAITING', null, 'pending'],
])('a run that is %s with %s is %s', (status, conclusion, result) => {
  const [job] = decodeJobs(commit([suite([check({ status, conclusion })])]), OURS);
  expect(job?.result).toBe(result);
});

test('a job tells when it ended, or began, or was asked for', () => {
  const runs = [
    check(),
    check({ completedAt: null, status: 'IN_PROGRESS' }),
    check({ completedAt: null, startedAt: null, status: 'QUEUED' }),
  ];
  expect(decodeJobs(commit([suite(runs)]), OURS).map(({ at }) => at)).toEqual(
    ['08:30', '08:00', '07:59'].map((time) => parseInstant(`2020-03-02T${time}:00Z`)),
  );
});

test('the check of configs is no job when one of our accounts made it', () => {
  const own = suite([check({ name: 'relcomms config' })], { app: { slug: 'relcomms' }, workflowRun: null });
  const other = suite([check({ name: 'relcomms config' })], { app: { slug: 'copycat' }, workflowRun: null });
  const all = decodeJobs(commit([own, other]), OURS);
  expect(all.map(({ job, source }) => `${source}: ${job}`)).toEqual(['copycat: relcomms config']);
});

test('a workflow that could not be started is a failure of its own; one without jobs yet is nothing', () => {
  const broken = suite([], { conclusion: 'STARTUP_FAILURE' });
  const queued = suite([], { status: 'QUEUED', conclusion: null });
  const idle = suite([], { workflowRun: null, status: 'QUEUED', conclusion: null });
  expect(decodeJobs(commit([broken, queued, idle]), OURS)).toMatchObject([
    { job: 'CI', result: 'failed', run: '7', url: 'https://github.com/acme/demo/actions/runs/7' },
  ]);
});

test('statuses are jobs, too', () => {
  const states = ['SUCCESS', 'FAILURE', 'ERROR', 'PENDING', 'EXPECTED'];
  const contexts = states.map((state) => {
    return { context: state, state, createdAt: '2020-03-02T08:00:00Z', targetUrl: null };
  });
  const jobs = decodeJobs(commit([], { status: { contexts } }), OURS);
  expect(jobs.map(({ result }) => result)).toEqual(['passed', 'failed', 'failed', 'pending', 'pending']);
  expect(jobs[0]).toMatchObject({ commit: SHA, source: 'status', url: undefined });
});

test('names from outside stay as they are, but not endlessly; addresses that are none of the web are left out', () => {
  const name = `<script>@bob ${'x'.repeat(500)}`;
  const [hostile, fallback] = decodeJobs(
    commit([
      suite([
        check({ name, detailsUrl: 'javascript:alert(1)', permalink: 'not one' }),
        check({ name: '@acme/api | **b**', detailsUrl: `https://ci.example/${'x'.repeat(2000)}` }),
      ]),
    ]),
    OURS,
  );
  expect(hostile?.job).toHaveLength(200);
  expect(hostile?.job.startsWith('<script>@bob x')).toBe(true);
  expect(hostile?.url).toBeUndefined();
  expect(fallback).toMatchObject({ job: '@acme/api | **b**', url: 'https://github.com/acme/demo/runs/1' });
});

test('one name in two workflows is two jobs, a name of one workflow stays as it is', () => {
  const nightly = suite([check({ completedAt: '2020-03-01T00:00:00Z' }), check({ name: 'soak' })], {
    workflowRun: {
      databaseId: 8,
      runNumber: 1,
      event: 'push',
      url: '',
      workflow: { databaseId: 6, name: 'Nightly' },
    },
  });
  const found = decodeJobs(commit([suite([check(), check({ name: 'lint' })]), nightly]), OURS);
  expect(nameJobs(found).map(({ job }) => job)).toEqual(['Nightly / build', 'CI / build', 'lint', 'soak']);
});

test('a run of a workflow has ended when its jobs had their say; what was started most often counts its attempts', () => {
  const again = [check({ conclusion: 'FAILURE' }), check({ completedAt: '2020-03-02T10:00:00Z' })];
  const found = decodeFinishedRuns(
    commit([
      suite([...again, check({ name: 'lint' })]),
      suite([check()], { conclusion: 'CANCELLED' }),
      suite([check()], { status: 'IN_PROGRESS', conclusion: null }),
      suite([check()], { workflowRun: null }),
    ]),
  );
  expect(found).toEqual([
    {
      run: '7',
      workflow: 'CI',
      number: 3,
      commit: SHA,
      at: parseInstant('2020-03-02T10:00:00Z'),
      attempt: 2,
      jobs: 2,
      url: 'https://github.com/acme/demo/actions/runs/7',
    },
  ]);
});

const pull = (number: number, from: Partial<RawIntroducer> = {}): RawIntroducer => ({
  number,
  title: `Fix ${number}`,
  state: 'MERGED',
  baseRefName: 'release-1.18',
  author: { __typename: 'Bot', login: 'cherry' },
  mergeCommit: null,
  ...from,
});
const broughtBy = (...nodes: RawIntroducer[]) =>
  decodeCommit(commit([], { associatedPullRequests: { nodes } }), 'release-1.18').pull;

describe('the pull request that brought a commit', () => {
  test('was merged into the branch, as this very commit if one says so', () => {
    const open = pull(1, { state: 'OPEN' });
    const elsewhere = pull(2, { baseRefName: 'main' });
    const exact = pull(4, { mergeCommit: { oid: SHA } });
    expect(broughtBy(open, elsewhere, pull(3), exact)?.number).toBe(4);
    expect(broughtBy(open, elsewhere, pull(3))).toEqual({
      number: 3,
      title: 'Fix 3',
      author: 'cherry[bot]',
    });
    expect(broughtBy(open, elsewhere)?.number).toBe(2);
    expect(broughtBy(open)).toBeUndefined();
  });

  test('may be of somebody who is gone', () => {
    expect(broughtBy(pull(5, { author: null }))?.author).toBe('ghost');
  });
});
