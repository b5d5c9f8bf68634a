// Scenario: tests fail on two branches of a train; each line has issues of its own, in the one tracking issue.
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import type { TestReport } from '../../src/domain/test-results.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { report } from '../duties/failing-tests/judge/branch.ts';
import { CI_SEED } from '../support/ci-seed.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, instant, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const CONFIG = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
milestones: { code-freeze: release - 8 days }
teams:
  api: { github: acme/api, tests: ['^api/'], lead: carol }
tracking-issue: { tasks: none }
report:
failing-tests:
releases:
  - version: patches-2020-01
    together: ['1.17.5', '1.16.12', '1.15.19']
    release: 2020-01-28
    branch: release-{minor}
`;

const SEED: GitHubSeed = {
  ...CI_SEED,
  files: { '.github/relcomms.yml': CONFIG },
  // The branch of the third line does not exist.
  branches: { 'release-1.17': {}, 'release-1.16': {} },
};

/** Results of commits `from` and the next ones, a day each. */
function results(branch: string, from: number, ...all: readonly string[]) {
  return all.map((letter, index): { readonly branch: string; readonly report: TestReport } => ({
    branch,
    report: {
      ...report(from + index, { lists: letter, steady: 'p' }),
      at: instant(`2020-01-${String(7 + index).padStart(2, '0')}T08:00:00Z`),
    },
  }));
}

let github: EmbeddedGitHub;

beforeEach(async () => {
  github = await startTestGitHub({ seed: SEED });
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

test('a line that fails has its own issue, and is named in the section and the report; the other stays green', async () => {
  const look = async (now: string, seventeen: readonly string[], sixteen: readonly string[]) => {
    const reports = [
      ...results('release-1.17', 1, ...seventeen),
      ...results('release-1.16', 101, ...sixteen),
    ];
    const run = await reconcile({ github: clientOf(github), now: instant(`${now}T12:00:00Z`), reports });
    if (run.kind !== 'applied' || run.plan.unknown.length > 0) throw new Error(JSON.stringify(run));
    return run;
  };
  const files = () => repository(github).issues.filter(({ labels }) => labels.includes('failing-test'));
  await look('2020-01-08', ['p', 'f'], ['p', 'p']);
  const second = await look('2020-01-09', ['p', 'f', 'f'], ['p', 'p', 'p']);
  expect(files().map(({ title }) => title)).toEqual(['Failing tests in 1.17.5: api, since 0000002']);
  const body = () => issue(github, 1).body;
  expect(body()).toContain('### Failing tests in 1.17.5\n');
  expect(body()).not.toContain('### Failing tests in 1.16.12\n');
  expect(body()).toContain('1.17.5: #2 `api/lists`');
  expect(second.standing.filter(({ kind }) => kind === 'failing-test')).toMatchObject([
    { release: 'patches-2020-01', severity: 'red', milestone: 'code-freeze', team: 'api' },
  ]);
  // A missing branch is never green.
  expect(body()).toContain('the branch release-1.15 does not exist');

  // The other line fails, too, in the same test of the same team: an issue of its own.
  await look('2020-01-10', ['p', 'f', 'f'], ['p', 'p', 'p', 'f']);
  await look('2020-01-11', ['p', 'f', 'f'], ['p', 'p', 'p', 'f', 'f']);
  expect(files().map(({ title }) => title)).toEqual([
    'Failing tests in 1.17.5: api, since 0000002',
    'Failing tests in 1.16.12: api, since 0000068',
  ]);
  expect(body()).toContain('### Failing tests in 1.16.12\n');

  // An answer belongs to the issue on which it is given.
  await github.as('carol').comment(3, '/release eta 2020-01-20');
  await look('2020-01-11', ['p', 'f', 'f'], ['p', 'p', 'p', 'f', 'f']);
  expect(issue(github, 3).body).toContain('**Expected fix:** Mon 20 Jan 2020');
  expect(issue(github, 2).body).not.toContain('**Expected fix:**');

  // What the Action saw of each line is kept: the next run finds nothing to do.
  const before = github.journal.length;
  await look('2020-01-11', ['p', 'f', 'f'], ['p', 'p', 'p', 'f', 'f']);
  expect(writesSince(github, before)).toEqual([]);

  // One line is mended; the issue of the other stays open.
  const mended = ['p', 'f', 'f', 'p', 'p', 'p'];
  await look('2020-01-13', mended, ['p', 'p', 'p', 'f', 'f']);
  expect([2, 3].map((number) => issue(github, number).state)).toEqual(['closed', 'open']);

  // The cycle ends: what is left is handed to its owners.
  await look('2020-02-10', [], []);
  expect(issue(github, 3).state).toBe('closed');
});
