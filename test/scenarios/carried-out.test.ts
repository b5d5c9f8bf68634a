// Scenario: a Kyma cycle with every section on, in which relcomms carries out nine tasks of the preset itself.
import { readTicks } from '../../src/body/ticks.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Channels } from '../../src/domain/outbox.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { clientOf, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';
import { at, read, releaseOf } from '../support/world.ts';

const CONFIG = `extends: [kyma-release]
timezone: Europe/Berlin
roles: { release-master: [alice], release-manager: [bob], scrum-master: [carol] }
teams:
  api: { github: acme/api, slack: '#team-api', tests: ['^api'], lead: bob }
audiences:
  teams: { slack: ['#releases'], teams: yes }
  scrum-masters: { slack: ['#scrum-masters'] }
  community: { slack: ['#general'], workspace: community, reach: external }
releases:
  - { version: '1.10.0', title: Kyma 1.10, start: 2020-01-20, release: 2020-03-05, branch: release-1.10 }
slack:
  dates: [teams]
  digest: { every: 2 weeks, from: 2020-01-23, to: scrum-masters }
  released: [community]
wiki:
`;
const SEED = {
  ...defaultSeed,
  files: { '.github/relcomms.yml': CONFIG },
  branches: { 'release-1.10': {} },
};
const RELEASE = releaseOf(read(CONFIG));
const CARRIED = RELEASE.tasks.filter(({ doneBy }) => doneBy !== undefined);

/** The days on which something of it is due, and the first one. */
const WALKED = [...new Set([RELEASE.start, ...CARRIED.map(({ due }) => due)])].toSorted();

const CHECKED = /^- \[x\].*\(relcomms does this\), due /;
const LINKED = new RegExp(`${CHECKED.source}.*, \\[done\\]\\(<https://\\S+>\\)`);

/** Those of a test, whose messages have pages. */
function linked(channels: Channels): Channels {
  return {
    ...channels,
    send: async (notice, thread) => {
      const outcome = await channels.send(notice, thread);
      if (outcome.kind !== 'done') return outcome;
      const link = `https://messages.example/${outcome.sent.id}`;
      return { ...outcome, sent: { ...outcome.sent, link } };
    },
  };
}

async function eventsOf(github: EmbeddedGitHub, today: Day): Promise<void> {
  if (today === RELEASE.start)
    await github.runJobs({ branch: 'release-1.10', workflow: 'CI', jobs: { api: 'success' }, artifacts: {} });
  if (today !== RELEASE.release) return;
  await github
    .as('alice')
    .request('POST', '/repos/acme/demo/releases', { tag_name: '1.10.0', name: 'Kyma 1.10' });
}

function lineOf(body: string, id: string): string {
  return body.split('\n').find((line) => line.includes(`relcomms:task ${id} `)) ?? '';
}

// Carries Y3, Y4, Y10, Y11, Y12, Y17, Y18, Y20 and Y21 of docs/requirements.md.
test('nine tasks get no issue and no holder, are checked with a link, and are never overdue', async () => {
  expect([...new Set(CARRIED.map(({ id, occurrence }) => occurrence?.of ?? id))]).toHaveLength(9);
  let today = RELEASE.start;
  const github = await startTestGitHub({ seed: SEED, now: () => at(`${today}T09:00:00Z`) });
  const channels = testChannels();
  const run = () =>
    reconcile({
      github: clientOf(github),
      now: at(`${today}T09:00:00Z`),
      channels: linked(channels.run()),
    });
  for (today of WALKED) {
    await eventsOf(github, today);
    await run();
    const before = github.journal.length;
    const again = await run();
    expect([today, writesSince(github, before)]).toEqual([today, []]);
    const standing = 'standing' in again ? again.standing.map(({ key }) => key) : [];
    expect(standing.filter((key) => CARRIED.some(({ id }) => key === `task/${id}`))).toEqual([]);
    const { body } = issue(github, 1);
    const ticks = readTicks(body);
    const late = CARRIED.filter(({ id, due }) => due <= today && ticks.get(id) !== true);
    expect([today, late.map(({ id }) => id)]).toEqual([today, []]);
  }
  const { body } = issue(github, 1);
  // The page of a list is the tracking issue itself, which has no https address here.
  for (const { id, doneBy } of CARRIED)
    expect(lineOf(body, id)).toMatch(doneBy?.endsWith('.list') === true ? CHECKED : LINKED);
  const titles = repository(github).issues.map(({ title }) => title);
  expect(titles.filter((title) => CARRIED.some((task) => task.title === title))).toEqual([]);
  expectNoViolations(github);
  await github.close();
}, 180_000);

test('who clears a box that relcomms checked keeps it clear, and who checks one first keeps it checked', async () => {
  const github = await startTestGitHub({ seed: SEED });
  const channels = testChannels();
  const run = (now: string) =>
    reconcile({ github: clientOf(github), now: at(now), channels: linked(channels.run()) });
  await run('2020-01-20T09:00:00Z');
  const ticked = (id: string) => readTicks(issue(github, 1).body).get(id);
  expect([ticked('announce-deadlines'), ticked('announce-release')]).toEqual([true, false]);
  await github
    .as('alice')
    .editBody(1, (body) =>
      body
        .replace('- [x] <!-- relcomms:task announce-deadlines', '- [ ] <!-- relcomms:task announce-deadlines')
        .replace('- [ ] <!-- relcomms:task announce-release', '- [x] <!-- relcomms:task announce-release'),
    );
  await run('2020-01-21T09:00:00Z');
  await run('2020-03-04T09:00:00Z');
  expect([ticked('announce-deadlines'), ticked('announce-release')]).toEqual([false, true]);
  expect(lineOf(issue(github, 1).body, 'announce-deadlines')).not.toContain('[done]');
  await github.close();
});

test('while the section is off they are tasks of people, with issues and holders', () => {
  const off = CONFIG.replace(/^slack:[^]*$/m, '');
  const release = releaseOf(read(off));
  const tasks = release.tasks.filter(({ id }) => /^(announce|publish|magicbox|scrum)/.test(id));
  expect(tasks.length).toBeGreaterThan(5);
  expect(tasks.every(({ doneBy, holders }) => doneBy === undefined && holders.length === 1)).toBe(true);
});
