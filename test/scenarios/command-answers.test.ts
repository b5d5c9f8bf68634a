// Scenario: how commands are heard and answered, and what mute, teams and refusals of GitHub mean for people.
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { closedGate } from '../support/gate.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, repository } from '../support/tracking.ts';

const NOW = instant('2020-01-07T12:00:00Z');
const NOTES = 'Write the notes';

const CONFIG = smallConfig()
  .replace('shadow: [bob]', 'shadow: [bob], docs: [carol, acme/docs]')
  .replace(`title: ${NOTES}, role: shadow`, `title: ${NOTES}, role: docs`)
  .replace('tasks: none', 'tasks: all');

function seed(config = CONFIG): GitHubSeed {
  const { people, ...rest } = smallSeed();
  const frank = { login: 'frank', permission: 'none' as const };
  return {
    ...rest,
    people: [...people, frank],
    files: { '.github/relcomms.yml': config },
    teams: [{ slug: 'docs', members: ['dave'] }],
  };
}

async function started(config = CONFIG): Promise<EmbeddedGitHub> {
  const github = await startTestGitHub({ seed: seed(config) });
  await runAction(github, NOW);
  return github;
}

function numberOf(github: EmbeddedGitHub, wanted: string): number {
  return repository(github).issues.find(({ title }) => title === wanted)?.number ?? 0;
}

function reactions(github: EmbeddedGitHub, id: number): string[] | undefined {
  return repository(github)
    .issues.flatMap(({ comments }) => comments)
    .find((comment) => comment.id === id)
    ?.reactions.map((reaction) => reaction.split(' ').at(-1) ?? '');
}

function answers(github: EmbeddedGitHub, number: number): string {
  return issue(github, number)
    .comments.filter(({ author, body }) => author.endsWith('[bot]') && !body.includes('/ledger -->'))
    .map(({ body }) => body)
    .join('\n');
}

async function end(github: EmbeddedGitHub): Promise<void> {
  expectNoViolations(github);
  await github.close();
}

describe('the App', () => {
  test('shows 👀 while the run waits, and answers when it is over', async () => {
    const github = await started();
    const app = await startTestApp(github, () => NOW);
    const gate = closedGate();
    const seen = closedGate();
    const remove = [
      github.before(({ operation }) => (operation === 'RelcommsLook' ? gate.passed : undefined)),
      github.after(({ path }) => (path.endsWith('/reactions') ? seen.open() : undefined)),
    ];
    const id = await github.as('bob').comment(1, `/release done ${NOTES}`);
    await seen.passed;
    expect(reactions(github, id)).toEqual(['eyes']);
    gate.open();
    await quiet(github, app);
    for (const lift of remove) lift();
    expect(reactions(github, id)).toEqual(['eyes', '+1']);
    expect(issue(github, numberOf(github, NOTES)).state).toBe('closed');
    await app.close();
    await end(github);
  });

  test('takes no 👀 for an answer, its own or those of others', async () => {
    const github = await started();
    const id = await github.as('bob').comment(1, '/release status');
    const path = `/repos/acme/demo/issues/comments/${id}/reactions`;
    await github.as('github-actions[bot]').request('POST', path, { content: 'eyes' });
    await github.as('dave').request('POST', path, { content: '+1' });
    await runAction(github, NOW);
    expect(reactions(github, id)).toEqual(['eyes', '+1', '+1']);
    expect(answers(github, 1)).toContain('bob, `/release status`:\n\n## Week 1 of 4');
    await end(github);
  });

  test('answers without 👀 when GitHub refuses them', async () => {
    const github = await started();
    const app = await startTestApp(github, () => NOW);
    github.fault({ match: ({ path }) => path.endsWith('/reactions'), times: 1, kind: 'error-before' });
    const id = await github.as('bob').comment(1, '/release help');
    await quiet(github, app);
    expect(reactions(github, id)).toEqual(['+1']);
    await app.close();
    await end(github);
  });

  test.each([
    ['a typo', 'bob', 1, '/release dun'],
    ['code', 'bob', 1, '`/release done`'],
    ["a command on somebody else's issue", 'bob', 0, '/release done'],
  ])('shows none for %s', async (_, login, number, text) => {
    const github = await started();
    const other = await github.as('dave').openIssue({ title: 'Mine', body: issue(github, 1).body });
    const app = await startTestApp(github, () => NOW);
    const id = await github.as(login).comment(number === 0 ? other : number, text);
    await quiet(github, app);
    expect(reactions(github, id)).not.toContain('eyes');
    await app.close();
    await end(github);
  });
});

describe('a reply that GitHub refuses', () => {
  test.each([
    ['to be made', 'POST', 403],
    ['to be made', 'POST', 422],
    ['to be looked for', 'GET', 404],
    ['to be looked for', 'GET', 410],
  ])('%s by %s, %i: the next run answers, and nothing is lost', async (_, method, status) => {
    const github = await started();
    const id = await github.as('carol').comment(1, '/release mute');
    github.fault({
      match: (request) => request.method === method && request.path.endsWith('/issues/1/comments'),
      times: 1,
      kind: 'error-before',
      status,
    });
    await runAction(github, NOW);
    expect(reactions(github, id)).toEqual([]);
    await runAction(github, NOW);
    expect(reactions(github, id)).toEqual(['+1']);
    expect(answers(github, 1).match(/carol, `\/release mute`/g)).toHaveLength(1);
    const writes = github.journal.length;
    await runAction(github, NOW);
    expect(writesSince(github, writes)).toEqual([]);
    await end(github);
  });
});

describe('mute', () => {
  test('counts with its line in the log, even where another reply of the run fails', async () => {
    const github = await started();
    await github.as('carol').comment(1, '/release mute');
    const help = await github.as('bob').comment(2, '/release help');
    github.fault({
      match: ({ operation }) => operation === 'RelcommsComments',
      times: 1,
      kind: 'refuse-field',
      field: 1,
    });
    await runAction(github, NOW);
    expect(reactions(github, help)).toEqual([]);
    await runAction(github, NOW);
    expect(reactions(github, help)).toEqual(['+1']);
    expect(
      issue(github, 1)
        .comments.map(({ body }) => body)
        .join(),
    ).toContain('"muted":["carol"]');
    await end(github);
  });

  test('stops mentions and assignments of this person, also in notices and in new task issues', async () => {
    const github = await started(CONFIG.replace('tasks: all', 'tasks: upcoming'));
    const welcome = issue(github, 1).comments.find(({ body }) => body.includes('has started'));
    expect(welcome?.body).toContain('- @carol: docs');
    expect(numberOf(github, NOTES)).toBe(0);
    await github.as('carol').comment(1, '/release mute');
    await runAction(github, NOW);
    await github
      .as('alice')
      .putFile('.github/relcomms.yml', CONFIG.replace('release: 2020-01-28', 'release: 2020-01-29'));
    const from = issue(github, 1).comments.length;
    await runAction(github, NOW);
    const notices = issue(github, 1).comments.slice(from);
    expect(notices.map(({ body }) => body).join()).toMatch(/For: .*\bcarol\b/);
    expect(notices.map(({ body }) => body).join()).not.toContain('@carol');
    expect(issue(github, numberOf(github, NOTES)).assignees).toEqual([]);
    await github.as('carol').comment(1, '/release unmute');
    await runAction(github, NOW);
    expect(issue(github, numberOf(github, NOTES)).assignees).toEqual(['carol']);
    await end(github);
  });

  test('is not lost when the log can not be written', async () => {
    const github = await started();
    const id = await github.as('carol').comment(1, '/release mute');
    let bad = true;
    github.fault({
      match: ({ method, path }) => bad && method === 'PATCH' && path.includes('/issues/comments/'),
      times: 10,
      kind: 'error-before',
    });
    await runAction(github, NOW);
    expect(reactions(github, id)).toEqual([]);
    bad = false;
    await runAction(github, NOW);
    expect(reactions(github, id)).toEqual(['+1']);
    expect(answers(github, 1).match(/^.*`\/release mute`(?! stops)/gm)).toHaveLength(1);
    await end(github);
  });
});

describe('a team that holds a role', () => {
  const line = `/release done ${NOTES}`;

  test('gives its members the right, when the App may read members', async () => {
    const github = await started();
    const app = await startTestApp(github, () => NOW);
    const member = await github.as('dave').comment(1, line);
    const stranger = await github.as('frank').comment(1, line);
    await quiet(github, app);
    expect([reactions(github, member), reactions(github, stranger)]).toEqual([
      ['eyes', '+1'],
      // Who is no part of the repository gets no 👀.
      ['confused'],
    ]);
    // Teams are never assigned or mentioned; the issue says who holds the task.
    const task = issue(github, numberOf(github, NOTES));
    expect(task.assignees).toEqual(['carol']);
    expect(task.body).toContain('**Owner:** carol, acme/docs (docs)');
    expect(issue(github, 1).body).not.toContain('@acme');
    await app.close();
    await end(github);
  });

  test('gives no right when its members can not be looked up, and the answer says so', async () => {
    const github = await started();
    const id = await github.as('dave').comment(1, line);
    await runAction(github, NOW);
    expect(reactions(github, id)).toEqual(['confused']);
    expect(answers(github, 1)).toContain("relcomms couldn't check whether you are in acme/docs");
    const from = github.journal.length;
    await runAction(github, NOW);
    expect(writesSince(github, from)).toEqual([]);
    await end(github);
  });

  test('is asked about for nobody else than who may need it', async () => {
    const github = await started();
    const asked = () => github.journal.filter(({ path }) => path.includes('/memberships/')).length;
    await runAction(github, NOW);
    await github.as('alice').comment(1, '/release status');
    await runAction(github, NOW);
    expect(asked()).toBe(0);
    await github.as('bob').comment(1, '/release status');
    await runAction(github, NOW);
    expect(asked()).toBe(1);
    await end(github);
  });
});

describe('what GitHub refuses', () => {
  test('is told to who wanted a person assigned', async () => {
    const github = await started();
    const number = numberOf(github, NOTES);
    const id = await github.as('alice').comment(number, '/release assign @frank');
    await runAction(github, NOW);
    expect(reactions(github, id)).toEqual(['confused']);
    expect(answers(github, number)).toContain(
      'alice, `/release assign @frank`: GitHub did not assign frank.',
    );
    const from = github.journal.length;
    await runAction(github, NOW);
    expect(writesSince(github, from)).toEqual([]);
    await end(github);
  });

  test('is told to who wanted a date moved', async () => {
    const github = await started();
    github.fault({
      match: ({ method, path }) => method === 'POST' && path.endsWith('/pulls'),
      times: 5,
      kind: 'error-before',
      status: 403,
    });
    const id = await github.as('alice').comment(1, '/release slip code-freeze +1d because of a bug');
    await runAction(github, NOW);
    expect(reactions(github, id)).toEqual(['confused']);
    expect(answers(github, 1)).toContain("relcomms couldn't open the pull request, so it proposed no date.");
    await end(github);
  });
});

test('a task is opened again in the closed issue where it was closed', async () => {
  const github = await started();
  const number = numberOf(github, NOTES);
  await github.as('carol').comment(number, '/release done');
  await runAction(github, NOW);
  expect(issue(github, number).state).toBe('closed');
  const id = await github.as('carol').comment(number, '/release undo');
  await runAction(github, NOW);
  expect([issue(github, number).state, reactions(github, id)]).toEqual(['open', ['+1']]);
  await end(github);
});
