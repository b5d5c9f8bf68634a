// What the embedded GitHub delivers to the App, and when it stays silent.
import type { EmbeddedGitHub } from '../../src/index.ts';
import { installationToken } from '../support/app-token.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { type ReceivedEvent, type WebhookInbox, openInbox } from '../support/webhook-inbox.ts';

let github: EmbeddedGitHub;
let inbox: WebhookInbox;

beforeAll(async () => {
  github = await startTestGitHub();
  inbox = await openInbox(github.app.webhookSecret);
});

beforeEach(async () => {
  await github.reset();
  github.setWebhookUrl(inbox.url);
  inbox.events.length = 0;
});

afterEach(() => expectNoViolations(github));

afterAll(async () => {
  await github.close();
  await inbox.close();
});

/** What has arrived since the last look, by name and in any order: GitHub promises none. */
async function arrivals(): Promise<ReceivedEvent[]> {
  await github.settled();
  return inbox.events.splice(0).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function names(): Promise<string[]> {
  return (await arrivals()).map((event) => event.name);
}

test('a delivery is signed and says where, who and for which installation', async () => {
  await github.as('alice').openIssue({ title: 'Release' });
  const [event] = await arrivals();
  expect(event).toMatchObject({
    name: 'issues.opened',
    genuine: true,
    payload: {
      issue: { number: 1, user: { login: 'alice' } },
      repository: { full_name: 'acme/demo', owner: { login: 'acme' } },
      organization: { login: 'acme' },
      sender: { login: 'alice', type: 'User' },
      installation: { id: github.app.installationId },
    },
  });
  expect(event?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('labels and assignees of a new issue have their own events', async () => {
  await github.as('alice').openIssue({ title: 'Release', labels: ['a', 'b'], assignees: ['bob'] });
  expect(await names()).toEqual([
    'issues.assigned',
    'issues.labeled',
    'issues.labeled',
    'issues.opened',
    'label.created',
    'label.created',
  ]);
});

test('an edit names only what changed, and its former text', async () => {
  const bob = github.as('bob');
  const issue = await bob.openIssue({ title: 'Release', body: 'one' });
  await arrivals();
  await bob.request('PATCH', `/repos/acme/demo/issues/${issue}`, { title: 'Release', body: 'two' });
  const [edited] = await arrivals();
  expect(edited?.payload['changes']).toEqual({ body: { from: 'one' } });
  await bob.request('PATCH', `/repos/acme/demo/issues/${issue}`, { title: 'Other', body: 'two' });
  const [retitled] = await arrivals();
  expect(retitled?.payload['changes']).toEqual({ title: { from: 'Release' } });
});

test('what changes nothing causes nothing', async () => {
  const bob = github.as('bob');
  const issue = await bob.openIssue({ title: 'Release', body: 'one', labels: ['a'] });
  const comment = await bob.comment(issue, 'hi');
  const before = github.state();
  await arrivals();
  await bob.request('PATCH', `/repos/acme/demo/issues/${issue}`, {
    title: 'Release',
    body: 'one',
    state: 'open',
    labels: ['a'],
  });
  await bob.editComment(comment, 'hi');
  await bob.label(issue, 'a');
  expect(await names()).toEqual([]);
  expect(github.state()).toEqual(before);
});

test('comments, labels, states, locks and milestones have their events', async () => {
  const bob = github.as('bob');
  const issue = await bob.openIssue({ title: 'Release' });
  const comment = await bob.comment(issue, 'hi');
  await bob.editComment(comment, 'ho');
  await bob.request('DELETE', `/repos/acme/demo/issues/comments/${comment}`);
  expect(await names()).toEqual([
    'issue_comment.created',
    'issue_comment.deleted',
    'issue_comment.edited',
    'issues.opened',
  ]);
  await bob.label(issue, 'a');
  await bob.unlabel(issue, 'a');
  await bob.close(issue);
  await bob.reopen(issue);
  await bob.lock(issue);
  expect(await names()).toEqual([
    'issues.closed',
    'issues.labeled',
    'issues.locked',
    'issues.reopened',
    'issues.unlabeled',
    'label.created',
  ]);
  await bob.request('POST', '/repos/acme/demo/milestones', { title: '1.0' });
  await bob.request('PATCH', '/repos/acme/demo/milestones/1', { due_on: '2026-11-24T00:00:00Z' });
  await bob.request('PATCH', `/repos/acme/demo/issues/${issue}`, { milestone: 1 });
  await bob.request('PATCH', '/repos/acme/demo/milestones/1', { state: 'closed' });
  await bob.request('DELETE', '/repos/acme/demo/milestones/1');
  expect(await names()).toEqual([
    'issues.demilestoned',
    'issues.milestoned',
    'milestone.closed',
    'milestone.created',
    'milestone.deleted',
    'milestone.edited',
  ]);
  await github.as('alice').deleteIssue(issue);
  expect(await names()).toEqual(['issues.deleted']);
});

test('pins and sub-issues have their events', async () => {
  const alice = github.as('alice');
  await alice.openIssue({ title: 'Parent' });
  await alice.openIssue({ title: 'Child' });
  const { json } = await alice.request('GET', '/repos/acme/demo/issues/2');
  const { id, node_id: issueId } = json as { id: number; node_id: string };
  await arrivals();
  await alice.graphql('mutation($issueId: ID!) { pinIssue(input: { issueId: $issueId }) { issue { id } } }', {
    issueId,
  });
  await alice.graphql(
    'mutation($issueId: ID!) { unpinIssue(input: { issueId: $issueId }) { issue { id } } }',
    { issueId },
  );
  await alice.request('POST', '/repos/acme/demo/issues/1/sub_issues', { sub_issue_id: id });
  expect(await names()).toEqual([
    'issues.pinned',
    'issues.unpinned',
    'sub_issues.parent_issue_added',
    'sub_issues.sub_issue_added',
  ]);
});

test('a push tells which paths came, changed and went', async () => {
  const alice = github.as('alice');
  await alice.putFile('.github/relcomms.yml', 'a: 1\n');
  await alice.putFile('.github/relcomms.yml', 'a: 2\n');
  const [added, modified] = (await arrivals()).map((event) => event.payload);
  expect([added, modified]).toMatchObject([{ ref: 'refs/heads/main' }, { ref: 'refs/heads/main' }]);
  const commits = [added, modified].flatMap((payload) => payload?.['commits']);
  expect(commits.map((commit) => (commit as { added: string[] }).added).flat()).toEqual([
    '.github/relcomms.yml',
  ]);
  expect(commits.map((commit) => (commit as { modified: string[] }).modified).flat()).toEqual([
    '.github/relcomms.yml',
  ]);
});

test('a pull request has events of its own, also for its comments', async () => {
  const pull = await github.as('dave').openPull({ title: 'Fix', head: 'fix' });
  await github.as('bob').label(pull, 'a');
  await github.as('bob').comment(pull, 'hi');
  await github.as('bob').review(pull, 'APPROVE');
  await github.as('bob').close(pull);
  const events = await arrivals();
  expect(events.map((event) => event.name)).toEqual([
    'issue_comment.created',
    'label.created',
    'pull_request.closed',
    'pull_request.labeled',
    'pull_request.opened',
    'pull_request_review.submitted',
  ]);
  expect(events[0]?.payload['issue']).toMatchObject({ number: pull, pull_request: {} });
  expect(events[4]?.payload['pull_request']).toMatchObject({
    number: pull,
    base: { ref: 'main' },
    user: { login: 'dave' },
  });
});

test('a check run tells the App of its creation and completion', async () => {
  const token = await installationToken(github);
  const send = (method: string, path: string, body: unknown): Promise<Response> =>
    fetch(`${github.url}/repos/acme/demo/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const branch = await github.as('alice').request('GET', '/repos/acme/demo/git/ref/heads/main');
  const { sha } = (branch.json as { object: { sha: string } }).object;
  const made = (await (await send('POST', 'check-runs', { name: 'config', head_sha: sha })).json()) as {
    id: number;
  };
  await send('PATCH', `check-runs/${made.id}`, { status: 'completed', conclusion: 'success' });
  expect(await names()).toEqual(['check_run.completed', 'check_run.created']);
});

test('a workflow tells of its jobs, of their suite and of its end; a status of its branches', async () => {
  const run = await github.runJobs({ branch: 'main', jobs: { build: 'in_progress', lint: 'success' } });
  expect(await names()).toEqual(['check_run.completed', 'check_run.created', 'workflow_run.requested']);
  await github.runJobs({ branch: 'main', run, jobs: { build: 'failure' } });
  const ended = await arrivals();
  expect(ended.map((event) => event.name)).toEqual([
    'check_run.completed',
    'check_suite.completed',
    'workflow_run.completed',
  ]);
  expect(ended[2]?.payload).toMatchObject({
    workflow: { name: 'CI' },
    workflow_run: { id: run, run_attempt: 1, conclusion: 'failure', head_branch: 'main' },
    sender: { login: 'github-actions[bot]' },
  });
  const { head_sha: sha } = (ended[1]?.payload ?? {})['check_suite'] as { head_sha: string };
  const body = { state: 'failure', context: 'tide' };
  await github.as('bob').request('POST', `/repos/acme/demo/statuses/${sha}`, body);
  const [status] = await arrivals();
  expect(status).toMatchObject({
    name: 'status',
    payload: { ...body, sha, branches: [{ name: 'main', commit: { sha } }] },
  });
});

test('without an address a delivery is lost, and can be sent again under its id', async () => {
  github.setWebhookUrl(undefined);
  await github.as('alice').openIssue({ title: 'Release' });
  expect(await names()).toEqual([]);
  const [lost] = github.deliveries;
  expect(lost).toMatchObject({ event: 'issues', action: 'opened', status: undefined });
  github.setWebhookUrl(inbox.url);
  void github.deliver(lost?.id ?? '');
  expect((await arrivals()).map((event) => event.id)).toEqual([lost?.id]);
  expect(lost?.status).toBe(200);
});
