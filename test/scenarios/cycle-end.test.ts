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
