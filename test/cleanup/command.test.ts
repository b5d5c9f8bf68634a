// `/release cleanup`: only who administers the repository gets the list and the pull request that removes relcomms.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { wholeRun } from '../../src/run/whole-run.ts';
import { branchesOf } from '../support/cleanup-walk.ts';
import { checkOf } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, instant } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, repository } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const REPO = '/repos/acme/demo';

let github: EmbeddedGitHub;

beforeEach(async () => {
  const seed = smallSeed({ lead: ['bob'] });
  const people = [
    { login: 'alice', permission: 'admin' },
    { login: 'bob', permission: 'write' },
    { login: 'carol', permission: 'maintain' },
    { login: 'dave', permission: 'read' },
  ] as const;
  github = await startTestGitHub({ seed: { ...seed, teams: [], people } });
  await run();
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function run() {
  return wholeRun({ github: clientOf(github), now: NOW }, 'reconcile');
}

/** Reactions to the comment, and the reply. */
async function ask(
  login: string,
  text: string,
): Promise<{ reactions: (string | undefined)[]; reply: string }> {
  const id = await github.as(login).comment(1, text);
  await run();
  const { comments } = issue(github, 1);
  const reactions = comments.find((one) => one.id === id)?.reactions ?? [];
  return {
    reactions: reactions.map((one) => one.split(' ').at(-1)),
    reply: comments.find(({ body }) => body.includes(`/command/${id}/reply`))?.body ?? '',
  };
}

function pulls() {
  return repository(github).issues.filter(({ pull }) => pull);
}

test('an admin gets the list, and nothing changes by it', async () => {
  const { reactions, reply } = await ask('alice', '/release cleanup');
  expect(reactions).toEqual(['+1']);
  expect(reply).toContain('- #1, closed as not planned\n- its labels');
  expect(reply).toContain('`/release cleanup confirm` opens a pull request that switches relcomms off.');
  expect(pulls()).toEqual([]);
  expect(issue(github, 1).state).toBe('open');
});

test.each([
  ['who leads the release', 'bob'],
  ['who maintains the repository', 'carol'],
  ['who reads', 'dave'],
])('%s gets neither the list nor the pull request', async (_, login) => {
  for (const text of ['/release cleanup', '/release cleanup confirm']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { reactions, reply } = await ask(login, text);
    expect(reactions).not.toContain('+1');
    expect(reply).not.toContain('takes back');
  }
  expect(pulls()).toEqual([]);
});

test('confirmed, it opens one pull request; its check lists everything, and merging it takes all of it back', async () => {
  expect((await ask('alice', '/release cleanup confirm')).reactions).toEqual(['+1']);
  expect((await ask('alice', '/release cleanup confirm')).reactions).toEqual(['+1']);
  const [proposal, ...more] = pulls();
  if (proposal === undefined) throw new Error('nothing was proposed');
  expect(more).toEqual([]);
  expect(proposal).toMatchObject({ title: 'Switch relcomms off', state: 'open' });
  await run();
  const { output } = await checkOf(github, proposal.number);
  expect(output.title).toBe('relcomms is switched off and takes back 5 things');
  expect(output.summary).toContain('- delete the branch relcomms/switch-off');
  await github.as('alice').request('PUT', `${REPO}/pulls/${proposal.number}/merge`, {});
  const { json } = await github.as('alice').request('GET', `${REPO}/contents/.github/relcomms.yml`);
  const { content } = json as { content: string };
  const text = Buffer.from(content, 'base64').toString();
  expect(text).toBe(`enabled: no\n${smallConfig({ lead: ['bob'] })}`);
  await run();
  expect(repository(github)).toMatchObject({ pinned: [], milestones: [{ state: 'closed' }] });
  expect(issue(github, 1)).toMatchObject({ state: 'closed', stateReason: 'not_planned' });
  expect(await branchesOf(github)).toEqual(['main']);
});

test('other words are answered with how it is written', async () => {
  const { reactions, reply } = await ask('alice', '/release cleanup everything');
  expect(reactions).toEqual(['confused']);
  expect(reply).toContain('Write `/release cleanup`, or `/release cleanup confirm`.');
});
