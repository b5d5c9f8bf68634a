// Every GraphQL field and mutation that the embedded GitHub claims, answered under GitHub's own schema.
import { TypeInfo, parse, visit, visitWithTypeInfo } from 'graphql';
import { coveredFields, coveredMutations } from '../../src/index.ts';
import { githubSchema } from '../../src/graphql/schema.ts';
import type { EmbeddedGitHub } from '../../src/index.ts';
import { installationToken } from '../support/app-token.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { type GraphqlClient, graphqlClient } from '../support/graphql-client.ts';
import {
  CHECKS_QUERY,
  DEPLOYMENTS_QUERY,
  DISCUSSIONS_QUERY,
  ISSUE_QUERY,
  ORGANIZATION_QUERY,
  PULLS_QUERY,
  REPOSITORY_QUERY,
} from './graphql-queries.ts';

let github: EmbeddedGitHub;
let app: GraphqlClient;
const used = new Set<string>();

beforeAll(async () => {
  const rules = { main: { requiredReviews: 1, requiredChecks: ['build'] } };
  github = await startTestGitHub({
    seed: { ...defaultSeed, rules, discussionCategories: ['General', 'Big News'] },
  });
  const token = await installationToken(github);
  app = graphqlClient(github, token, remember);
});

afterAll(() => github.close());

/** Notes each field of the query as `Type.field`. */
function remember(query: string): void {
  const info = new TypeInfo(githubSchema());
  const enter = {
    Field: () => void used.add(`${info.getParentType()?.name ?? ''}.${info.getFieldDef()?.name ?? ''}`),
  };
  visit(parse(query), visitWithTypeInfo(info, enter));
}

async function nodeId(number: number): Promise<string> {
  const { json } = await github.as('alice').request('GET', `/repos/acme/demo/issues/${number}`);
  return (json as { node_id: string }).node_id;
}

test('an issue shows its text, people, history and comments', async () => {
  const erin = github.as('erin');
  await erin.request('POST', '/repos/acme/demo/issues', {
    title: 'Release',
    body: 'one',
    labels: ['release'],
    assignees: ['bob'],
  });
  await github
    .as('bob')
    .request('POST', '/repos/acme/demo/milestones', { title: '1.0', due_on: '2026-11-24T12:00:00Z' });
  await github.as('bob').request('PATCH', '/repos/acme/demo/issues/1', { body: 'two', milestone: 1 });
  await github.as('bob').editBody(1, () => 'three');
  const comment = await github.as('dave').comment(1, 'hello');
  await github
    .as('bob')
    .request('POST', `/repos/acme/demo/issues/comments/${comment}/reactions`, { content: 'rocket' });
  const data = await app.query(ISSUE_QUERY, { number: 1 });
  expect(data).toMatchObject({
    viewer: { login: 'relcomms[bot]' },
    repository: {
      issue: {
        author: { __typename: 'User', login: 'erin' },
        editor: { login: 'bob' },
        labels: { nodes: [{ name: 'release' }] },
        milestone: { title: '1.0', dueOn: '2026-11-24T12:00:00Z' },
        userContentEdits: {
          totalCount: 3,
          nodes: [{ diff: 'three' }, { diff: 'two' }, { diff: 'one', editor: { login: 'erin' } }],
        },
        comments: {
          totalCount: 1,
          nodes: [{ author: { login: 'dave' }, reactions: { nodes: [{ content: 'ROCKET' }] } }],
        },
      },
    },
  });
});

test('a repository shows branch, file, labels, milestones, people, issues and pins', async () => {
  const data = await app.query(REPOSITORY_QUERY, {});
  expect(data).toMatchObject({
    repository: {
      nameWithOwner: 'acme/demo',
      defaultBranchRef: { name: 'main' },
      object: { text: '# demo\n', byteSize: 7, isBinary: false },
      missing: null,
      ref: {
        name: 'main',
        refUpdateRule: { requiredApprovingReviewCount: 1, requiredStatusCheckContexts: ['build'] },
      },
      noBranch: null,
      onBranch: { text: '# demo\n', isTruncated: false },
      noFile: null,
      assignableUsers: { nodes: [{ login: 'bob' }] },
      issues: { totalCount: 1, nodes: [{ number: 1 }] },
    },
  });
});

test('pull requests show branches, reviews, checks and what they lack', async () => {
  const number = await github.as('dave').openPull({ title: 'Fix', head: 'fix' });
  await github.as('bob').requestReview(number, 'carol');
  await github.as('bob').requestTeams(number, 'api');
  await github.as('github-actions[bot]').runCheck(number, 'build', 'success');
  await github.as('bob').setStatus(number, 'tide', 'pending');
  expect(await onlyPull()).toMatchObject({
    number,
    reviewDecision: 'REVIEW_REQUIRED',
    mergeable: 'MERGEABLE',
    mergeStateStatus: 'BLOCKED',
    author: { login: 'dave' },
    reviewRequests: {
      nodes: [
        { requestedReviewer: { __typename: 'User', login: 'carol' } },
        { requestedReviewer: { __typename: 'Team', combinedSlug: 'acme/api' } },
      ],
    },
  });
  await github.as('bob').review(number, 'APPROVE');
  const state = { id: expect.any(String) as string, state: 'PENDING' };
  const contexts = [
    { __typename: 'CheckRun', name: 'build', status: 'COMPLETED', conclusion: 'SUCCESS', isRequired: true },
    { __typename: 'StatusContext', context: 'tide', state: 'PENDING', isRequired: false },
  ];
  expect(await onlyPull()).toMatchObject({
    reviewDecision: 'APPROVED',
    mergeStateStatus: 'UNSTABLE',
    reviewRequests: { nodes: [{ requestedReviewer: { login: 'carol' } }] },
    latestOpinionatedReviews: {
      nodes: [{ author: { login: 'bob' }, onBehalfOf: { nodes: [{ combinedSlug: 'acme/api' }] } }],
    },
    commits: { nodes: [{ commit: { statusCheckRollup: { ...state, contexts: { nodes: contexts } } } }] },
  });
});

async function onlyPull(): Promise<unknown> {
  const { repository } = await app.query(PULLS_QUERY, {});
  const { nodes } = (repository as { pullRequests: { nodes: unknown[] } }).pullRequests;
  expect(nodes).toHaveLength(1);
  return nodes[0];
}

test('an organisation shows its teams to who may know', async () => {
  expect(await app.query(ORGANIZATION_QUERY, { login: 'acme' })).toMatchObject({
    organization: {
      login: 'acme',
      team0: {
        combinedSlug: 'acme/api',
        members: { pageInfo: { hasNextPage: false }, nodes: [{ login: 'bob' }, { login: 'carol' }] },
      },
      team1: null,
    },
  });
});

test('a pull request becomes a draft and ready again', async () => {
  const number = github.state()[0]?.issues.find((issue) => issue.pull)?.number;
  const read = await github.as('dave').request('GET', `/repos/acme/demo/pulls/${number}`);
  const { node_id: pullRequestId } = read.json as { node_id: string };
  const pull = 'pullRequest { number isDraft }';
  expect(await app.mutate('convertPullRequestToDraft', { pullRequestId }, pull)).toMatchObject({
    pullRequest: { number, isDraft: true },
  });
  expect(await app.mutate('markPullRequestReadyForReview', { pullRequestId }, pull)).toMatchObject({
    pullRequest: { number, isDraft: false },
  });
});

test('bots have no suffix as authors, but are filtered by it', async () => {
  const comment = await app.mutate(
    'addComment',
    { subjectId: await nodeId(1), body: 'from the App' },
    'commentEdge { node { id author { __typename login } } }',
  );
  expect(comment).toMatchObject({
    commentEdge: { node: { author: { __typename: 'Bot', login: 'relcomms' } } },
  });
  await fetch(`${github.url}/repos/acme/demo/issues`, {
    method: 'POST',
    headers: { authorization: `Bearer ${github.token('github-actions[bot]')}` },
    body: JSON.stringify({ title: 'By the Action' }),
  });
  const data = await app.query(
    'query($by: String) { repository(owner: "acme", name: "demo") { issues(first: 5, filterBy: { createdBy: $by }) { nodes { author { __typename login } } } } }',
    { by: 'github-actions[bot]' },
  );
  expect(data).toEqual({
    repository: { issues: { nodes: [{ author: { __typename: 'Bot', login: 'github-actions' } }] } },
  });
});

test('mutations change what they name', async () => {
  const issueId = await nodeId(1);
  const subjectId = await app.firstComment(1);
  const issue = 'issue { number isPinned title }';
  expect(await app.mutate('pinIssue', { issueId }, issue)).toMatchObject({ issue: { isPinned: true } });
  expect(await app.mutate('unpinIssue', { issueId }, issue)).toMatchObject({ issue: { isPinned: false } });
  const hidden = 'minimizedComment { isMinimized minimizedReason }';
  expect(await app.mutate('minimizeComment', { subjectId, classifier: 'OUTDATED' }, hidden)).toEqual({
    minimizedComment: { isMinimized: true, minimizedReason: 'outdated' },
  });
  const shown = 'unminimizedComment { isMinimized }';
  expect(await app.mutate('unminimizeComment', { subjectId }, shown)).toEqual({
    unminimizedComment: { isMinimized: false },
  });
  const changed = await app.mutate(
    'updateIssueComment',
    { id: subjectId, body: 'other' },
    'issueComment { body }',
  );
  expect(changed).toEqual({ issueComment: { body: 'other' } });
  expect(await app.mutate('updateIssue', { id: issueId, title: 'New', labelIds: [] }, issue)).toMatchObject({
    issue: { title: 'New' },
  });
});

test('labels come and go by their ids, and one that is on already, or off, is no mistake', async () => {
  const labelableId = await nodeId(1);
  const { json } = await github.as('alice').request('POST', '/repos/acme/demo/labels', { name: 'joint' });
  const input = { labelableId, labelIds: [(json as { node_id: string }).node_id] };
  const labels = 'labelable { labels(first: 10) { nodes { name } } }';
  const worn: string[] = [];
  const [on, off] = ['addLabelsToLabelable', 'removeLabelsFromLabelable'] as const;
  for (const mutation of [on, on, off, off]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await app.mutate(mutation, input, labels);
    worn.push(JSON.stringify(answer).includes('"joint"') ? 'on' : 'off');
  }
  expect(worn).toEqual(['on', 'on', 'off', 'off']);
});

test('mutations link, close and delete issues', async () => {
  const issueId = await nodeId(1);
  const subIssueId = await nodeId(3);
  const issue = 'issue { state stateReason subIssuesSummary { total } }';
  const parent = { issueId, subIssueId };
  expect(await app.mutate('addSubIssue', parent, issue)).toMatchObject({
    issue: { subIssuesSummary: { total: 1 } },
  });
  expect(await app.mutate('removeSubIssue', parent, issue)).toMatchObject({
    issue: { subIssuesSummary: { total: 0 } },
  });
  const closed = await app.mutate('closeIssue', { issueId, stateReason: 'NOT_PLANNED' }, issue);
  expect(closed).toMatchObject({ issue: { state: 'CLOSED', stateReason: 'NOT_PLANNED' } });
  expect(await app.mutate('reopenIssue', { issueId }, issue)).toMatchObject({
    issue: { state: 'OPEN', stateReason: 'REOPENED' },
  });
  expect(
    await app.mutate('deleteIssueComment', { id: await app.firstComment(1) }, 'clientMutationId'),
  ).toEqual({
    clientMutationId: null,
  });
  await github.as('alice').deleteIssue(3);
  expect(github.state()[0]?.issues.map((left) => left.number)).toEqual([1, 2]);
  used.add('Mutation.deleteIssue');
});

test('a discussion is begun, changed and answered', async () => {
  const empty = await app.query(DISCUSSIONS_QUERY, {});
  expect(empty).toMatchObject({
    repository: {
      hasDiscussionsEnabled: true,
      discussionCategories: { nodes: [{ slug: 'general' }, { name: 'Big News', slug: 'big-news' }] },
      discussions: { totalCount: 0 },
    },
  });
  const { repository } = empty as { repository: { discussionCategories: { nodes: { id: string }[] } } };
  const categoryId = repository.discussionCategories.nodes[1]?.id;
  const { json } = await github.as('alice').request('GET', '/repos/acme/demo');
  const { node_id: repositoryId } = json as { node_id: string };
  const given = { repositoryId, categoryId, title: 'One', body: 'first' };
  const made = await app.mutate('createDiscussion', given, 'discussion { id }');
  const { id: discussionId } = (made as { discussion: { id: string } }).discussion;
  await app.mutate('updateDiscussion', { discussionId, body: 'second' }, 'discussion { title }');
  await app.mutate('addDiscussionComment', { discussionId, body: 'third' }, 'comment { id }');
  expect(await app.query(DISCUSSIONS_QUERY, {})).toMatchObject({
    repository: {
      discussions: {
        nodes: [
          {
            title: 'One',
            body: 'second',
            viewerDidAuthor: true,
            category: { name: 'Big News' },
            comments: { nodes: [{ body: 'third', author: { login: 'relcomms' } }] },
          },
        ],
      },
    },
  });
});

test('a branch shows its commits with who brought them and what was checked', async () => {
  const bob = github.as('bob');
  await bob.pushBranch('late', { 'late.txt': 'late' }, 'Be late');
  const pull = await bob.openPull({ title: 'Late', head: 'late' });
  await github.as('github-actions[bot]').runCheck(pull, 'build', 'success');
  await github.as('carol').review(pull, 'APPROVE');
  await bob.merge(pull);
  const run = await github.runJobs({ branch: 'main', jobs: { build: 'failure', lint: 'skipped' } });
  await github.runJobs({ branch: 'main', run, jobs: { build: 'success' } });
  const { json } = await bob.request('GET', '/repos/acme/demo/git/ref/heads/main');
  const { sha } = (json as { object: { sha: string } }).object;
  await bob.request('POST', `/repos/acme/demo/statuses/${sha}`, { state: 'error', context: 'tide' });
  const data = await app.query(CHECKS_QUERY, {});
  expect(data).toMatchObject({
    repository: {
      ref: {
        target: {
          history: {
            nodes: [
              {
                oid: sha,
                parents: { totalCount: 2 },
                associatedPullRequests: { nodes: [{ number: pull, mergeCommit: { oid: sha } }] },
                status: {
                  state: 'ERROR',
                  contexts: [{ context: 'tide', state: 'ERROR' }],
                  context: { state: 'ERROR' },
                },
                checkSuites: {
                  nodes: [
                    {
                      status: 'COMPLETED',
                      conclusion: 'SUCCESS',
                      app: { slug: 'github-actions' },
                      workflowRun: { databaseId: run, runNumber: 1, workflow: { name: 'CI' } },
                      checkRuns: { totalCount: 3, nodes: [{ name: 'build', conclusion: 'FAILURE' }] },
                      latest: { totalCount: 2 },
                    },
                  ],
                },
              },
              {},
            ],
          },
        },
      },
    },
  });
});

test('nodes are found by id', async () => {
  const ids = [await nodeId(1)];
  const query =
    'query($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename id } nodes(ids: $ids) { id } rateLimit { cost limit remaining used resetAt } }';
  expect(await app.query(query, { id: ids[0], ids })).toMatchObject({
    node: { __typename: 'Issue', id: ids[0] },
  });
  expectNoViolations(github);
});

const newest = async () => await app.query(DEPLOYMENTS_QUERY, {});
const deployed = (latestStatus: object | null) => ({
  repository: { deployments: { totalCount: 2, nodes: [{ environment: 'staging', latestStatus }] } },
});

test('the newest deployment to an environment, with its newest status', async () => {
  const bob = github.as('bob');
  const deploy = async (environment: string) => {
    const { json } = await bob.request('POST', '/repos/acme/demo/deployments', { ref: 'main', environment });
    return `/repos/acme/demo/deployments/${(json as { id: number }).id}/statuses`;
  };
  await bob.request('POST', await deploy('staging'), { state: 'failure' });
  const statuses = await deploy('staging');
  await deploy('production');
  expect(await newest()).toMatchObject(deployed(null));
  await bob.request('POST', statuses, { state: 'success', environment_url: 'https://staging.example.org' });
  expect(await newest()).toMatchObject(
    deployed({ state: 'SUCCESS', environmentUrl: 'https://staging.example.org' }),
  );
});

test('every field and mutation on the list was answered', () => {
  const fields = Object.entries(coveredFields).flatMap(([type, names]) =>
    names.map((name) => `${type}.${name}`),
  );
  const listed = [...fields, ...coveredMutations.map((name) => `Mutation.${name}`)];
  expect(listed.filter((field) => !used.has(field))).toEqual([]);
});
