// Pull requests of the embedded GitHub: what merging does to files, branches and webhooks.
import type { EmbeddedGitHub } from '../src/index.ts';
import { mergeLines } from '../src/change/merge-lines.ts';
import { expectNoViolations, startTestGitHub } from './support/github.ts';

const REPO = '/repos/acme/demo';
const TEN = Array.from({ length: 10 }, (_, index) => `line ${index + 1}`).join('\n');
let clock = Date.parse('2020-03-05T09:00:00Z');
let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ now: () => clock });
});
beforeEach(async () => {
  await github.reset();
  await github.as('alice').putFile('plan.txt', `${TEN}\n`);
});
afterEach(() => expectNoViolations(github));
afterAll(() => github.close());

interface PullJson {
  readonly merged: boolean;
  readonly merged_at: string | null;
  readonly merged_by: { readonly login: string } | null;
  readonly merge_commit_sha: string | null;
  readonly commits: number;
  readonly changed_files: number;
  readonly base: { readonly sha: string };
  readonly head: { readonly sha: string };
}

const pullOf = async (number: number): Promise<PullJson> =>
  (await github.as('erin').request('GET', `${REPO}/pulls/${number}`)).json as PullJson;

async function textOf(path: string): Promise<string | undefined> {
  const { status, json } = await github.as('erin').request('GET', `${REPO}/contents/${path}`);
  const { content } = json as { content: string };
  return status === 200 ? Buffer.from(content, 'base64').toString('utf8') : undefined;
}

/** A pull request of bob with one changed text. */
async function propose(head: string, path: string, text: string): Promise<number> {
  const bob = github.as('bob');
  await bob.pushBranch(head, { [path]: text }, `Change ${path}`);
  return bob.openPull({ title: `Change ${path}`, head });
}

/** Events since the count, without those that nobody waits for. */
const eventsSince = (count: number): string[] =>
  github.deliveries
    .slice(count)
    .map(({ event, action }) => (action === undefined ? event : `${event}.${action}`));

test('a merge brings the files to the default branch and tells of the pull request and of the push', async () => {
  const number = await propose('notes', 'docs/notes.md', 'Notes\n');
  const before = (await pullOf(number)).base.sha;
  const { length } = github.deliveries;
  clock += 60_000;
  await github.as('carol').merge(number);
  expect(await textOf('docs/notes.md')).toBe('Notes\n');
  const pull = await pullOf(number);
  expect(pull).toMatchObject({
    merged: true,
    merged_at: new Date(clock).toISOString().replace('.000', ''),
    merged_by: { login: 'carol' },
    base: { sha: before },
  });
  expect(eventsSince(length)).toEqual(['pull_request.closed', 'push']);
  const [closed, push] = github.deliveries.slice(length);
  expect(closed?.payload).toMatchObject({
    sender: { login: 'carol' },
    pull_request: { state: 'closed', merged: true, merge_commit_sha: pull.merge_commit_sha },
  });
  expect(push?.payload).toMatchObject({
    ref: 'refs/heads/main',
    before,
    after: pull.merge_commit_sha,
    commits: [{ added: ['docs/notes.md'] }, { id: pull.merge_commit_sha, added: ['docs/notes.md'] }],
  });
});

test('what was pushed to the default branch meanwhile stays, in other files and in the same', async () => {
  const number = await propose('late', 'plan.txt', `${TEN.replace('line 9', 'line nine')}\n`);
  await github.as('alice').putFile('other.txt', 'other\n');
  await github.as('alice').putFile('plan.txt', `${TEN.replace('line 2', 'line two')}\n`);
  await github.as('bob').merge(number);
  expect(await textOf('other.txt')).toBe('other\n');
  expect(await textOf('plan.txt')).toBe(
    `${TEN.replace('line 2', 'line two').replace('line 9', 'line nine')}\n`,
  );
});

test('what two people changed differently is refused, and so are drafts and what is closed', async () => {
  const bob = github.as('bob');
  const number = await propose('late', 'plan.txt', `${TEN.replace('line 2', 'mine')}\n`);
  await github.as('alice').putFile('plan.txt', `${TEN.replace('line 2', 'yours')}\n`);
  const merge = (pull: number): Promise<{ status: number }> =>
    bob.request('PUT', `${REPO}/pulls/${pull}/merge`, {});
  expect(await merge(number)).toMatchObject({ status: 405 });
  expect(await pullOf(number)).toMatchObject({ merged: false, state: 'open' });
  const draft = await propose('draft', 'draft.txt', 'x\n');
  await bob.setDraft(draft, true);
  expect(await merge(draft)).toMatchObject({ status: 405 });
  await bob.setDraft(draft, false);
  await bob.close(draft);
  expect(await merge(draft)).toMatchObject({ status: 405 });
  await bob.reopen(draft);
  await bob.merge(draft);
  expect(await textOf('draft.txt')).toBe('x\n');
  expect(await textOf('plan.txt')).toContain('yours');
});

test('a push to its branch moves a pull request; a squash leaves one commit', async () => {
  const number = await propose('more', 'a.txt', 'a\n');
  const { length } = github.deliveries;
  const bob = github.as('bob');
  await bob.request('PUT', `${REPO}/contents/b.txt`, {
    message: 'More',
    content: Buffer.from('b\n').toString('base64'),
    branch: 'more',
  });
  expect(eventsSince(length)).toEqual(['push', 'pull_request.synchronize']);
  expect(await pullOf(number)).toMatchObject({ commits: 2, changed_files: 2 });
  const pushes = github.deliveries.length;
  await bob.request('PUT', `${REPO}/pulls/${number}/merge`, { merge_method: 'squash' });
  const push = github.deliveries.slice(pushes).find(({ event }) => event === 'push');
  expect(push?.payload).toMatchObject({ commits: [{ added: ['a.txt', 'b.txt'] }] });
});

test('a removed file is removed by the merge', async () => {
  const bob = github.as('bob');
  await bob.pushBranch('remove', {}, '');
  const { json } = await bob.request('GET', `${REPO}/contents/plan.txt`);
  const { sha } = json as { sha: string };
  await bob.request('DELETE', `${REPO}/contents/plan.txt`, { message: 'Remove', sha, branch: 'remove' });
  await bob.merge(await bob.openPull({ title: 'Remove', head: 'remove' }));
  expect(await textOf('plan.txt')).toBeUndefined();
});

test('who may not write may not merge', async () => {
  const number = await propose('notes', 'notes.md', 'Notes\n');
  expect(await github.as('erin').request('PUT', `${REPO}/pulls/${number}/merge`, {})).toMatchObject({
    status: 403,
  });
});

describe('lines of two sides', () => {
  const text = 'a\nb\nc\nd\ne\n';

  test('far apart come together, insertions too', () => {
    const first = '@@ -1,3 +1,3 @@\n-a\n+A\n b\n c';
    const last = '@@ -3,3 +3,4 @@\n c\n d\n-e\n+E\n+F';
    expect(mergeLines(text, first, last)).toBe('A\nb\nc\nd\nE\nF\n');
    expect(mergeLines(text, '@@ -0,0 +1 @@\n+first', last)).toBe('first\na\nb\nc\nd\nE\nF\n');
  });

  test('side by side or the same do not', () => {
    const a = '@@ -1,2 +1,2 @@\n-a\n+A\n b';
    const b = '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c';
    expect(mergeLines(text, a, b)).toBeUndefined();
    expect(mergeLines(text, a, a)).toBeUndefined();
    expect(mergeLines(text, a, '@@ -5 +5 @@\n-e\n+e\n\\ No newline at end of file')).toBeUndefined();
  });
});
