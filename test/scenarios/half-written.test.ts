// Scenario: one write of a run fails; what the others said of it is no lie, and the next run says nothing twice.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf, repository } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const PATCH = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
const WITH_ISSUES = { section: 'tasks: all' };

let github: EmbeddedGitHub;

async function start(): Promise<void> {
  github = await startTestGitHub({ seed: smallSeed(WITH_ISSUES) });
}

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

/** The next write of the body of the tracking issue is refused. */
function refuseBody(): void {
  github.fault({
    kind: 'error-before',
    status: 422,
    times: 1,
    match: ({ operation, path, body }) =>
      operation === PATCH &&
      path.endsWith('/issues/1') &&
      typeof (body as { body?: unknown }).body === 'string',
  });
}

test('a box that a command could not tick is ticked by the next run, and its issue stays closed', async () => {
  await start();
  await runAction(github, NOW);
  const notes = repository(github).issues.find(({ title }) => title === 'Write the notes')?.number ?? 0;
  await github.as('bob').comment(1, '/release done notes');
  refuseBody();
  await runAction(github, NOW);
  await runAction(github, NOW);
  await runAction(github, NOW);
  expect(issue(github, 1).body).toMatch(/- \[x\] .*Write the notes/);
  expect(issue(github, notes)).toMatchObject({ state: 'closed', stateReason: 'completed' });
  const replies = issue(github, 1).comments.filter(({ body }) => body.includes('/reply -->'));
  expect(replies.length).toBeLessThanOrEqual(1);
});

test('a date that moved is told once, although another write of that run failed', async () => {
  await start();
  await runAction(github, NOW);
  await github
    .as('alice')
    .putFile('.github/relcomms.yml', smallConfig(WITH_ISSUES).replace('2020-01-21', '2020-01-22'));
  refuseBody();
  await runAction(github, NOW);
  await runAction(github, NOW);
  expect(
    issue(github, 1).comments.filter(({ body }) => body.includes('/moved/') && !body.includes('/ledger -->')),
  ).toHaveLength(1);
  expect(ledgersOf(github, 1)[0]?.body.match(/relcomms:entry v2\.0\.0\/moved\//g)).toHaveLength(1);
});

test('a label that could not be created is not made by the issue that gets it, in grey', async () => {
  await start();
  github.fault({
    kind: 'error-before',
    status: 404,
    times: 1,
    match: ({ operation, body }) =>
      operation === 'POST /repos/{owner}/{repo}/labels' && (body as { name?: string }).name === 'release',
  });
  await runAction(github, NOW);
  await runAction(github, NOW);
  const label = repository(github).labels.find(({ name }) => name === 'release');
  expect(label?.color).not.toBe('ededed');
  expect(label?.description).not.toBeNull();
  expect(issue(github, 1).labels).toContain('release');
});
