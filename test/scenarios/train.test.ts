// Scenario: a train of three lines has one tracking issue, one of everything, and boxes for each line.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { readTicks } from '../../src/body/ticks.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { type TestChannels, testChannels } from '../support/channels.ts';
import { CONFIG as PATH } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { clientOf, instant, writesSince } from '../support/runs.ts';
import { issue, openTrackingIssues } from '../support/tracking.ts';

const LINES = `['1.17.5', '1.16.12', '1.15.19']`;

const TEXT = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 2, release-week: 2, weeks-after: 1 }
milestones: { cherry-pick-deadline: release - 4 days }
audiences:
  teams: { slack: ['#releases'] }
  community: { slack: ['#general'], workspace: community, reach: external }
tracking-issue: { tasks: none }
slack: { dates: [teams], released: [community], digest: { to: teams, every: 1 week, from: 2026-12-04 } }
calendar:
deadlines:
report:
tasks:
  - { id: list, title: 'List the fixes for {lines}', role: lead, week: 1 }
  - { id: tag, title: Tag and publish, role: lead, due: release, per: line }
  - { id: images, title: Build the images, role: lead, due: release, per: line, steps: ['Build from {branch}', Push them] }
releases:
  - version: patches-2026-12
    together: ${LINES}
    release: 2026-12-08
    title: December patches
    branch: release-{minor}
  - { version: 1.18.0, release: 2027-02-09, branch: main }
`;

let github: EmbeddedGitHub;
let channels: TestChannels;

beforeEach(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(TEXT) });
  channels = testChannels();
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

const run = (now: string) =>
  reconcile({ github: clientOf(github), now: instant(now), channels: channels.run() });

/** Runs until nothing is left to write. */
async function settle(now: string): Promise<void> {
  const outcome = await run(now);
  if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome).slice(0, 600));
  await run(now);
  await run(now);
  const before = github.journal.length;
  await run(now);
  expect(writesSince(github, before)).toEqual([]);
}

function check(id: string): Promise<void> {
  return github.as('alice').tick(1, (line) => line.includes(`relcomms:task ${id} `), true);
}

function publish(version: string): Promise<unknown> {
  return github
    .as('alice')
    .request('POST', '/repos/acme/demo/releases', { tag_name: `v${version}`, target_commitish: 'main' });
}

const body = (): string => issue(github, 1).body;
const plain = (): string => body().replaceAll(/<!--.*?-->/g, '');

const lineWords = (): string => /\*\*Lines:\*\* (.*)/.exec(body())?.[1] ?? '';

test('one issue for the train: each line has its boxes below the task, and what is checked is counted per line', async () => {
  await settle('2026-11-30T12:00:00Z');
  expect(openTrackingIssues(github).map(({ title }) => title)).toEqual(['Release December patches']);
  expect(plain()).toContain('List the fixes for 1.17.5, 1.16.12 and 1.15.19 (lead: alice)');
  expect(plain()).toMatch(
    /- \[ \] Tag and publish .*\n {2}- \[ \] 1\.17\.5\n {2}- \[ \] 1\.16\.12\n {2}- \[ \] 1\.15\.19\n/,
  );
  expect(plain()).toContain('  - [ ] 1.16.12: Build from release-1.16\n  - [ ] 1.16.12: Push them\n');
  expect(lineWords()).toBe('1.17.5: 0 of 3 · 1.16.12: 0 of 3 · 1.15.19: 0 of 3');
  await check('tag/1.16.12');
  await check('images/1.16.12.push-them');
  await check('images/1.17.5.push-them');
  await settle('2026-12-01T12:00:00Z');
  expect(lineWords()).toBe('1.17.5: 1 of 3 · 1.16.12: 2 of 3 · 1.15.19: 0 of 3');
  await check('tag');
  await settle('2026-12-02T12:00:00Z');
  expect(lineWords()).toBe('1.17.5: 2 of 3 · 1.16.12: 2 of 3 · 1.15.19: 1 of 3');
});

test('a line that drops out keeps no box that nobody checked, a new one begins with none checked', async () => {
  await settle('2026-11-30T12:00:00Z');
  await check('tag/1.15.19');
  await check('tag/1.17.5');
  await github.as('alice').putFile(PATH, TEXT.replace(LINES, `['1.14.22', '1.17.5', '1.16.12']`));
  await settle('2026-12-01T12:00:00Z');
  const ticks = readTicks(body());
  expect([...ticks].filter(([, on]) => on).map(([id]) => id)).toEqual(['tag/1.17.5', 'tag/1.15.19']);
  expect([...ticks.keys()].filter((id) => id.startsWith('images/1.15.19'))).toEqual([]);
  expect(lineWords()).toBe('1.14.22: 0 of 3 · 1.17.5: 1 of 3 · 1.16.12: 0 of 3');
});

test('every message, date, and event is there once, and the train is out when its last line is', async () => {
  for (let today = day('2026-11-30'); today <= '2026-12-08'; today = addDays(today, 1)) {
    // oxlint-disable-next-line no-await-in-loop -- day after day
    await settle(`${today}T16:00:00Z`);
  }
  const titles = channels.sent.map(({ place, title }) => `${place} ${title}`);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.filter((title) => /1\.1[567]\./.test(title))).toEqual([]);
  expect(channels.sent.find(({ title }) => title.includes('where the release stands'))?.words).toContain(
    '1.17.5: 0 of 3 · 1.16.12: 0 of 3 · 1.15.19: 0 of 3',
  );
  const { json } = await github
    .as('alice')
    .request('GET', '/repos/acme/demo/contents/release.ics?ref=relcomms-calendar');
  const calendar = Buffer.from((json as { readonly content: string }).content, 'base64').toString();
  expect(calendar.match(/UID:.*release@relcomms/g)).toEqual(['UID:patches-2026-12/release@relcomms']);
  await publish('1.17.5');
  await publish('1.15.19');
  await settle('2026-12-09T09:00:00Z');
  const late = issue(github, 1).comments.filter((one) =>
    one.body.includes('**December patches is not out.**'),
  );
  expect(late.map((one) => one.body)).toEqual([
    expect.stringContaining(
      '**December patches is not out.** Release day was Tue 8 Dec 2026, and this line is missing: 1.16.12 (there is no tag for it).',
    ),
  ]);
  await check('tag/1.17.5');
  await github.as('alice').comment(1, '/release audit');
  await settle('2026-12-09T10:00:00Z');
  expect(issue(github, 1).comments.at(-1)?.body).toContain(
    'Tag and publish, was due Tue 8 Dec 2026, still to do for 1.16.12 and 1.15.19',
  );
  expect(channels.sent.filter(({ place }) => place.includes('community'))).toEqual([]);
  await publish('1.16.12');
  await settle('2026-12-09T12:00:00Z');
  const news = channels.sent.filter(({ place }) => place.includes('community'));
  expect(news.map(({ title }) => title)).toEqual(['December patches is out']);
  expect(news[0]?.words).toContain('1.17.5, 1.16.12 and 1.15.19 are released');
  expect(body()).not.toContain('is not out since');
});
