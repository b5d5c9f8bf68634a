// What others have made to look like ours stays, byte for byte, and what can't be read is named and left.
import type { EmbeddedGitHub, GitHubOptions } from '../../packages/embedded-github/src/index.ts';
import { LABEL_WORDS } from '../../src/text/our-marks.ts';
import { cli } from '../cli/run-cli.ts';
import { branchesOf } from '../support/cleanup-walk.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, repository } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const REPO = '/repos/acme/demo';
const SECTION = 'tasks: none, labels: [release, mine]';

let github: EmbeddedGitHub;

function isLabels({ operation }: { readonly operation: string }): boolean {
  return operation === 'RelcommsLeftLabels';
}

async function begin(options: Partial<GitHubOptions> = {}): Promise<void> {
  const seed = { ...smallSeed({ section: SECTION }), labels: ['mine'] };
  github = await startTestGitHub({ seed, ...options });
  await runAction(github, NOW);
}

beforeEach(() => begin());

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function cleanup(login: string, ...args: readonly string[]) {
  return typing(login, undefined, ...args);
}

/** Somebody at the terminal types these lines. */
function typing(login: string, typed: readonly string[] | undefined, ...args: readonly string[]) {
  const env = {
    GITHUB_TOKEN: github.token(login),
    GITHUB_API_URL: `${github.url}/api/v3`,
    RELCOMMS_PAUSES: 'none',
  };
  return cli(['cleanup', '--repo', 'acme/demo', ...args], env, typed);
}

async function comment(login: string, number: number, body: string): Promise<number> {
  const { json } = await github.as(login).request('POST', `${REPO}/issues/${number}/comments`, { body });
  return (json as { id: number }).id;
}

async function open(login: string, body: string, labels: readonly string[] = []): Promise<number> {
  const { json } = await github.as(login).request('POST', `${REPO}/issues`, { title: 'Mine', body, labels });
  return (json as { number: number }).number;
}

test('it lists everything and writes nothing until it is told to', async () => {
  const before = github.state();
  const { exit, out, err } = await cleanup('alice');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain('The config is still on the default branch, so the next run starts again.');
  expect(out).toContain('- delete the label release\n');
  expect(out).toContain('- unpin #1\n- close the GitHub milestone v2.0.0\n- close #1\n');
  expect(out).toContain('Nothing was written. Add --yes to take it back.');
  expect(github.state()).toEqual(before);
});

test.each([['no'], [''], ['perhaps']])('at a terminal it asks, and "%s" writes nothing', async (typed) => {
  const before = github.state();
  const { exit, out } = await typing('alice', [typed]);
  expect(exit).toBe(0);
  expect(out).toContain(
    'Take all of this back? It can only be undone by hand (yes or no) [no]: Nothing was written.\n',
  );
  expect(github.state()).toEqual(before);
});

test('at a terminal "yes" takes it back', async () => {
  expect((await typing('alice', ['yes'])).out).toContain('4 things taken back.');
  expect(issue(github, 1).state).toBe('closed');
});

test('--yes takes it back, and then nothing is left', async () => {
  const { exit, out } = await cleanup('alice', '--yes');
  expect(exit).toBe(0);
  expect(out).toContain('4 things taken back.');
  expect(issue(github, 1)).toMatchObject({ state: 'closed', stateReason: 'not_planned', labels: ['mine'] });
  expect(repository(github)).toMatchObject({ pinned: [], labels: [{ name: 'mine' }] });
  expect((await cleanup('alice')).out).toBe('Nothing of relcomms is left to take back.\n');
});

test('issues and comments of people that carry our marker stay, even with the token of whoever wrote them', async () => {
  const { body } = issue(github, 1);
  const forged = await open('alice', body, ['bug']);
  const pull = await github.as('dave').openPull({ title: 'Fix', head: 'fix' });
  const forgedComment = await comment('alice', pull, '<!-- relcomms:v1 v2.0.0/approval/3/ask -->\nPlease.');
  const before = [issue(github, forged), issue(github, pull)];
  expect((await cleanup('alice', '--yes')).exit).toBe(0);
  expect([issue(github, forged), issue(github, pull)]).toEqual(before);
  expect(issue(github, pull).comments).toMatchObject([{ id: forgedComment, minimized: null }]);
  expect(issue(github, 1).state).toBe('closed');
});

test('a comment of ours folds, also where a person edited it; what people wrote beside it stays', async () => {
  const pull = await github.as('dave').openPull({ title: 'Fix', head: 'fix' });
  const marked = '<!-- relcomms:v1 v2.0.0/approval/2/ask -->\nPlease.';
  const ours = await comment('github-actions[bot]', pull, marked);
  const edited = await comment('github-actions[bot]', pull, marked.replace('ask', 'other'));
  const unmarked = await comment('github-actions[bot]', pull, 'The build of another workflow.');
  await github.as('bob').request('PATCH', `${REPO}/issues/comments/${edited}`, { body: 'Mine now.' });
  expect((await cleanup('alice', '--yes')).exit).toBe(0);
  expect(issue(github, pull).comments).toMatchObject([
    { id: ours, minimized: 'outdated', body: marked },
    { id: edited, minimized: 'outdated', body: 'Mine now.' },
    { id: unmarked, minimized: null },
  ]);
});

test('a label of ours that a person uses elsewhere stays there, and comes off our issue', async () => {
  const theirs = await open('erin', 'The next release is late.', ['release']);
  const { exit, out } = await cleanup('alice', '--yes');
  expect(exit).toBe(0);
  expect(out).toContain(`- The label release: people use it on #${theirs}\n`);
  expect(issue(github, theirs)).toMatchObject({ state: 'open', labels: ['release'] });
  expect(issue(github, 1).labels).toEqual(['mine']);
  expect((await cleanup('alice')).out).toContain('Nothing of relcomms is left to take back.');
});

test('a label with our description that we put on nothing, and that a person put on an issue, stays', async () => {
  const made = { name: 'mine-too', color: 'ededed', description: LABEL_WORDS.approval };
  await github.as('bob').request('POST', `${REPO}/labels`, made);
  const theirs = await open('erin', 'Wait.', ['mine-too']);
  expect((await cleanup('alice', '--yes')).exit).toBe(0);
  expect(issue(github, theirs).labels).toEqual(['mine-too']);
});

test('a milestone of a person with our words stays open', async () => {
  const made = { title: 'v9', description: 'Mine, due on release day.' };
  await github.as('bob').request('POST', `${REPO}/milestones`, made);
  expect((await cleanup('alice', '--yes')).exit).toBe(0);
  expect(repository(github).milestones).toMatchObject([
    { title: 'v2.0.0', state: 'closed' },
    { title: 'v9', state: 'open' },
  ]);
});

test('our proposal closes with its branch; a branch in our folder with commits of people stays', async () => {
  await comment('alice', 1, '/release slip code-freeze +2d because the tests are late');
  await runAction(github, NOW);
  const proposal = repository(github).issues.find(({ pull }) => pull);
  if (proposal === undefined) throw new Error('nothing was proposed');
  await github.as('carol').branch('relcomms/mine');
  await github.as('carol').putFile('notes.md', 'Mine.\n', 'Note', 'relcomms/mine');
  const theirs = await github.as('carol').openPull({ title: 'Notes', head: 'relcomms/mine' });
  const { exit, out } = await cleanup('alice', '--yes');
  expect(exit).toBe(0);
  expect(out).toContain('- The branch relcomms/mine: its newest commit is not by relcomms\n');
  expect(issue(github, proposal.number).state).toBe('closed');
  expect(issue(github, theirs).state).toBe('open');
  expect((await branchesOf(github)).filter((name) => name.startsWith('relcomms/'))).toEqual([
    'relcomms/mine',
  ]);
});

test('a person who pushed to our branch keeps it; the pull request closes all the same', async () => {
  await comment('alice', 1, '/release slip code-freeze +2d because the tests are late');
  await runAction(github, NOW);
  const [branch = ''] = (await branchesOf(github)).filter((name) => name.startsWith('relcomms/'));
  await github.as('carol').putFile('notes.md', 'Mine.\n', 'Note', branch);
  expect((await cleanup('alice', '--yes')).exit).toBe(0);
  expect(await branchesOf(github)).toContain(branch);
  expect(repository(github).issues.filter(({ pull, state }) => pull && state === 'open')).toEqual([]);
});

test('what can’t be read is named and left, and the exit code says so', async () => {
  github.fault({ kind: 'error-before', times: 1000, match: isLabels });
  const { exit, out } = await cleanup('alice', '--yes');
  expect(exit).toBe(1);
  expect(out).toContain("Couldn't be read, so it stays:\n- Labels: ");
  expect(repository(github).labels.map(({ name }) => name)).toEqual(['mine', 'release']);
  expect(issue(github, 1).state).toBe('closed');
});

test('what GitHub refuses is named, and the exit code says so; a second try takes it back', async () => {
  github.fault({ kind: 'error-before', status: 403, times: 1, match: ({ method }) => method === 'DELETE' });
  const { exit, out } = await cleanup('alice', '--yes');
  expect(exit).toBe(1);
  expect(out).toContain('Not taken back:\n- delete the label release: ');
  expect((await cleanup('alice', '--yes')).exit).toBe(0);
  expect(repository(github).labels.map(({ name }) => name)).toEqual(['mine']);
});

test('a list that leaves out what bots opened is not believed', async () => {
  await github.close();
  await begin({ createdByMissesBots: true });
  expect((await cleanup('alice')).out).toContain('- close #1\n');
});

test('with enabled: no in the config it says nothing of a next run; JSON has it all', async () => {
  await github
    .as('bob')
    .putFile('.github/relcomms.yml', `enabled: no\n${smallConfig({ section: SECTION })}`, 'Off');
  expect((await cleanup('alice')).out).toMatch(/^relcomms takes back 4 things:\n/);
  const { out } = await cleanup('alice', '--json');
  expect(JSON.parse(out)).toMatchObject({
    operations: [
      { kind: 'delete-label', what: 'delete the label release' },
      { kind: 'unpin-issue' },
      { kind: 'close-milestone' },
      { kind: 'close-issue' },
    ],
    kept: [],
    unread: [],
    applied: [],
  });
});

test('words of another account count where it is named', async () => {
  await github.as('bob').request('PATCH', `${REPO}/issues/1`, { state: 'closed' });
  const marked = await open('carol', '<!-- relcomms:v1 v1.0.0/tracking-issue -->\nOld.');
  expect((await cleanup('alice', '--yes')).exit).toBe(0);
  expect(issue(github, marked).state).toBe('open');
  expect((await cleanup('alice', '--account', 'carol', '--yes')).exit).toBe(0);
  expect(issue(github, marked)).toMatchObject({
    state: 'closed',
    body: expect.stringContaining('Old.') as string,
  });
});
