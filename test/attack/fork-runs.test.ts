// A pull request whose head is the tip of a release branch brings its runs along: none of them is the branch's.
import { day } from '../../src/domain/day.ts';
import { observe } from '../../src/github/observe.ts';
import { ownSuites } from '../../src/github/facts/branch-tests/own-suites.ts';
import type { RawSuite } from '../../src/github/facts/branch-tests/raw-checks.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { clientOf } from '../support/runs.ts';

const BRANCH = 'release-1.18';
const NOW = Date.parse('2020-03-02T08:00:00Z');

let github: EmbeddedGitHub;

beforeAll(async () => {
  const seed = { ...defaultSeed, branches: { [BRANCH]: {} } };
  github = await startTestGitHub({ seed, now: () => NOW });
});
afterAll(() => github.close());

async function look() {
  const client = clientOf(github);
  const asked = { branches: [BRANCH], artifacts: ['junit*'] };
  const { branchTests } = await observe(
    client,
    { branchTests: asked },
    {
      accounts: ['relcomms[bot]'],
      since: day('2020-01-01'),
      now: NOW as Parameters<typeof observe>[2]['now'],
      readArtifact: async (zip) => ({
        tests: [{ suite: 'api', name: Buffer.from(zip).toString(), result: 'failed' }],
        unread: [],
      }),
    },
  );
  if (!branchTests.known) throw new Error(branchTests.why);
  const [tests] = branchTests.value;
  return {
    jobs: tests?.jobs.map(({ job, result }) => `${job} ${result}`),
    tests: tests?.reports.flatMap((report) => report.tests.map(({ name }) => name)),
    unread: tests?.unread,
    reads: client.counts.reads,
  };
}

const evil = { junit: Buffer.from('evil') };

test('nothing of a pull request from a fork counts, nor of other events and branches; pushes do', async () => {
  await github.runJobs({
    branch: BRANCH,
    jobs: { api: 'success' },
    artifacts: { junit: Buffer.from('own') },
  });
  const dave = github.as('dave');
  await dave.branch('forks/dave/nice', BRANCH);
  await github.as('bob').branch('topic', BRANCH);
  const runs: [event: string, branch: string][] = [
    ['pull_request', 'forks/dave/nice'],
    ['pull_request_target', 'forks/dave/nice'],
    ['pull_request', 'topic'],
    ['workflow_run', BRANCH],
    ['push', 'topic'],
    ['schedule', 'main'],
  ];
  for (const [index, [event, branch]] of runs.entries())
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await github.runJobs({
      branch,
      event,
      workflow: index === 0 ? 'CI' : `Evil ${index}`,
      jobs: { [`evil-${index}`]: 'failure', api: 'failure' },
      artifacts: evil,
    });
  expect(await look()).toEqual({ jobs: ['api passed'], tests: ['own'], unread: [], reads: 4 });
  expectNoViolations(github);
});

test('a flood of them hides nothing of the branch, and what a service reports counts by its commit', async () => {
  for (let turn = 0; turn < 30; turn++)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await github.runJobs({ branch: 'forks/dave/nice', event: 'pull_request', jobs: { evil: 'failure' } });
  await github.runJobs({
    branch: BRANCH,
    event: 'workflow_dispatch',
    workflow: 'Soak',
    jobs: { soak: 'failure' },
  });
  expect(await look()).toMatchObject({ jobs: ['api passed', 'soak failed'], tests: ['own'], unread: [] });
  expectNoViolations(github);
});

const suite = (event: string | undefined, branch: string | null): RawSuite => ({
  id: `${event} ${branch}`,
  status: 'COMPLETED',
  conclusion: 'FAILURE',
  createdAt: '2020-03-02T07:59:00Z',
  updatedAt: '2020-03-02T07:59:00Z',
  app: null,
  branch: branch === null ? null : { name: branch },
  workflowRun:
    event === undefined
      ? null
      : { databaseId: 1, runNumber: 1, event, url: '', workflow: { databaseId: 1, name: 'CI' } },
  checkRuns: null,
});

test.each([
  [undefined, null, true],
  [undefined, 'topic', true],
  ['push', BRANCH, true],
  ['schedule', BRANCH, true],
  ['workflow_dispatch', BRANCH, true],
  ['repository_dispatch', BRANCH, true],
  ['push', null, true],
  ['push', 'main', true],
  ['schedule', 'main', false],
  ['push', 'topic', false],
  ['workflow_run', BRANCH, false],
  ['merge_group', BRANCH, false],
  ['pull_request', BRANCH, false],
  ['pull_request', null, false],
  ['PUSH', BRANCH, false],
])('a run for %s on %s counts: %s', (event, branch, counts) => {
  const page = { pageInfo: { hasNextPage: true, endCursor: 'c' }, nodes: [suite(event, branch)] };
  const commit = {
    oid: 'a',
    committedDate: '',
    associatedPullRequests: null,
    status: null,
    checkSuites: page,
  };
  const [own] = ownSuites([commit], { branch: BRANCH, defaultBranch: 'main' });
  expect(own?.checkSuites?.nodes).toHaveLength(counts ? 1 : 0);
  expect(own?.checkSuites?.pageInfo).toBe(page.pageInfo);
});
