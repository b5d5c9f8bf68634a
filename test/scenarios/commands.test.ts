// Scenario: people write commands, and only who has the right gets what they ask for.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { readTicks } from '../../src/body/ticks.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const NOW = noon('2020-01-07');
const CFP = 'Look up event CFP deadlines and submit the release';

async function started(): Promise<EmbeddedGitHub> {
  // dave may only read, and holds no role here; erin triages.
  const config = KUBERNETES_CONFIG.replace('former-lead: [dave]', 'former-lead: []');
  const github = await startTestGitHub({ seed: kubernetesSeed(config) });
  await runAction(github, noon('2020-01-06'));
  return github;
}

function comment(github: EmbeddedGitHub, id: number) {
  return repository(github)
    .issues.flatMap((candidate) => candidate.comments)
    .find((candidate) => candidate.id === id);
}

/** What became of a comment: reactions, the reply, and whether the task is ticked. */
function outcome(github: EmbeddedGitHub, id: number) {
  const { comments } = issue(github, 1);
  const reply = comments
    .find(({ body }) => body.includes(`/command/${id}/reply -->`))
    ?.body.split('\n')
    .slice(1)
    .join('\n');
  const reactions = comment(github, id)?.reactions.map((reaction) => reaction.split(' ').at(-1));
  return { reactions, reply, ticked: readTicks(issue(github, 1).body).get('event-cfps') };
}

const DONE = `/release done ${CFP}`;

test.each([
  ['the owner of the role', 'alice', DONE, { reactions: ['+1'], ticked: true }],
  ['a writer', 'bob', DONE, { reactions: ['+1'], ticked: true }],
  ['a reader', 'dave', DONE, { reactions: ['confused'], reply: undefined, ticked: false }],
  ['one who triages', 'erin', DONE, { reactions: ['confused'], reply: undefined, ticked: false }],
  ['one who triages, asking', 'erin', '/release status', { reactions: ['+1'], ticked: false }],
  [
    'a reader, asking',
    'dave',
    '/release status',
    { reactions: ['confused'], reply: undefined, ticked: false },
  ],
  [
    'a writer, with a typo',
    'bob',
    '/release stauts',
    { reactions: ['confused'], reply: 'bob, `/release stauts`: Did you mean `/release status`?\n' },
  ],
  ['a reader, with a typo', 'dave', '/release stauts', { reactions: ['confused'], reply: undefined }],
  ['a writer, on the second line', 'bob', `Done it.\n${DONE}`, { reactions: ['+1'], ticked: true }],
  ['a writer, without a reason', 'bob', `/release skip ${CFP}`, { reactions: ['confused'], ticked: false }],
  [
    'a writer, with a reason',
    'bob',
    `/release skip ${CFP} because @dave says so <b>`,
    { reactions: ['+1'], ticked: true },
  ],
  [
    'a writer, about no task',
    'bob',
    '/release done nothing of that name',
    { reactions: ['confused'], ticked: false },
  ],
])('%s', async (_, login, text, expected) => {
  const github = await started();
  const id = await github.as(login).comment(1, text);
  await runAction(github, NOW);
  expect(outcome(github, id)).toMatchObject(expected);
  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
  expectNoViolations(github);
  await github.close();
});

test('when the right can not be asked for, nothing happens, and the next run answers', async () => {
  const github = await started();
  const id = await github.as('bob').comment(1, DONE);
  github.fault({
    match: ({ path }) => path.endsWith('/permission'),
    times: 10,
    kind: 'error-before',
    status: 500,
  });
  await runAction(github, NOW);
  expect(outcome(github, id)).toMatchObject({ reactions: [], ticked: false });
  github.clearFaults();
  await runAction(github, NOW);
  expect(outcome(github, id)).toMatchObject({ reactions: ['+1'], ticked: true });
  await github.close();
});

test('in the issue of a task no task has to be named; undo opens it again', async () => {
  const github = await started();
  const number = repository(github).issues.find(({ title }) => title === CFP)?.number ?? 0;
  await github.as('alice').comment(number, '/release done');
  await runAction(github, NOW);
  expect(issue(github, number).state).toBe('closed');
  expect(readTicks(issue(github, 1).body).get('event-cfps')).toBe(true);
  await github.as('alice').comment(1, `/release undo #${number}`);
  await runAction(github, NOW);
  expect(issue(github, number).state).toBe('open');
  await github.as('bob').comment(number, '/release take');
  await github.as('alice').comment(number, '/release assign @carol');
  await runAction(github, NOW);
  expect(issue(github, number).assignees.toSorted()).toEqual(['alice', 'bob', 'carol']);
  expectNoViolations(github);
  await github.close();
});

test('a comment wakes the App, and is carried out once although App and Action see it', async () => {
  const github = await started();
  const app = await startTestApp(github, () => NOW);
  const id = await github.as('bob').comment(1, `${DONE}\n/release help`);
  await quiet(github, app);
  await runAction(github, NOW);
  await quiet(github, app);
  expect(outcome(github, id)).toMatchObject({ reactions: ['eyes', '+1'], ticked: true });
  const replies = issue(github, 1).comments.filter(({ body }) => body.includes('/reply -->'));
  expect(replies).toHaveLength(1);
  expect(replies[0]?.body).toContain('`/release done TASK` marks a task as done and closes its issue');
  const plain = await github.as('bob').comment(1, 'Just talking.');
  const before = github.journal.length;
  await quiet(github, app);
  expect(github.journal.slice(before).filter((entry) => !entry.byHand)).toEqual([]);
  expect(comment(github, plain)?.reactions).toEqual([]);
  await app.close();
  expectNoViolations(github);
  await github.close();
});

test('slip opens one pull request that changes only the date and its reason; merged, everything follows', async () => {
  const github = await started();
  const app = await startTestApp(github, () => NOW);
  const before = KUBERNETES_CONFIG.replace('former-lead: [dave]', 'former-lead: []');
  const id = await github
    .as('alice')
    .comment(1, '/release slip release 2020-03-31 because "a critical bug" <b>@dave</b>');
  await quiet(github, app);
  await runAction(github, NOW);
  for (const delivery of github.deliveries.filter(({ event }) => event === 'issue_comment'))
    void github.deliver(delivery.id);
  await quiet(github, app);
  expect(outcome(github, id).reactions).toEqual(['eyes', '+1']);
  const pulls = repository(github).issues.filter(({ pull }) => pull);
  expect(pulls.map(({ title, state }) => ({ title, state }))).toEqual([
    { title: 'Move v1.18.0 released of v1.18.0 to 2020-03-31', state: 'open' },
  ]);
  expect(pulls[0]?.body).toContain('### Moves');
  expect(pulls[0]?.body).not.toMatch(/<b>|@dave/);
  const [pull] = pulls;
  const { json } = await github
    .as('alice')
    .request(
      'GET',
      '/repos/acme/demo/contents/.github/relcomms.yml?ref=relcomms/slip-v1.18.0-release-2020-03-31',
    );
  const text = Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
  const changed = text.split('\n').filter((line) => !before.split('\n').includes(line));
  expect(changed.map((line) => line.trim())).toEqual(
    expect.arrayContaining(['release: 2020-03-31', 'week: 13']),
  );
  expect(changed.length).toBeLessThanOrEqual(4);
  const { status } = await github
    .as('alice')
    .request('PUT', `/repos/acme/demo/pulls/${pull?.number}/merge`, {});
  expect(status).toBe(200);
  await github.as('alice').putFile('.github/relcomms.yml', text);
  await quiet(github, app);
  expect(issue(github, 1).body).toContain('**Release day:** Tue 31 Mar 2020');
  expect(repository(github).milestones).toMatchObject([{ dueOn: expect.stringContaining('2020-03-31') }]);
  const notices = issue(github, 1).comments.filter(({ body }) => body.includes('### Dates have moved'));
  expect(notices).toHaveLength(1);
  await app.close();
  expectNoViolations(github);
  await github.close();
});

test('several dates are one pull request; the same ones in another order are the same', async () => {
  const github = await started();
  for (const pairs of ['rc1=+1w release=2020-03-31', 'release=2020-03-31, rc1=+1 week']) {
    const id = await github.as('alice').comment(1, `/release slip ${pairs} because "a critical bug"`);
    await runAction(github, NOW);
    expect(outcome(github, id).reactions).toEqual(['+1']);
  }
  const pulls = repository(github).issues.filter(({ pull }) => pull);
  expect(pulls.map(({ title }) => title)).toEqual([
    'Move rc1 to 2020-03-24, release to 2020-03-31 in v1.18.0',
  ]);
  expect(pulls[0]?.body).toContain('2 dates move, because');
  expect(pulls[0]?.body).toContain('To move one of the dates below as well, check its box');
  expectNoViolations(github);
  await github.close();
});

test.each([
  ['bob', '/release slip release 2020-03-31 because of it', undefined],
  ['alice', '/release slip rc9 2020-03-31 because of it', 'Did you mean rc1?'],
  ['alice', '/release slip release someday because of it', 'is not a day'],
  ['alice', '/release slip release=+1w rc9=+1w because of it', 'Did you mean rc1?'],
  ['alice', '/release slip release=+1w release=+2w because of it', 'named twice'],
  ['alice', '/release slip release=+1w rc1 because of it', 'is not a day'],
  ['alice', '/release slip release=', 'is not a milestone with its new day'],
  ['alice', '/release slip release', 'Write: /release slip MILESTONE DAY'],
  ['alice', '/release slip code-freeze 2020-04-01 because of it', 'could not be used'],
])('%s can not make a slip of %s', async (login, text, words) => {
  const github = await started();
  const id = await github.as(login).comment(1, text);
  await runAction(github, NOW);
  expect(outcome(github, id).reactions).toEqual(['confused']);
  expect(outcome(github, id).reply ?? '').toContain(words ?? '');
  expect(repository(github).issues.filter(({ pull }) => pull)).toEqual([]);
  await github.close();
});

test('a person whom GitHub does not assign is answered with a confused face, and the log does not claim it', async () => {
  const github = await started();
  const number = repository(github).issues.find(({ title }) => title === CFP)?.number ?? 0;
  const id = await github.as('alice').comment(number, '/release assign @dave\n/release help');
  await runAction(github, NOW);
  expect(comment(github, id)?.reactions.map((reaction) => reaction.split(' ').at(-1))).toEqual(['confused']);
  expect(issue(github, number).assignees).toEqual(['alice']);
  expect(
    issue(github, 1)
      .comments.map(({ body }) => body)
      .join(),
  ).not.toContain('assigned dave');
  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
  expectNoViolations(github);
  await github.close();
});
