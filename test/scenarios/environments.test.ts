// Scenario: the gate of a candidate over HTTP: pending, lead time, confirmations, a slip, a dead environment, an override.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { type TestChannels, testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue, ledgersOf, openTrackingIssues } from '../support/tracking.ts';

/** RC1 is on Thu 16 Jan 2020; three working days before is Mon 13 Jan. */
const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice], qa: [bob] }
teams:
  api: { github: acme/api, lead: carol, slack: '#team-api' }
  web: { github: acme/web, lead: dave, slack: '#team-web' }
audiences: { everybody: { slack: ['#releases'], teams: yes } }
milestones:
  rc1: { on: release - 2 weeks, title: Release candidate 1 }
  rc2: { on: release - 1 week, title: Release candidate 2 }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30, branch: release-1.10 }]
tracking-issue: { tasks: none }
slack: { dates: [everybody], environment: 'https://always.example.org' }
environments:
  override: qa
  named:
    first: { for: rc1, access: 'https://wiki.example.org/access', audiences: [everybody], expires: 3 days }
    second: { for: rc2, deployment: staging, teams: [api] }
`;

const SEED = {
  owner: 'acme',
  repo: 'demo',
  people: [
    { login: 'alice', permission: 'admin' as const },
    ...['bob', 'carol', 'dave'].map((login) => ({ login, permission: 'write' as const })),
  ],
  labels: ['release-candidate'],
  branches: { 'release-1.10': {}, one: { 'one.txt': '1' }, two: { 'two.txt': '2' } },
  files: { '.github/relcomms.yml': CONFIG },
  app: { webhookSecret: 'environments' },
};

interface Check {
  readonly status: string;
  readonly conclusion: string | null;
  readonly output: { readonly title: string; readonly summary: string };
}

/** The newest check of the candidate. */
async function checkOf(github: EmbeddedGitHub, pull: number): Promise<Check> {
  const alice = github.as('alice');
  const { json: found } = await alice.request('GET', `/repos/acme/demo/pulls/${pull}`);
  const { sha } = (found as { head: { sha: string } }).head;
  const query = `check_name=${encodeURIComponent('relcomms candidate')}`;
  const { json } = await alice.request('GET', `/repos/acme/demo/commits/${sha}/check-runs?${query}`);
  const [check] = (json as { check_runs: Check[] }).check_runs;
  if (check === undefined) throw new Error(`#${pull} has no check`);
  return check;
}

let github: EmbeddedGitHub;
let channels: TestChannels;
let clock = instant('2020-01-07T09:00:00Z');

beforeEach(async () => {
  clock = instant('2020-01-07T09:00:00Z');
  channels = testChannels();
  github = await startTestGitHub({ seed: SEED, now: () => clock });
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

async function run(now: string): Promise<void> {
  clock = instant(now);
  const made = await runAction(github, clock, (scope) => reconcile({ ...scope, channels: channels.run() }));
  if (made.kind !== 'applied') throw new Error(made.kind);
  expect(made.applied.filter(({ outcome }) => outcome !== 'done' && outcome !== 'already')).toEqual([]);
}

async function openCandidate(head: string): Promise<number> {
  const pull = await github
    .as('alice')
    .openPull({ title: 'Merge the candidate', head, base: 'release-1.10' });
  await github.as('alice').label(pull, 'release-candidate');
  return pull;
}

function said(place: string): string[] {
  return channels.sent.filter((message) => message.place === place).map(({ title }) => title);
}

// Carries Y5, Y6, Y7.
test('pending until it is ready, the lead time is over and teams confirmed; a slip moves it; gone once, merged, taken down', async () => {
  const pull = await openCandidate('one');
  await run('2020-01-07T09:00:00Z');
  const tracking = openTrackingIssues(github)[0]?.number ?? 0;
  const comment = (login: string, body: string) => github.as(login).comment(tracking, body);
  const comments = (words: string) =>
    issue(github, tracking).comments.filter(({ body }) => body.includes(words)).length;
  expect(await checkOf(github, pull)).toMatchObject({
    status: 'in_progress',
    output: { title: 'Release candidate 1 waits for its test environment' },
  });
  expect((await checkOf(github, pull)).output.summary).toContain('first is not ready.');
  expect(issue(github, tracking).body).toContain('first: to be ready by Mon 13 Jan 2020');
  const told = [...channels.sent, ...channels.updates].map(({ words }) => words).join('\n');
  expect(told).not.toContain('test environment');
  const before = github.journal.length;
  await run('2020-01-07T10:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
  expect(github.journal.slice(before).filter(({ byHand }) => !byHand)).toHaveLength(3);

  clock = instant('2020-01-09T08:00:00Z');
  await github.as('alice').putFile('.github/relcomms.yml', CONFIG.replace('release - 2 weeks', '2020-01-20'));
  await comment('bob', '/release environment ready https://rc1.example.org/?token=s3cr3t');
  await comment('bob', '/release environment ready https://rc1.example.org');
  await run('2020-01-09T09:00:00Z');
  expect(issue(github, tracking).body).toContain('first: ready at [rc1.example.org]');
  expect(issue(github, tracking).body).toContain('until Thu 23 Jan 2020');
  expect(await checkOf(github, pull)).toMatchObject({
    status: 'in_progress',
    output: { title: 'Release candidate 1 may be merged on Tue 14 Jan 2020 at the earliest' },
  });
  expect(comments('can your team test?')).toBe(1);
  expect(comments('This looks as if it held a password')).toBe(1);
  for (const place of ['#releases', '#team-api', '#team-web'])
    expect(said(place)).toContain('1.10.0: Release candidate 1 can be tested');

  await comment('carol', '/release can-test');
  const asked = channels.sent.findIndex(
    ({ place, title }) => place === '#team-web' && title.includes('tested'),
  );
  channels.reactions.set(String(asked + 1), [{ name: 'white_check_mark', users: ['U1'] }]);
  await run('2020-01-10T09:00:00Z');
  expect((await checkOf(github, pull)).output.summary).not.toContain('has not confirmed');
  expect(ledgersOf(github, tracking)[0]?.body).toContain('acme/web confirmed with a reaction on Slack');
  await run('2020-01-14T09:00:00Z');
  expect(await checkOf(github, pull)).toMatchObject({
    status: 'completed',
    conclusion: 'success',
    output: { title: 'Release candidate 1 may be merged' },
  });

  channels.down.add('https://rc1.example.org');
  await run('2020-01-15T09:00:00Z');
  expect(comments('Once it is back')).toBe(0);
  await run('2020-01-15T10:00:00Z');
  await run('2020-01-15T11:00:00Z');
  expect(comments('has not answered since Wed 15 Jan 2020, 09:00 UTC: ')).toBe(1);
  expect((await checkOf(github, pull)).conclusion).toBe('success');
  await github.as('alice').merge(pull);
  channels.down.clear();
  await comment('alice', '/release environment ready https://rc1.example.org first');
  await run('2020-01-16T09:00:00Z');
  await run('2020-01-24T09:00:00Z');
  expect(comments('Take it down')).toBe(1);
  await comment('alice', '/release environment down first');
  await run('2020-01-24T10:00:00Z');
  expect(issue(github, tracking).body).toContain('first: taken down on Fri 24 Jan 2020');
});

test('a deployment makes it ready; a role allows the merge before all is there, and the reason is kept', async () => {
  clock = instant('2020-01-17T08:00:00Z');
  const pull = await openCandidate('two');
  const alice = github.as('alice');
  await alice.request('PATCH', `/repos/acme/demo/pulls/${pull}`, { title: 'Release 1.10.0-rc.2' });
  const deployments = '/repos/acme/demo/deployments';
  const { json } = await alice.request('POST', deployments, { ref: 'main', environment: 'staging' });
  const statuses = `${deployments}/${(json as { id: number }).id}/statuses`;
  await alice.request('POST', statuses, { state: 'success', environment_url: 'https://rc2.example.org' });
  await run('2020-01-17T09:00:00Z');
  const tracking = openTrackingIssues(github)[0]?.number ?? 0;
  const { output } = await checkOf(github, pull);
  expect(output.title).toBe('Release candidate 2 may be merged on Wed 22 Jan 2020 at the earliest');
  expect(output.summary).toContain('acme/api has not confirmed');
  expect(issue(github, tracking).body).toContain('second: ready at [rc2.example.org]');
  await github.as('carol').comment(tracking, '/release allow-merge rc2 because I say so');
  await github.as('bob').comment(tracking, '/release allow-merge rc2');
  await run('2020-01-17T10:00:00Z');
  expect((await checkOf(github, pull)).status).toBe('in_progress');
  await github.as('bob').comment(tracking, '/release allow-merge rc2 because it was tested by hand');
  await run('2020-01-17T11:00:00Z');
  const allowed = await checkOf(github, pull);
  expect(allowed).toMatchObject({
    conclusion: 'success',
    output: { title: 'Release candidate 2 may be merged: bob allowed it' },
  });
  expect(allowed.output.summary).toContain('it was tested by hand');
  expect(ledgersOf(github, tracking)[0]?.body).toContain(
    'bob allowed to merge Release candidate 2: it was tested',
  );
});
