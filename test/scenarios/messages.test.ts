// Scenario: messages outside of GitHub, killed at every request between claim and receipt.
import { type Instant, parseInstant } from '../../src/domain/day.ts';
import { reconcile } from '../../src/reconcile.ts';
import type { EmbeddedGitHub } from '../../src/sandbox/github/index.ts';
import { type TestChannels, testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { clientOf, writesSince } from '../support/runs.ts';
import { issue, ledgersOf } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: Europe/Berlin
roles: { lead: [alice] }
milestones:
  rc1: { on: release - 1 week, title: Release candidate 1 }
releases: [{ version: '1.10.0', title: Demo 1.10, start: 2020-01-06, release: 2020-01-30 }]
teams: { api: { github: acme/api, slack: '#team-api' } }
audiences:
  teams: { slack: ['#releases'], teams: yes }
  community: { slack: ['#general'], workspace: community, reach: external }
tracking-issue: { tasks: none }
slack: { dates: [teams], released: [community] }
`;
const SEED = { ...defaultSeed, files: { '.github/relcomms.yml': CONFIG } };
const MONDAY = '2020-01-06T09:00:00Z';

function at(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new RangeError(text);
  return parsed;
}

function run(github: EmbeddedGitHub, channels: TestChannels, now: string) {
  return reconcile({ github: clientOf(github), now: at(now), channels: channels.run() });
}

async function world() {
  return { github: await startTestGitHub({ seed: SEED }), channels: testChannels() };
}

test('one message per channel, in the log, and a second run sends and writes nothing', async () => {
  const { github, channels } = await world();
  await run(github, channels, MONDAY);
  await run(github, channels, MONDAY);
  expect(channels.sent.map(({ place, title, pin }) => [place, title, pin])).toEqual([
    ['#releases', 'Release 1.10.0: dates and contacts', true],
    ['#team-api', 'Release 1.10.0: dates and contacts', true],
  ]);
  const before = github.journal.length;
  await run(github, channels, '2020-01-06T10:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
  expect(github.journal.slice(before).filter(({ byHand }) => !byHand)).toHaveLength(2);
  expect(ledgersOf(github, 1)[0]?.body).toContain(
    'Told #&#8203;releases on Slack: Release 1.10.0: dates and contacts',
  );
  expectNoViolations(github);
  await github.close();
});

test('two runs at the same moment send each message once', async () => {
  const { github, channels } = await world();
  await run(github, channels, '2020-01-06T07:00:00Z');
  let other: Promise<unknown> | undefined;
  // While the first waits for its claim to be seen, the second comes by.
  channels.onSettle = async () => {
    channels.onSettle = async () => {};
    other = run(github, channels, MONDAY);
    await other;
  };
  await run(github, channels, MONDAY);
  await other;
  await run(github, channels, MONDAY);
  expect(channels.sent.map(({ place }) => place).toSorted()).toEqual(['#releases', '#team-api']);
  await github.close();
});

test('killed at every single request, each message arrives once, or twice where its receipt was lost', async () => {
  const undisturbed = await world();
  await run(undisturbed.github, undisturbed.channels, '2020-01-06T07:00:00Z');
  const begin = undisturbed.github.journal.length;
  await run(undisturbed.github, undisturbed.channels, MONDAY);
  const requests = undisturbed.github.journal.slice(begin).filter(({ byHand }) => !byHand).length;
  const expected = undisturbed.channels.sent.map(({ key }) => key).toSorted();
  await undisturbed.github.close();
  const twice: number[] = [];
  for (let kill = 0; kill < requests; kill++) {
    const { github, channels } = await world();
    await run(github, channels, '2020-01-06T07:00:00Z');
    let count = 0;
    let dead = true;
    github.fault({
      match: () => dead && count++ >= kill,
      times: 1000,
      kind: 'error-before',
      status: 403,
    });
    // What is killed sends nothing more, either.
    const channel = channels.run();
    const send: typeof channel.send = async (notice, thread) =>
      count > kill
        ? { kind: 'failed', code: 'dead', line: 'dead', certain: false }
        : channel.send(notice, thread);
    await reconcile({ github: clientOf(github), now: at(MONDAY), channels: { ...channel, send } }).catch(
      () => {},
    );
    dead = false;
    for (const later of ['2020-01-06T10:00:00Z', '2020-01-06T11:00:00Z', '2020-01-06T12:00:00Z'])
      await run(github, channels, later);
    const keys = channels.sent.map(({ key }) => key).toSorted();
    expect({ kill, keys: [...new Set(keys)] }).toEqual({ kill, keys: expected });
    expect({
      kill,
      most: Math.max(...expected.map((key) => keys.filter((one) => one === key).length)) <= 2,
    }).toEqual({ kill, most: true });
    if (keys.length > expected.length) twice.push(kill);
    await github.close();
  }
  // Only where the request that was killed is one between a message and its receipt.
  expect(twice.length).toBeLessThanOrEqual(2 * expected.length);
  expect(requests).toBeGreaterThan(8);
}, 120_000);

test('a run that comes too late sends nothing, whatever was claimed', async () => {
  const { github, channels } = await world();
  await run(github, channels, MONDAY);
  const before = channels.sent.length;
  channels.failures.push({ kind: 'failed', code: 'timeout', line: 'Nobody knows.', certain: false });
  await run(github, channels, '2020-01-16T09:00:00Z');
  const during = channels.sent.length;
  await run(github, channels, '2020-01-24T09:00:00Z');
  expect(during).toBeGreaterThan(before);
  expect(channels.sent.slice(during).filter(({ title }) => title.includes('candidate'))).toEqual([]);
  await github.close();
});

test('what is refused is named, tried again hours later, and stops nothing on GitHub', async () => {
  const { github, channels } = await world();
  const line = '#releases: the bot is not in the channel; invite it with /invite.';
  channels.failures.push({ kind: 'failed', code: 'not_in_channel', line, certain: true });
  await run(github, channels, MONDAY);
  expect(channels.sent.map(({ place }) => place)).toEqual(['#team-api']);
  const again = await run(github, channels, '2020-01-06T10:00:00Z');
  expect(again.kind === 'applied' && again.plan.skips.map(({ why }) => why).join('\n')).toContain(line);
  await run(github, channels, '2020-01-06T16:00:00Z');
  expect(channels.sent.map(({ place }) => place)).toEqual(['#team-api', '#releases']);
  await github.close();
});

test('a slip reaches everybody who was told the old day, the pinned message changes in silence', async () => {
  const { github, channels } = await world();
  await run(github, channels, MONDAY);
  await github
    .as('alice')
    .putFile('.github/relcomms.yml', CONFIG.replace('release: 2020-01-30', 'release: 2020-01-31'), 'Slip');
  await run(github, channels, '2020-01-07T09:00:00Z');
  expect(channels.updates.map(({ place }) => place)).toEqual(['#releases', '#team-api']);
  const moved = channels.sent.slice(2);
  expect(moved.map(({ place, title, thread }) => [place, title, thread])).toEqual([
    ['#releases', '1.10.0: 2 dates moved', '1'],
    ['#team-api', '1.10.0: 2 dates moved', '2'],
  ]);
  expect(moved[0]?.words).toContain('Release day: was Thu 30 Jan 2020, now Fri 31 Jan 2020');
  const before = github.journal.length;
  await run(github, channels, '2020-01-07T10:00:00Z');
  expect(channels.sent).toHaveLength(4);
  expect(writesSince(github, before)).toEqual([]);
  await github.close();
});

test('the outside hears once the GitHub release is there', async () => {
  const { github, channels } = await world();
  await run(github, channels, '2020-01-30T09:00:00Z');
  expect(channels.sent.filter(({ place }) => place.includes('community'))).toEqual([]);
  await github
    .as('alice')
    .request('POST', '/repos/acme/demo/releases', { tag_name: 'v1.10.0', target_commitish: 'main' });
  await run(github, channels, '2020-01-30T10:00:00Z');
  await run(github, channels, '2020-01-30T11:00:00Z');
  expect(channels.sent.filter(({ place }) => place.includes('community')).map(({ title }) => title)).toEqual([
    'Demo 1.10 is out',
  ]);
  await github.close();
});

test('an announcement is answered when it went out, and confused when it did not', async () => {
  const { github, channels } = await world();
  await run(github, channels, MONDAY);
  const good = await github
    .as('alice')
    .comment(1, '/release announce The test cluster is down because of a storm');
  await run(github, channels, '2020-01-07T09:00:00Z');
  expect(channels.sent.slice(2).map(({ place, words }) => [place, words.split('\n')[0]])).toEqual([
    ['#releases', 'The test cluster is down because of a storm'],
    ['#team-api', 'The test cluster is down because of a storm'],
  ]);
  channels.failures.push({ kind: 'failed', code: 'is_archived', line: 'It is archived.', certain: true });
  const bad = await github.as('alice').comment(1, '/release announce It is back');
  await run(github, channels, '2020-01-07T10:00:00Z');
  const reactions = (id: number) =>
    issue(github, 1)
      .comments.find((one) => one.id === id)
      ?.reactions.map((one) => one.split(' ').at(-1));
  expect([reactions(good), reactions(bad)]).toEqual([['+1'], ['confused']]);
  await run(github, channels, '2020-01-07T11:00:00Z');
  expect(channels.sent).toHaveLength(5);
  expectNoViolations(github);
  await github.close();
});
