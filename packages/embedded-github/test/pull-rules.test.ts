// Pull requests of the embedded GitHub: reviews, checks, rules of branches, and what they make of a merge.
import type { EmbeddedGitHub } from '../src/index.ts';
import { expectNoViolations, startTestGitHub } from './support/github.ts';
import { defaultSeed } from './support/github-seed.ts';
import { graphqlClient } from './support/graphql-client.ts';

const WORKFLOW = 'github-actions[bot]';
let github: EmbeddedGitHub;

beforeAll(async () => {
  const rules = { main: { requiredReviews: 1, requiredChecks: ['build'] }, next: { requiredReviews: 2 } };
  const branches = { next: {}, free: {} };
  github = await startTestGitHub({ seed: { ...defaultSeed, rules, branches } });
});
beforeEach(() => github.reset());
afterEach(() => expectNoViolations(github));
afterAll(() => github.close());

interface Seen {
  readonly reviewDecision: string | null;
  readonly mergeable: string;
  readonly mergeStateStatus: string;
}

const FIELDS = 'reviewDecision mergeable mergeStateStatus';

/** The fields of a pull request. */
async function read<T>(number: number, fields: string): Promise<T> {
  const query = `query($number: Int!) { repository(owner: "acme", name: "demo") { pullRequest(number: $number) { ${fields} } } }`;
  const data = await graphqlClient(github, github.token('bob')).query(query, { number });
  return (data['repository'] as { pullRequest: T }).pullRequest;
}

const statusOf = async (number: number): Promise<string> =>
  (await read<Seen>(number, FIELDS)).mergeStateStatus;

const decisionOf = async (number: number): Promise<string | null> =>
  (await read<Seen>(number, FIELDS)).reviewDecision;

/** A pull request of dave, who may only read, from a branch that bob pushed. */
async function propose(base: string, path = 'change.txt'): Promise<number> {
  const bob = github.as('bob');
  const head = `${base}-${path.replace('.txt', '')}`;
  await bob.branch(head, base);
  await bob.putFile(path, 'mine\n', 'Change', head);
  return github.as('dave').openPull({ title: 'Change', head, base });
}

test('what a branch requires blocks, what it does not require only unsettles', async () => {
  const number = await propose('main');
  const workflow = github.as(WORKFLOW);
  expect(await statusOf(number)).toBe('BLOCKED');
  await github.as('bob').review(number, 'APPROVE');
  expect(await statusOf(number)).toBe('BLOCKED');
  await workflow.runCheck(number, 'build');
  expect(await statusOf(number)).toBe('BLOCKED');
  await workflow.runCheck(number, 'build', 'failure');
  expect(await statusOf(number)).toBe('BLOCKED');
  await workflow.runCheck(number, 'build', 'success');
  expect(await statusOf(number)).toBe('CLEAN');
  await github.as('bob').setStatus(number, 'tide', 'pending');
  expect(await statusOf(number)).toBe('UNSTABLE');
  await github.as('bob').setStatus(number, 'tide', 'success');
  await workflow.runCheck(number, 'lint', 'neutral');
  expect(await statusOf(number)).toBe('CLEAN');
  await workflow.runCheck(number, 'lint', 'timed_out');
  expect(await statusOf(number)).toBe('UNSTABLE');
});

test('a required check may be a status', async () => {
  const number = await propose('main');
  await github.as('carol').review(number, 'APPROVE');
  await github.as('bob').setStatus(number, 'build', 'error');
  expect(await statusOf(number)).toBe('BLOCKED');
  await github.as('bob').setStatus(number, 'build', 'success');
  expect(await statusOf(number)).toBe('CLEAN');
});

test('a push asks for the checks anew', async () => {
  const number = await propose('main');
  await github.as('carol').review(number, 'APPROVE');
  await github.as(WORKFLOW).runCheck(number, 'build', 'success');
  expect(await statusOf(number)).toBe('CLEAN');
  await github.as('bob').putFile('more.txt', 'more\n', 'More', 'main-change');
  expect(await statusOf(number)).toBe('BLOCKED');
});

test('conflicts come first, then drafts', async () => {
  const number = await propose('free');
  await github.as('bob').setDraft(number, true);
  expect(await read(number, FIELDS)).toEqual({
    reviewDecision: null,
    mergeable: 'MERGEABLE',
    mergeStateStatus: 'DRAFT',
  });
  await github.as('alice').putFile('other.txt', 'theirs\n', 'Change', 'free');
  expect(await statusOf(number)).toBe('DRAFT');
  await github.as('alice').putFile('change.txt', 'theirs\n', 'Change', 'free');
  expect(await read(number, FIELDS)).toMatchObject({ mergeable: 'CONFLICTING', mergeStateStatus: 'DIRTY' });
});

test('of what is closed nothing is known any longer', async () => {
  const number = await propose('free');
  expect(await statusOf(number)).toBe('CLEAN');
  await github.as('bob').merge(number);
  expect(await read(number, FIELDS)).toMatchObject({ mergeable: 'UNKNOWN', mergeStateStatus: 'UNKNOWN' });
});

const opinions = (only: boolean): string =>
  `latestOpinionatedReviews(first: 9, writersOnly: ${only}) { nodes { state author { login } } }`;

test('only those who may write decide, each by their newest word', async () => {
  const number = await propose('next');
  expect(await decisionOf(number)).toBe('REVIEW_REQUIRED');
  await github.as('erin').review(number, 'APPROVE');
  await github.as('bob').review(number, 'APPROVE');
  expect(await decisionOf(number)).toBe('REVIEW_REQUIRED');
  const refused = await github.as('carol').review(number, 'REQUEST_CHANGES', 'Not yet');
  expect(await decisionOf(number)).toBe('CHANGES_REQUESTED');
  await github.as('carol').review(number, 'COMMENT', 'Still not');
  expect(await decisionOf(number)).toBe('CHANGES_REQUESTED');
  await github.as('alice').dismissReview(number, refused, 'Talked about it');
  expect(await decisionOf(number)).toBe('REVIEW_REQUIRED');
  await github.as('carol').review(number, 'APPROVE');
  expect(await decisionOf(number)).toBe('APPROVED');
  const bob = { state: 'APPROVED', author: { login: 'bob' } };
  const carol = { state: 'APPROVED', author: { login: 'carol' } };
  const erin = { state: 'APPROVED', author: { login: 'erin' } };
  expect(await read(number, opinions(true))).toEqual({ latestOpinionatedReviews: { nodes: [bob, carol] } });
  expect(await read(number, opinions(false))).toEqual({
    latestOpinionatedReviews: { nodes: [erin, bob, carol] },
  });
});

test('without a rule there is nothing to decide, whatever was said', async () => {
  const number = await propose('free');
  await github.as('bob').requestReview(number, 'carol');
  await github.as('carol').review(number, 'REQUEST_CHANGES', 'No');
  expect(await read(number, FIELDS)).toMatchObject({ reviewDecision: null, mergeStateStatus: 'CLEAN' });
});

const request = (requestedReviewer: object): object => ({ requestedReviewer });

test('a review answers the request to its author and to the teams of the author', async () => {
  const number = await propose('next');
  const asked = `reviewRequests(first: 9) { nodes { requestedReviewer { ... on User { login } ... on Team { combinedSlug } } } }
    latestOpinionatedReviews(first: 9) { nodes { onBehalfOf(first: 5) { nodes { combinedSlug } } } }`;
  await github.as('bob').requestReview(number, 'alice', 'carol');
  await github.as('bob').requestTeams(number, 'api');
  expect(await read(number, asked)).toMatchObject({
    reviewRequests: {
      nodes: [
        request({ login: 'alice' }),
        request({ login: 'carol' }),
        request({ combinedSlug: 'acme/api' }),
      ],
    },
  });
  await github.as('alice').review(number, 'APPROVE');
  expect(await read(number, asked)).toMatchObject({
    reviewRequests: { nodes: [request({ login: 'carol' }), request({ combinedSlug: 'acme/api' })] },
    latestOpinionatedReviews: { nodes: [{ onBehalfOf: { nodes: [] } }] },
  });
  await github.as('bob').review(number, 'COMMENT', 'Looking');
  await github.as('bob').review(number, 'APPROVE');
  expect(await read(number, asked)).toMatchObject({
    reviewRequests: { nodes: [request({ login: 'carol' })] },
    latestOpinionatedReviews: {
      nodes: [{ onBehalfOf: { nodes: [] } }, { onBehalfOf: { nodes: [{ combinedSlug: 'acme/api' }] } }],
    },
  });
});

test('authors are not asked, nobody judges their own, and readers dismiss nothing', async () => {
  const number = await propose('next');
  const path = `/repos/acme/demo/pulls/${number}`;
  const bob = github.as('bob');
  const ask = (reviewers: string[]): Promise<{ status: number }> =>
    bob.request('POST', `${path}/requested_reviewers`, { reviewers });
  expect(await ask(['dave'])).toMatchObject({ status: 422 });
  expect(await ask(['nobody'])).toMatchObject({ status: 422 });
  const own = await github.as('dave').request('POST', `${path}/reviews`, { event: 'APPROVE' });
  expect(own).toMatchObject({ status: 422 });
  const review = await bob.review(number, 'APPROVE');
  const dismissal = `${path}/reviews/${review}/dismissals`;
  expect(await github.as('erin').request('PUT', dismissal, { message: 'No' })).toMatchObject({ status: 403 });
});
