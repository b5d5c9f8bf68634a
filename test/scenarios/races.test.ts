// Scenario: deliveries, replicas, App and Action race; there is one tracking issue all the same (P1, P3).
import * as fc from 'fast-check';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { deliver, newestDelivery } from '../support/deliver.ts';
import { closedGate } from '../support/gate.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { rounds } from '../support/long.ts';
import { instant, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf, openTrackingIssues, repository, seen } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const CREATE_ISSUE = 'POST /repos/{owner}/{repo}/issues';
const CONFIG = '.github/relcomms.yml';

let github: EmbeddedGitHub;
let apps: RunningApp[];

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
  // No Redis between the two: they don't know of each other. Webhooks come only as a test sends them.
  apps = [await startTestApp(github, () => NOW, false), await startTestApp(github, () => NOW, false)];
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await github.close();
});

/** The webhook that tells of a new config: alice has just pushed one. */
async function push(text = smallConfig()) {
  await github.as('alice').putFile(CONFIG, `${text}# pushed\n`);
  return newestDelivery(github, 'push');
}

function firstApp(): RunningApp {
  const [app] = apps;
  if (app === undefined) throw new Error('no App was started');
  return app;
}

/** Holds every creation of an issue until that many want to create one. */
function barrier(parties: number): () => void {
  let arrived = 0;
  const gate = closedGate();
  return github.before(({ operation }) => {
    if (operation !== CREATE_ISSUE) return;
    arrived += 1;
    if (arrived >= parties) gate.open();
    return gate.passed;
  });
}

/** One open issue, the oldest; every other closed as its duplicate; and peace from then on. */
async function expectHealed(created: number): Promise<void> {
  const { issues, milestones, labels } = repository(github);
  expect(issues).toHaveLength(created);
  expect(openTrackingIssues(github).map(({ number }) => number)).toEqual([1]);
  expect(issues.slice(1).map(({ stateReason }) => stateReason)).toEqual(
    Array.from({ length: created - 1 }, () => 'duplicate'),
  );
  for (const { body } of issues.slice(1)) {
    expect(body).toMatch(/^\*\*This issue was opened twice\. Continue in #1\.\*\*/);
    expect(body.match(/opened twice/g)).toHaveLength(1);
  }
  expect(issue(github, 1).assignees).toEqual(['alice']);
  expect(ledgersOf(github, 1)).toHaveLength(1);
  expect(milestones.map(({ title }) => title)).toEqual(['v2.0.0']);
  expect(labels.filter(({ name }) => name === 'release')).toHaveLength(1);

  const before = github.journal.length;
  for (const app of apps) {
    await app.tick();
    await quiet(github, app);
  }
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
}

test.each([
  ['the same delivery id', () => 'one-and-the-same'],
  ['eight delivery ids', (index: number) => `delivery-${index}`],
])('eight deliveries at once with %s open one issue', async (_, idOf) => {
  const delivery = await push();
  const statuses = await Promise.all(
    Array.from({ length: 8 }, (_unused, index) => deliver(github, firstApp(), delivery, idOf(index))),
  );
  expect(statuses).toEqual(Array.from({ length: 8 }, () => 200));
  await quiet(github, ...apps);
  await expectHealed(1);
});

test('eight deliveries at once over two Apps that know nothing of each other leave one open issue', async () => {
  const delivery = await push();
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      Promise.all(apps.map((app) => deliver(github, app, delivery, `delivery-${index}`))),
    ),
  );
  await quiet(github, ...apps);
  expect(repository(github).issues.length).toBeGreaterThanOrEqual(1);
  await expectHealed(repository(github).issues.length);
});

test('two Apps that both create in the same instant: the lower number stays, the other is closed', async () => {
  const lift = barrier(2);
  const delivery = await push();
  await Promise.all(apps.map((app, index) => deliver(github, app, delivery, `to-${index}`)));
  await quiet(github, ...apps);
  lift();
  expect(github.journal.filter(({ operation }) => operation === CREATE_ISSUE)).toHaveLength(2);
  await expectHealed(2);
});

test('App and Action that both create in the same instant: the lower number stays, the other is closed', async () => {
  const lift = barrier(2);
  const delivery = await push();
  // The App has run a moment ago, and would let a minute pass before the next run.
  const heard = deliver(github, firstApp(), delivery, 'to-the-app').then(() => firstApp().idle());
  await Promise.all([heard, runAction(github, NOW)]);
  await quiet(github, ...apps);
  lift();
  const authors = new Set(repository(github).issues.map(({ author }) => author));
  expect(authors).toEqual(new Set(['relcomms[bot]', 'github-actions[bot]']));
  await expectHealed(2);
});

test('five Actions that create in the same instant leave one open issue', async () => {
  const lift = barrier(5);
  await Promise.all(Array.from({ length: 5 }, () => runAction(github, NOW)));
  lift();
  expect(repository(github).issues).toHaveLength(5);
  await runAction(github, NOW);
  await expectHealed(5);
});

/** What people do while relcomms is at work, in this order. */
const STORY: readonly (() => Promise<unknown>)[] = [
  () => github.as('bob').tick(1, 'Write the notes'),
  () => github.as('alice').putFile(CONFIG, smallConfig({ freeze: 'Feature freeze' })),
  () => github.as('carol').editBody(1, (body) => `${body}\nA line of carol's.\n`),
  () => github.as('dave').comment(1, 'When is the freeze?'),
  () => github.as('alice').putFile(CONFIG, smallConfig({ more: [{ id: 'mail', title: 'Write the mail' }] })),
  () =>
    github.as('alice').request('PATCH', '/repos/acme/demo/milestones/1', { due_on: '2020-05-05T12:00:00Z' }),
  () => github.as('alice').tick(1, 'Publish the post'),
];

/** After each step: which of the webhooks so far arrive, and whether people wait for what comes of it. */
interface Step {
  readonly hints: readonly number[];
  readonly wait: boolean;
}

/** Plays the story with these hints, then lets one scheduled run pass. */
async function play(steps: readonly Step[]): Promise<unknown> {
  const app = firstApp();
  await github.reset();
  await runAction(github, NOW);
  const begin = github.deliveries.length;
  for (const [index, act] of STORY.entries()) {
    await act();
    const known = github.deliveries.slice(begin);
    const picked = (steps[index]?.hints ?? []).flatMap((at) => known[at % known.length] ?? []);
    const sent = Promise.all(picked.map((hint, at) => deliver(github, app, hint, `${index}-${at}`)));
    if (steps[index]?.wait === true) {
      await sent;
      await quiet(github, app);
    } else await sent;
  }
  await app.tick();
  await quiet(github, app);
  return seen(github);
}

const SCHEDULES = rounds(5, 30);

test(`${SCHEDULES} schedules of dropped, doubled and reordered hints lead to what one run leads to`, async () => {
  const expected = await play([]);
  expect(JSON.stringify(expected)).toContain('Write the mail');
  let runs = 0;
  const step = fc.record({ hints: fc.array(fc.nat({ max: 20 }), { maxLength: 4 }), wait: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STORY.length, maxLength: STORY.length }), async (steps) => {
      const final = await play(steps);
      runs += github.journal.filter(({ operation }) => operation === 'RelcommsConfig').length;
      expect(final).toEqual(expected);
      expectNoViolations(github);
    }),
    { numRuns: SCHEDULES },
  );
  // Without runs in between, the hints would prove nothing.
  expect(runs).toBeGreaterThan(3 * SCHEDULES);
}, 120_000);
