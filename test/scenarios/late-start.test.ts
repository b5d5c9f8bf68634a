// Scenario: relcomms begins in the middle of a cycle, and offers by one box what it holds back.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { issue, repository } from '../support/tracking.ts';

const LATE = instant('2020-01-15T12:00:00Z');
const OFFER = 'Open issues for the 1 task due before this issue was opened, and assign everybody at once';

/** Alice holds seven tasks, all due in week 2. */
const MORE = Array.from({ length: 7 }, (_, index) => ({ id: `more-${index}`, title: `Do part ${index}` }));

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed({ section: 'tasks: all', more: MORE }) });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

async function run(): Promise<void> {
  await runAction(github, LATE);
  const before = github.journal.length;
  await runAction(github, LATE);
  expect(writesSince(github, before)).toEqual([]);
}

function assigned(): number {
  return repository(github).issues.filter(
    ({ number, assignees }) => number > 1 && assignees.includes('alice'),
  ).length;
}

function titles(): string[] {
  return repository(github).issues.map(({ title }) => title);
}

test('what is past gets no issue and people get five tasks a day, until somebody ticks the box', async () => {
  await run();
  expect(titles()).not.toContain('Settle the theme');
  expect(assigned()).toBe(5);
  expect(issue(github, 1).body).toContain(`### <!-- relcomms:group late-start -->Late start`);
  expect(issue(github, 1).body).toContain(`${OFFER} (without it, the next 2 tasks on Thu 16 Jan 2020)`);

  await github.as('bob').tick(1, OFFER);
  await run();
  expect(titles()).toContain('Settle the theme');
  expect(assigned()).toBe(8);
  expect(issue(github, 1).body).toMatch(/- \[x\] .*All tasks get issues, and everybody is assigned at once/);
});

test('the offer goes when nothing is held back any more', async () => {
  await run();
  for (const title of ['Settle the theme', ...MORE.map((one) => one.title)])
    // oxlint-disable-next-line no-await-in-loop -- one tick after the other
    await github.as('bob').tick(1, title);
  await run();
  expect(issue(github, 1).body).not.toContain('Late start');
  expect(titles()).not.toContain('Settle the theme');
});
