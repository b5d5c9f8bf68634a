// Scenario: a broken config on the default branch is told once, where those who changed it hear of it.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import type { Instant } from '../../src/domain/day.ts';
import { reportLines, reportMarkdown } from '../../src/report/report.ts';
import type { Run } from '../../src/run/reconcile.ts';
import { wholeRun } from '../../src/run/whole-run.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { CONFIG, proposeConfig } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, repository } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const BROKEN = smallConfig().replace('timezone: UTC', 'timezone: Nowhere');
const OTHERWISE_BROKEN = smallConfig().replace('weeks: 4', 'weeks: many');

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

function run(mode: 'reconcile' | 'plan' = 'reconcile'): Promise<Run> {
  return runAction(github, NOW, (scope) => wholeRun(scope, mode));
}

function alarms() {
  return repository(github).issues.filter(({ title }) => title === 'The relcomms config is broken');
}

async function expectNothingToWrite(): Promise<void> {
  const before = github.journal.length;
  await run();
  expect(writesSince(github, before)).toEqual([]);
}

async function pushAs(login: string, text: string): Promise<void> {
  await github.as(login).putFile(CONFIG, text);
}

test('one issue says so to who pushed it, follows the mistakes, and is closed when they are gone', async () => {
  await run();
  await pushAs('alice', BROKEN);
  const planned = await run('plan');
  expect(alarms()).toEqual([]);
  const told = await run();
  const [alarm] = alarms();
  expect(alarm).toMatchObject({ state: 'open', labels: ['relcomms'] });
  expect(mentionsIn(alarm?.body ?? '')).toEqual(['alice']);
  expect(alarm?.body).toContain(
    '@alice: `.github/relcomms.yml` on the default branch has 1 error. It was last changed by commit ',
  );
  expect(alarm?.body).toContain('- **Line 1, column 11:** "Nowhere" is not a time zone.');
  expect(toldBy(told).operations).toEqual(toldBy(planned).operations);
  expect(toldBy(told).applied.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  await expectNothingToWrite();

  // Another mistake, by somebody else: the same issue says so.
  await pushAs('carol', OTHERWISE_BROKEN);
  await run();
  expect(alarms()).toMatchObject([{ number: alarm?.number, state: 'open' }]);
  expect(mentionsIn(issue(github, alarm?.number ?? 0).body)).toEqual(['carol']);
  await expectNothingToWrite();

  await pushAs('carol', smallConfig());
  await run();
  const ended = issue(github, alarm?.number ?? 0);
  expect(ended.state).toBe('closed');
  expect(ended.body).toContain('**The config is valid again** since 2020-01-08 12:00 UTC.');
  await expectNothingToWrite();

  // Broken again, once more by a commit of its own: a new one.
  await pushAs('alice', BROKEN);
  await run();
  expect(alarms().map(({ state }) => state)).toEqual(['closed', 'open']);
  await expectNothingToWrite();
});

function toldBy(ended: Run) {
  if (ended.kind !== 'broken-config' || ended.told === undefined) throw new Error(`nothing was told`);
  return ended.told;
}

test('what people close stays closed until the next commit breaks it', async () => {
  await pushAs('alice', BROKEN);
  await run();
  const [alarm] = alarms();
  await github.as('bob').close(alarm?.number ?? 0);
  await expectNothingToWrite();
  await pushAs('alice', OTHERWISE_BROKEN);
  await run();
  expect(alarms().map(({ state }) => state)).toEqual(['closed', 'open']);
});

test('a merge is told to who wrote it and to who merged it; a hidden key that somebody took away is found', async () => {
  const pull = await proposeConfig(github, BROKEN);
  await github.as('alice').merge(pull);
  await run();
  const [alarm] = alarms();
  expect(mentionsIn(alarm?.body ?? '').toSorted()).toEqual(['alice', 'carol']);
  await github.as('bob').editBody(alarm?.number ?? 0, () => 'I know');
  await run();
  expect(alarms()).toHaveLength(1);
  await expectNothingToWrite();
  // Nothing else is switched on: what is over is closed all the same.
  await pushAs(
    'alice',
    smallConfig()
      .replace(/^tracking-issue:.*$/m, '')
      .concat('\ntracking-issue: off\n'),
  );
  await run();
  expect(alarms()).toMatchObject([{ state: 'closed' }]);
});

test('where the issue can not be opened, the run says so, and the next one tries again', async () => {
  await pushAs('alice', BROKEN);
  github.fault({
    kind: 'error-before',
    times: 1,
    match: ({ operation }) => operation === 'RelcommsLastChange',
    status: 400,
  });
  const failed = await run();
  expect(reportMarkdown(failed)).toContain('The issue about it could not be updated: ');
  expect(alarms()).toEqual([]);
  const told = await run();
  expect(reportLines(told)).toContainEqual(
    expect.stringMatching(/^done: open the issue The relcomms config is broken/) as string,
  );
  expect(alarms()).toHaveLength(1);
});

describe('the App', () => {
  let app: RunningApp;
  let now: Instant;

  beforeEach(async () => {
    now = NOW;
    app = await startTestApp(github, () => now);
  });

  afterEach(() => app.close());

  test('says so on the push, and no second issue says later that nothing runs', async () => {
    await app.tick();
    await quiet(github, app);
    await pushAs('alice', BROKEN);
    await quiet(github, app);
    expect(alarms()).toMatchObject([{ state: 'open', author: 'relcomms[bot]' }]);
    const count = repository(github).issues.length;
    now = instant('2020-01-10T12:00:00Z');
    const before = github.journal.length;
    await app.tick();
    await quiet(github, app);
    expect(writesSince(github, before)).toEqual([]);
    expect(repository(github).issues).toHaveLength(count);
    // The Action finds what the App has opened.
    await expectNothingToWrite();
    await pushAs('alice', smallConfig());
    await quiet(github, app);
    expect(alarms()).toMatchObject([{ state: 'closed' }]);
  });
});
