// A walk over the embedded GitHub that causes a webhook of every kind that it delivers.
import { EVENTS as ALL } from '../../src/events.ts';
import type { EmbeddedGitHub, Person } from '../../src/index.ts';
import { installationToken } from '../support/app-token.ts';

/** Those that the walk causes: a branch is neither made nor deleted in it. */
export const EVENTS = ALL.filter((name) => name !== 'create' && name !== 'delete');

const REPO = '/repos/acme/demo';

/** With the people of the default seed. */
export async function causeEverything(github: EmbeddedGitHub): Promise<void> {
  const alice = github.as('alice');
  const bob = github.as('bob');
  await milestonesAndLabels(alice);
  await issues(alice, bob);
  await subIssues(alice);
  await pulls(github, alice, bob);
  await checks(github);
  await alice.request('POST', `${REPO}/releases`, { tag_name: 'v1.0.0', name: 'One', body: 'The first.' });
  await deployments(bob);
}

async function deployments(bob: Person): Promise<void> {
  const made = await bob.request('POST', `${REPO}/deployments`, { ref: 'main', environment: 'staging' });
  const { id } = made.json as { id: number };
  const status = { state: 'success', environment_url: 'https://staging.example.com' };
  await bob.request('POST', `${REPO}/deployments/${id}/statuses`, status);
}

async function milestonesAndLabels(alice: Person): Promise<void> {
  await alice.request('POST', `${REPO}/milestones`, { title: '1.0', description: 'The first' });
  await alice.request('PATCH', `${REPO}/milestones/1`, { due_on: '2026-11-24T00:00:00Z' });
  await alice.request('POST', `${REPO}/milestones`, { title: '2.0' });
  await alice.request('PATCH', `${REPO}/milestones/2`, { state: 'closed' });
  await alice.request('PATCH', `${REPO}/milestones/2`, { state: 'open' });
  await alice.request('DELETE', `${REPO}/milestones/2`);
  await alice.request('POST', `${REPO}/labels`, { name: 'bug', description: 'It breaks' });
  await alice.request('PATCH', `${REPO}/labels/bug`, { color: 'd73a4a' });
  await alice.request('POST', `${REPO}/labels`, { name: 'old' });
  await alice.request('DELETE', `${REPO}/labels/old`);
}

async function issues(alice: Person, bob: Person): Promise<void> {
  const issue = await bob.openIssue({ title: 'It breaks', body: 'On Mondays.', labels: ['bug'] });
  await bob.assign(issue, 'carol');
  await bob.request('DELETE', `${REPO}/issues/${issue}/assignees`, { assignees: ['carol'] });
  await bob.assign(issue, 'carol');
  await bob.editBody(issue, (body) => `${body}\nAnd on Tuesdays.`);
  await bob.request('PATCH', `${REPO}/issues/${issue}`, { title: 'It breaks often' });
  await bob.setMilestone(issue, '1.0');
  const comment = await bob.comment(issue, 'I look into it.');
  await bob.editComment(comment, 'I have looked into it.');
  await bob.request('DELETE', `${REPO}/issues/comments/${comment}`);
  await bob.unlabel(issue, 'bug');
  await bob.close(issue);
  await bob.reopen(issue);
  await bob.setMilestone(issue, undefined);
  await alice.lock(issue);
  await alice.request('DELETE', `${REPO}/issues/${issue}/lock`);
  const { node_id: issueId } = (await alice.request('GET', `${REPO}/issues/${issue}`)).json as {
    node_id: string;
  };
  for (const pin of ['pinIssue', 'unpinIssue'])
    // oxlint-disable-next-line no-await-in-loop -- a pin before it is taken away
    await alice.graphql(
      `mutation($issueId: ID!) { ${pin}(input: { issueId: $issueId }) { clientMutationId } }`,
      {
        issueId,
      },
    );
  await alice.deleteIssue(issue);
}

async function subIssues(alice: Person): Promise<void> {
  const parent = await alice.openIssue({ title: 'Parent' });
  const child = await alice.openIssue({ title: 'Child' });
  const { id } = (await alice.request('GET', `${REPO}/issues/${child}`)).json as { id: number };
  await alice.request('POST', `${REPO}/issues/${parent}/sub_issues`, { sub_issue_id: id });
  await alice.request('DELETE', `${REPO}/issues/${parent}/sub_issue`, { sub_issue_id: id });
}

async function pulls(github: EmbeddedGitHub, alice: Person, bob: Person): Promise<void> {
  await bob.pushBranch('fix', { 'fix.md': 'Fixed\n' }, 'Fix it');
  const pull = await bob.openPull({ title: 'Fix it', head: 'fix', body: 'As told.' });
  await bob.label(pull, 'bug');
  await bob.unlabel(pull, 'bug');
  await bob.assign(pull, 'carol');
  await bob.setMilestone(pull, '1.0');
  await bob.editBody(pull, (body) => `${body} And more.`);
  await bob.requestReview(pull, 'carol');
  await bob.requestTeams(pull, 'api');
  await bob.setDraft(pull, true);
  await bob.setDraft(pull, false);
  const review = await github.as('carol').review(pull, 'REQUEST_CHANGES', 'Not yet.');
  await alice.dismissReview(pull, review, 'It is fine.');
  await github.as('carol').review(pull, 'APPROVE');
  await bob.comment(pull, 'Thank you.');
  await bob.putFile('fix.md', 'Fixed again\n', 'Fix it again', 'fix');
  await bob.close(pull);
  await bob.reopen(pull);
  await bob.merge(pull);
}

async function checks(github: EmbeddedGitHub): Promise<void> {
  const run = await github.runJobs({ branch: 'main', jobs: { build: 'in_progress' } });
  await github.runJobs({ branch: 'main', run, jobs: { build: 'failure' } });
  const { json } = await github.as('alice').request('GET', `${REPO}/git/ref/heads/main`);
  const { sha } = (json as { object: { sha: string } }).object;
  const text = { state: 'success', context: 'site', description: 'Built', target_url: 'https://example.com' };
  await github.as('bob').request('POST', `${REPO}/statuses/${sha}`, text);
  const headers = { authorization: `Bearer ${await installationToken(github)}` };
  await fetch(`${github.url}${REPO}/check-runs`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'config', head_sha: sha, output: { title: 'Fine', summary: 'All of it.' } }),
  });
}
