// Scenario: when a cycle ends, what is open of it is closed as not planned, once, and people may reopen it.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { issue, repository } from '../support/tracking.ts';

const OPENED = instant('2020-01-07T12:00:00Z');
const NEAR = instant('2020-01-14T12:00:00Z');
const OVER = instant('2020-02-03T12:00:00Z');

async function played(section: string, story: (github: EmbeddedGitHub) => Promise<void>): Promise<void> {
  const github = await startTestGitHub({ seed: smallSeed({ section }) });
  try {
    await runAction(github, OPENED);
    await runAction(github, NEAR);
    await story(github);
    expectNoViolations(github);
  } finally {
    await github.close();
  }
}

const tasksOf = (github: EmbeddedGitHub) =>
  repository(github).issues.filter(({ body }) => body.includes('relcomms:begin task'));

test('open tasks are closed as not planned with a line that says why; the milestone is closed, the pin is off', async () => {
  await played('tasks: upcoming', async (github) => {
    await github.as('alice').close(2);
    expect(tasksOf(github).map(({ number }) => number)).toEqual([2, 3]);
    await runAction(github, OVER);
    expect(tasksOf(github).map(({ state, stateReason }) => [state, stateReason])).toEqual([
      ['closed', 'completed'],
      ['closed', 'not_planned'],
    ]);
    expect(issue(github, 3).body).toContain(
      '**Closed:** the cycle ended on Sun 2 Feb 2020 before this was done. If it is still needed, reopen it.',
    );
    expect(issue(github, 2).body).not.toContain('**Closed:**');
    expect(
      issue(github, 1).comments.some(({ body }) =>
        body.includes('1 task issue that nobody closed is closed'),
      ),
    ).toBe(true);
    const { milestones, pinned } = repository(github);
    expect(milestones).toMatchObject([{ title: 'v2.0.0', state: 'closed' }]);
    expect(pinned).toEqual([]);
    await github.as('bob').reopen(3);
    const from = github.journal.length;
    await runAction(github, instant('2020-02-04T12:00:00Z'));
    expect(writesSince(github, from)).toEqual([]);
    expect(issue(github, 3).state).toBe('open');
  });
});

test('where the config says so, they are left', async () => {
  await played('tasks: upcoming, at-end: leave', async (github) => {
    await runAction(github, OVER);
    expect(tasksOf(github).map(({ state }) => state)).toEqual(['open', 'open']);
    expect(repository(github).milestones).toMatchObject([{ state: 'closed' }]);
  });
});

/** With a further release, whose cycle begins when the first one ends. */
function carrying(later: string) {
  const seed = smallSeed({ section: 'tasks: upcoming, at-end: carry' });
  const path = '.github/relcomms.yml';
  const config = String(seed.files?.[path]).replace('tasks:\n', `${later}tasks:\n`);
  return startTestGitHub({ seed: { ...seed, files: { ...seed.files, [path]: config } } });
}

test('carried over: they change their GitHub milestone and parent, and the next tracking issue lists them while they are open', async () => {
  const github = await carrying('  - { version: v2.1.0, start: 2020-02-03, release: 2020-02-25 }\n');
  await runAction(github, OPENED);
  await runAction(github, NEAR);
  await github.as('alice').close(2);
  await runAction(github, OVER);
  const next = repository(github).issues.find(({ title }) => title === 'Release v2.1.0');
  const body = () => issue(github, next?.number ?? 0).body;
  expect(issue(github, 3)).toMatchObject({ state: 'open', milestone: 'v2.1.0' });
  expect([issue(github, 1).subIssues, next?.subIssues]).toEqual([[2], [3, 5]]);
  expect(issue(github, 3).body).toContain(
    '**Carried over to v2.1.0:** the cycle of v2.0.0 ended on Sun 2 Feb 2020 before this was done.',
  );
  expect(issue(github, 2)).toMatchObject({ state: 'closed', milestone: 'v2.0.0' });
  expect(body()).toContain('### Carried over\n\n- #3 Write the notes, from v2.0.0');
  expect(
    issue(github, 1).comments.some(({ body: text }) =>
      text.includes('1 task issue that nobody closed is carried over to **v2.1.0**'),
    ),
  ).toBe(true);
  const from = github.journal.length;
  await runAction(github, OVER);
  expect(writesSince(github, from)).toEqual([]);
  await github.as('bob').close(3);
  await runAction(github, instant('2020-02-04T12:00:00Z'));
  expect(body()).not.toContain('#3 Write the notes');
  expectNoViolations(github);
  await github.close();
});

test('without a later release they are left, and the handoff says so', async () => {
  const github = await carrying('');
  await runAction(github, OPENED);
  await runAction(github, NEAR);
  await runAction(github, OVER);
  expect(tasksOf(github).map(({ state, milestone }) => [state, milestone])).toEqual([
    ['open', 'v2.0.0'],
    ['open', 'v2.0.0'],
  ]);
  expect(
    issue(github, 1).comments.some(({ body }) =>
      body.includes('2 task issues are still open: the config has no later release to carry them to.'),
    ),
  ).toBe(true);
  await github.close();
});

test('closed by hand: asked once, and a lead closes the rest by a command on the closed issue', async () => {
  await played('tasks: upcoming', async (github) => {
    await github.as('bob').close(1);
    await runAction(github, NEAR);
    const [asked] = issue(github, 1).comments.filter(({ body }) => body.includes('/release close'));
    expect(asked?.body).toContain('Still there: 2 task issues, the GitHub milestone `v2.0.0` and the pin.');
    const before = github.journal.length;
    await runAction(github, NEAR);
    expect(writesSince(github, before)).toEqual([]);
    // Neither one who leads nothing nor another command does anything here.
    await github.as('bob').comment(1, '/release close');
    await github.as('alice').comment(1, '/release done notes');
    await runAction(github, NEAR);
    expect(tasksOf(github).map(({ state }) => state)).toEqual(['open', 'open']);
    const id = await github.as('alice').comment(1, '/release close');
    await runAction(github, NEAR);
    expect(tasksOf(github).map(({ state, stateReason }) => [state, stateReason])).toEqual([
      ['closed', 'not_planned'],
      ['closed', 'not_planned'],
    ]);
    expect(issue(github, 2).body).toContain(
      '**Closed:** the tracking issue was closed before this was done.',
    );
    expect(repository(github)).toMatchObject({ pinned: [], milestones: [{ state: 'closed' }] });
    expect(issue(github, 1).comments.find((comment) => comment.id === id)?.reactions).toHaveLength(1);
    const from = github.journal.length;
    await runAction(github, NEAR);
    await runAction(github, OVER);
    expect(writesSince(github, from)).toEqual([]);
  });
});

test('who reopens it goes on, and is not asked a second time', async () => {
  await played('tasks: upcoming', async (github) => {
    await github.as('bob').close(1);
    await runAction(github, NEAR);
    await github.as('bob').reopen(1);
    await github.as('alice').comment(1, '/release close');
    await runAction(github, NEAR);
    expect(tasksOf(github).map(({ state }) => state)).toEqual(['open', 'open']);
    await github.as('bob').close(1);
    await runAction(github, NEAR);
    const asked = issue(github, 1).comments.filter(({ body }) => body.includes('To keep them, do nothing'));
    expect(asked).toHaveLength(1);
  });
});
