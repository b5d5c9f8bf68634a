// Scenario: a freeze with two exceptions, one accepted and one refused; and the end that opens all.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue, ledgersOf, openTrackingIssues } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice], docs: [bob] }
milestones:
  code-freeze: { on: release - 1 week, title: Code freeze }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30, branch: release-1.10 }]
tracking-issue: { tasks: none }
freeze: { allow: [kind/bug], label: freeze-exception, exceptions: docs }
`;

const SEED = {
  owner: 'acme',
  repo: 'demo',
  people: [
    { login: 'alice', permission: 'admin' as const },
    { login: 'bob', permission: 'read' as const },
    { login: 'carol', permission: 'write' as const },
  ],
  labels: ['kind/bug'],
  branches: { one: { 'one.txt': '1' }, two: { 'two.txt': '2' }, three: { 'three.txt': '3' } },
  files: { '.github/relcomms.yml': CONFIG },
  app: { webhookSecret: 'freeze' },
};

interface Rollup {
  readonly state: string;
  readonly description: string;
}

/** What GitHub shows of a pull request's newest commit. */
async function statusOf(github: EmbeddedGitHub, pull: number): Promise<string> {
  const query = `{ repository(owner: "acme", name: "demo") { pullRequest(number: ${pull}) { commits(last: 1) { nodes { commit {
    status { context(name: "relcomms/freeze") { state description } } } } } } } }`;
  const response = await fetch(`${github.url}/api/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${github.token('alice')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: {
      repository: {
        pullRequest: { commits: { nodes: { commit: { status: { context: Rollup } | null } }[] } };
      };
    };
  };
  const found = data.repository.pullRequest.commits.nodes[0]?.commit.status?.context;
  return found === undefined ? 'none' : `${found.state}: ${found.description}`;
}

test('asked, accepted and refused where the freeze holds; nothing is written twice, and the release opens all', async () => {
  let clock = instant('2020-01-22T09:00:00Z');
  const github = await startTestGitHub({ seed: SEED, now: () => clock });
  const run = (now: string) => {
    clock = instant(now);
    return runAction(github, clock);
  };
  const statuses = async (...pulls: number[]) =>
    (await Promise.all(pulls.map((pull) => statusOf(github, pull)))).map((text) => text.split(':')[0]);
  const early = await github.as('carol').openPull({ title: 'Before', head: 'three' });
  await run('2020-01-22T09:00:00Z');
  expect(await statuses(early)).toEqual(['none']);
  const tracking = openTrackingIssues(github)[0]?.number ?? 0;
  clock = instant('2020-01-24T09:00:00Z');
  const one = await github.as('carol').openPull({ title: 'Loses data', head: 'one' });
  const two = await github.as('carol').openPull({ title: 'Nice to have', head: 'two' });
  await run('2020-01-24T10:00:00Z');
  expect(await statuses(early, one, two)).toEqual(['FAILURE', 'FAILURE', 'FAILURE']);
  expect([early, one, two].map((pull) => issue(github, pull).comments.length)).toEqual([0, 1, 1]);
  expect(await statusOf(github, one)).toContain('Frozen until 1.10.0 is out (due Thu 30 Jan)');
  await github.as('carol').comment(one, '/release exception because it loses data');
  await github.as('carol').comment(tracking, `/release exception #${two} because it is nice`);
  await github.as('carol').comment(tracking, `/release exception accept #${two}`);
  await run('2020-01-24T11:00:00Z');
  expect(await statuses(one, two)).toEqual(['PENDING', 'PENDING']);
  expect(
    issue(github, tracking).comments.filter(({ body }) => body.includes('@bob: 2 freeze exceptions wait')),
  ).toHaveLength(1);
  await github.as('bob').comment(tracking, `/release exception accept #${one} because it is safe`);
  await github.as('bob').comment(two, '/release exception refuse because it can wait');
  await run('2020-01-24T12:00:00Z');
  expect(await statuses(early, one, two)).toEqual(['FAILURE', 'SUCCESS', 'FAILURE']);
  expect(issue(github, one).labels).toEqual(['freeze-exception']);
  const { body } = issue(github, tracking);
  expect(body).toContain('<details><summary>Freeze exceptions: 1 accepted, 1 refused</summary>');
  expect(body).toContain(`#${one} **accepted**`);
  expect(body).toContain('bob refused the freeze exception for');
  expect(ledgersOf(github, tracking)[0]?.body).toContain('carol asked for a freeze exception for');
  const before = github.journal.length;
  await run('2020-01-24T14:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
  expect(github.journal.slice(before).filter(({ byHand }) => !byHand)).toHaveLength(3);
  await run('2020-02-03T10:00:00Z');
  expect(await statuses(early, one, two)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
  expectNoViolations(github);
  await github.close();
});
