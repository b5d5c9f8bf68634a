// Scenario: the steps of tasks are checked in their issues or in the checklist, while the config and the dates change.
import type { Instant } from '../../src/domain/day.ts';
import { readTicks } from '../../src/body/ticks.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { CONFIG } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const STEPS = `[Draft it, 'Ask @bob **now**', Publish it]`;

const TEXT = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
tracking-issue: { tasks: upcoming }
tasks:
  - { id: post, title: Write the post, role: lead, week: 1, steps: ${STEPS} }
  - { id: later, title: Thank everybody, role: lead, week: 4, steps: ${STEPS} }
  - { id: call, title: Call the team, week: 1, every: 1 week, until: week 2, steps: [Invite, Write the minutes] }
releases: [{ version: v2.0.0, start: 2020-01-06, release: 2020-01-28 }]
`;

const MONDAY = instant('2020-01-06T12:00:00Z');

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(TEXT) });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

/** Runs until nothing is left to write: two runs at most. */
async function settle(now: Instant = MONDAY): Promise<void> {
  await runAction(github, now);
  await runAction(github, now);
  const before = github.journal.length;
  await runAction(github, now);
  expect(writesSince(github, before)).toEqual([]);
}

async function write(text: string): Promise<void> {
  await github.as('alice').putFile(CONFIG, text);
}

function numberOf(title: string): number {
  const found = repository(github).issues.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no issue ${title}`);
  return found.number;
}

/** The line of a task in the checklist, without marks. */
function lineOf(id: string): string {
  const line = issue(github, 1)
    .body.split('\n')
    .find((text) => text.includes(`relcomms:task ${id} `));
  return (line ?? '').replaceAll(/<!--.*?-->/g, '');
}

function check(number: number, id: string, on = true): Promise<void> {
  return github.as('alice').tick(number, (line) => line.includes(`relcomms:task ${id} `), on);
}

function checked(number: number): string[] {
  return [...readTicks(issue(github, number).body)].flatMap(([id, on]) => (on ? [id] : []));
}

test('they stand in the issue of the task, with a count in the checklist; where a task gets none, below it', async () => {
  await settle();
  const post = numberOf('Write the post');
  expect(issue(github, post).body).toMatch(
    /### .*Steps<!-- .*\n\n- \[ \] .*Draft it<.*\n- \[ \] .*Ask @&#8203;bob \*\*now\*\*<.*\n- \[ \] .*Publish it</,
  );
  expect(lineOf('post')).toContain(', 0 of 3 steps');
  expect(lineOf('later')).toContain(', 3 steps');
  expect(lineOf('call.2020-w02/invite')).toBe('  - [ ] Invite');
  expect(issue(github, 1).body).not.toContain('Publish it');
});

test('all steps checked: the issue and the checklist ask for the task, which nobody but people checks', async () => {
  await settle();
  const post = numberOf('Write the post');
  for (const id of ['post/draft-it', 'post/ask-bob-now']) await check(post, id);
  await settle();
  expect(lineOf('post')).toContain(', 2 of 3 steps');
  await check(post, 'post/publish-it');
  for (const id of ['invite', 'write-the-minutes']) await check(1, `call.2020-w02/${id}`);
  await settle();
  expect(lineOf('post')).toMatch(/^- \[ \] .*, all 3 steps are done: check this box/);
  expect(lineOf('call.2020-w02')).toMatch(/^- \[ \] .*, all 2 steps are done: check this box/);
  expect(issue(github, post)).toMatchObject({ state: 'open' });
  expect(issue(github, post).body).toContain(
    'All 3 steps are done: close this issue if the task is done too',
  );
  await github.as('alice').close(post);
  await settle();
  expect(lineOf('post')).toMatch(/^- \[x\] (?!.*step)/);
  expect(checked(post)).toHaveLength(3);
});

test('other order, other punctuation, a slip: checks stay; other words are another step, and the old one stays', async () => {
  await settle();
  const post = numberOf('Write the post');
  await check(post, 'post/draft-it');
  await check(1, 'call.2020-w03/invite');
  await github.as('bob').editBody(post, (body) => body.replace(/(.*post\/draft-it .*)/, '$1\n  - own note'));
  await settle();
  await write(
    TEXT.replace(STEPS, `[Check it, Publish it, '**Draft** it.']`).replace(
      'start: 2020-01-06, release: 2020-01-28',
      'start: 2020-01-13, release: 2020-02-04',
    ),
  );
  await settle(instant('2020-01-14T12:00:00Z'));
  expect(checked(post)).toEqual(['post/draft-it']);
  expect(issue(github, post).body).toMatch(/- \[x\] .*\*\*Draft\*\* it\.<.*\n {2}- own note/);
  expect([...readTicks(issue(github, post).body).keys()].toSorted()).toEqual([
    'post/check-it',
    'post/draft-it',
    'post/publish-it',
  ]);
  expect(checked(1)).toEqual(['call.2020-w03/invite']);
  await write(TEXT.replace(STEPS, '[Write it, Publish it]'));
  await settle(instant('2020-01-14T12:00:00Z'));
  expect(Object.fromEntries(readTicks(issue(github, post).body))).toEqual({
    'post/draft-it': true,
    'post/publish-it': false,
    'post/write-it': false,
  });
});

test('a line that people delete comes back as it was, and so do all of an issue that people empty', async () => {
  await settle();
  const post = numberOf('Write the post');
  await check(post, 'post/draft-it');
  await check(1, 'call.2020-w02/invite');
  await settle();
  await github.as('bob').editBody(post, (body) => body.replace(/.*post\/draft-it .*\n/, ''));
  await github.as('bob').editBody(1, (body) => body.replace(/.*call\.2020-w02\/invite .*\n/, ''));
  await settle();
  expect(checked(post)).toEqual(['post/draft-it']);
  expect(checked(1)).toEqual(['call.2020-w02/invite']);
  await github.as('bob').editBody(post, () => 'Nothing here.');
  await settle();
  expect(checked(post)).toEqual(['post/draft-it']);
  expect(issue(github, post).body).toContain('Nothing here.');
});

test('steps that the config no longer has go, those that people checked stay', async () => {
  await settle();
  const post = numberOf('Write the post');
  await write(TEXT.replaceAll(/, steps: \[.*?\](?= \})/g, ''));
  await settle();
  expect(issue(github, post).body).not.toContain('Steps');
  expect(lineOf('post')).not.toContain('step');
  await write(TEXT);
  await settle();
  await check(post, 'post/draft-it');
  await write(TEXT.replaceAll(/, steps: \[.*?\](?= \})/g, ''));
  await settle();
  expect(checked(post)).toEqual(['post/draft-it']);
});

test('without issues of tasks they are checked in the checklist, and stay there when tasks get issues', async () => {
  await write(TEXT.replace('tasks: upcoming', 'tasks: none'));
  await settle();
  await check(1, 'post/draft-it');
  await settle();
  await write(TEXT);
  await settle();
  expect(issue(github, numberOf('Write the post')).body).not.toContain('Draft it');
  expect(checked(1)).toEqual(['post/draft-it']);
  expect(lineOf('post')).toMatch(/#\d+$/);
});

test('at the end of the cycle the boxes stay as people left them', async () => {
  await settle();
  const post = numberOf('Write the post');
  await check(post, 'post/draft-it');
  await check(1, 'call.2020-w02/invite');
  await settle(instant('2020-01-08T12:00:00Z'));
  await settle(instant('2020-02-03T12:00:00Z'));
  expect(issue(github, 1).state).toBe('closed');
  expect(checked(post)).toEqual(['post/draft-it']);
  expect(readTicks(issue(github, 1).body).get('call.2020-w02/write-the-minutes')).toBe(false);
});
