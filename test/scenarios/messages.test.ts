// Scenario: messages outside of GitHub, killed at every request between claim and receipt.
import type { Receipts } from '../../src/github/apply/receipts.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { type TestChannels, testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { mentionedIn } from '../../src/text/mention.ts';
import { clientOf, writesSince } from '../support/runs.ts';
import { issue, ledgersOf } from '../support/tracking.ts';
import { at } from '../support/world.ts';

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

function run(github: EmbeddedGitHub, channels: TestChannels, now: string, receipts?: Receipts) {
  return reconcile({ github: clientOf(github), now: at(now), channels: channels.run(), receipts });
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
    'Sent to #&#8203;releases on Slack: Release 1.10.0: dates and contacts',
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

function latch() {
  const kept: { open?: () => void } = {};
  const opened = new Promise<void>((done) => (kept.open = done));
  return { open: () => kept.open?.(), opened };
}

test('what another run sends is told by that run: when it fails it is no lie, and is sent later', async () => {
  const { github, channels } = await world();
  await run(github, channels, '2020-01-06T07:00:00Z');
  let other: Promise<unknown> | undefined;
  const [claimed, over] = [latch(), latch()];
  const client = clientOf(github);
  const { request } = client;
  // This run has looked and is about to claim; the other one claims before it, and fails when this one is over.
  const late: typeof request = Object.assign(async (...asked: Parameters<typeof request>) => {
    if (other === undefined && asked[0].startsWith('GET ')) {
      other = run(github, channels, MONDAY);
      await claimed.opened;
    }
    return await request(...asked);
  }, request);
  channels.onSettle = async () => {
    channels.onSettle = async () => {};
    claimed.open();
    await over.opened;
    channels.failures.push({
      kind: 'failed',
      code: 'ratelimited',
      line: 'Slack asks to wait',
      certain: true,
    });
  };
  const scope = { github: { ...client, request: late }, now: at(MONDAY), channels: channels.run() };
  await reconcile(scope);
  over.open();
  await other;
  const told = (): number => ledgersOf(github, 1)[0]?.body.match(/Sent to #/g)?.length ?? 0;
  expect(told()).toBe(channels.sent.length);
  await run(github, channels, '2020-01-06T16:00:00Z');
  expect(channels.sent.map(({ place }) => place).toSorted()).toEqual(['#releases', '#team-api']);
  expect(told()).toBe(2);
  await github.close();
});

/** A run that is killed: GitHub answers it nothing more from then on, and it sends nothing more. */
async function killedRun(
  { github, channels }: Awaited<ReturnType<typeof world>>,
  now: string,
  dies: { readonly atRequest?: number; readonly behindMessage?: true },
) {
  let count = 0;
  let dead = false;
  let over = false;
  const match = () => !over && (dead ||= count++ === dies.atRequest);
  github.fault({ match, times: 1000, kind: 'error-before', status: 403 });
  const channel = channels.run();
  const send: typeof channel.send = async (notice, thread) => {
    if (dead) return { kind: 'failed', code: 'dead', line: 'dead', certain: false };
    const outcome = await channel.send(notice, thread);
    dead = dies.behindMessage === true;
    return outcome;
  };
  const scope = { github: clientOf(github), now: at(now), channels: { ...channel, send } };
  await reconcile(scope).catch(() => {});
  over = true;
  return dead;
}

const ONE_PLACE = CONFIG.replace('teams: yes', 'teams: no');

test('killed at every single request, the message arrives once, or twice where its receipt was lost', async () => {
  const seed = { ...SEED, files: { '.github/relcomms.yml': ONE_PLACE } };
  const github = await startTestGitHub({ seed });
  const twice: number[] = [];
  let kill = 0;
  for (let died = true; died; kill++) {
    await github.reset();
    const tried = { github, channels: testChannels() };
    await run(github, tried.channels, '2020-01-06T07:00:00Z');
    died = await killedRun(tried, MONDAY, { atRequest: kill });
    for (const later of ['2020-01-06T10:00:00Z', '2020-01-06T11:00:00Z'])
      await run(github, tried.channels, later);
    const keys = tried.channels.sent.map(({ key }) => key);
    expect({ kill, keys: [...new Set(keys)] }).toEqual({ kill, keys: ['1.10.0/slack/dates/slack/releases'] });
    expect({ kill, most: keys.length <= 2 }).toEqual({ kill, most: true });
    if (keys.length === 2) twice.push(kill);
  }
  // The two requests between the message and its receipt, and no other.
  expect(twice).toHaveLength(2);
  expect(kill).toBeGreaterThan(8);
  await github.close();
}, 60_000);

test('killed right behind a message it arrives exactly twice, and never a third time', async () => {
  const tried = await world();
  const { github, channels } = tried;
  await run(github, channels, '2020-01-06T07:00:00Z');
  const count = () => channels.sent.filter(({ place }) => place === '#releases').length;
  await killedRun(tried, MONDAY, { behindMessage: true });
  await run(github, channels, '2020-01-06T09:10:00Z');
  expect(count()).toBe(1);
  await killedRun(tried, '2020-01-06T10:00:00Z', { behindMessage: true });
  expect(count()).toBe(2);
  const last = await run(github, channels, '2020-01-06T12:00:00Z');
  await run(github, channels, '2020-01-07T12:00:00Z');
  expect(count()).toBe(2);
  expect(last.kind === 'applied' && last.plan.skips.map(({ why }) => why).join('\n')).toContain(
    'started to send it twice and does not know whether it arrived',
  );
  // It may have arrived: who got it hears of a slip.
  await github
    .as('alice')
    .putFile('.github/relcomms.yml', CONFIG.replace('release: 2020-01-30', 'release: 2020-01-31'), 'Slip');
  await run(github, channels, '2020-01-07T13:00:00Z');
  expect(channels.sent.filter(({ place }) => place === '#releases').at(-1)?.title).toBe(
    '1.10.0: 2 dates moved',
  );
  await github.close();
});

test('a receipt that another run writes over is put back, and nothing is sent twice', async () => {
  const { github, channels } = await world();
  await run(github, channels, '2020-01-06T07:00:00Z');
  let old = '';
  let settles = 0;
  const record = () => issue(github, 1).comments.find(({ body }) => body.includes('/record/messages'));
  channels.onSettle = async () => {
    settles += 1;
    // Another run read the record at the second claim and writes what it read when all is done.
    if (settles === 2) old = record()?.body ?? '';
    if (settles === 3) await github.as('alice').editComment(record()?.id ?? 0, old);
  };
  await run(github, channels, MONDAY);
  expect([settles, old.includes('"sent"')]).toEqual([3, true]);
  await run(github, channels, '2020-01-06T10:00:00Z');
  expect(channels.sent).toHaveLength(2);
  await github.close();
});

test('a message that people delete is sent anew once, and then left alone', async () => {
  const { github, channels } = await world();
  const gone = { kind: 'failed', code: 'message_not_found', line: 'It is gone.', certain: true } as const;
  const slipTo = (day: string) =>
    github
      .as('alice')
      .putFile('.github/relcomms.yml', ONE_PLACE.replace('release: 2020-01-30', `release: ${day}`), 'Slip');
  const pinned = () => channels.sent.filter(({ pin }) => pin).length;
  await slipTo('2020-01-30');
  await run(github, channels, MONDAY);
  for (const [day, now, sent] of [
    ['2020-01-31', '2020-01-07T09:00:00Z', 2],
    ['2020-01-30', '2020-01-08T09:00:00Z', 2],
  ] as const) {
    await slipTo(day);
    channels.updateFailures.push(gone);
    await run(github, channels, now);
    expect(pinned()).toBe(sent);
  }
  const before = github.journal.length;
  await run(github, channels, '2020-01-08T10:00:00Z');
  expect([pinned(), channels.updateFailures, writesSince(github, before)]).toEqual([2, [], []]);
  await github.close();
});

test('new words whose receipt was refused are not taken for the old ones', async () => {
  const { github, channels } = await world();
  const slipTo = (day: string) =>
    github
      .as('alice')
      .putFile('.github/relcomms.yml', ONE_PLACE.replace('release: 2020-01-30', `release: ${day}`), 'Slip');
  const pinned = () => JSON.stringify(channels.updates.at(-1));
  await slipTo('2020-01-30');
  await run(github, channels, MONDAY);
  await slipTo('2020-01-31');
  github.fault({
    match: ({ method, path }) =>
      channels.updates.length > 0 && method === 'PATCH' && path.includes('/issues/comments/'),
    times: 99,
    kind: 'error-before',
    status: 422,
  });
  await run(github, channels, '2020-01-07T09:00:00Z');
  expect(pinned()).toContain('31 Jan 2020');
  github.clearFaults();
  await slipTo('2020-01-30');
  await run(github, channels, '2020-01-08T09:00:00Z');
  expect(pinned()).toContain('30 Jan 2020');
  await github.close();
});

test('a window that ends while the run goes on is kept', async () => {
  const { github, channels } = await world();
  await run(github, channels, '2020-01-06T07:00:00Z');
  let time = MONDAY;
  const clock = () => at(time);
  // It ends behind the first claim: no message goes out, and the second is not even claimed.
  channels.onSettle = async () => {
    time = '2020-02-10T12:00:00Z';
  };
  await reconcile({ github: clientOf(github), now: at(MONDAY), channels: { ...channels.run(), clock } });
  expect(channels.sent).toEqual([]);
  const record = issue(github, 1).comments.find(({ body }) => body.includes('/record/messages'));
  expect(record?.body.match(/"claim"/g)).toHaveLength(1);
  await github.close();
});

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

test('a message whose answer was lost is sent once, and every report names it', async () => {
  const { github, channels } = await world();
  const line = 'Slack gave no answer: look into the channel.';
  channels.failures.push({ kind: 'failed', code: 'no-answer', line, certain: false });
  await run(github, channels, MONDAY);
  const sent = channels.sent.map(({ place }) => place);
  for (const later of ['2020-01-06T10:00:00Z', '2020-01-06T17:00:00Z', '2020-01-07T09:00:00Z']) {
    const again = await run(github, channels, later);
    expect(again.kind === 'applied' && again.plan.skips.map(({ why }) => why).join('\n')).toContain(line);
  }
  expect(channels.sent.map(({ place }) => place)).toEqual(sent);
  await github.close();
});

test.each([
  ['the list of comments is empty', 'empty', (path: string) => path.endsWith('/issues/1/comments')],
  ['the record is shown as it was', 'stale', (path: string) => /\/issues\/comments\/\d+$/.test(path)],
  ['the record can not be read', 'error-before', (path: string) => /\/issues\/comments\/\d+$/.test(path)],
] as const)(
  '%s for two runs: there is one record, and each message arrives once',
  async (_, kind, isRead) => {
    const { github, channels } = await world();
    await run(github, channels, '2020-01-06T07:00:00Z');
    github.fault({
      match: ({ method, path }) => method === 'GET' && isRead(path),
      times: 999,
      kind,
      status: 404,
    });
    await run(github, channels, MONDAY);
    await run(github, channels, '2020-01-06T09:16:00Z');
    github.clearFaults();
    await run(github, channels, '2020-01-06T16:00:00Z');
    await run(github, channels, '2020-01-06T16:30:00Z');
    expect(channels.sent.map(({ place }) => place).toSorted()).toEqual(['#releases', '#team-api']);
    const records = issue(github, 1).comments.filter(({ body }) => body.includes('/record/messages -->'));
    expect(records).toHaveLength(1);
    await github.close();
  },
);

test.each<[string, 'secondary-limit' | 'error-before', Receipts | undefined]>([
  ['for now, and the process goes on', 'secondary-limit', new Map()],
  ['for good, and the log is written', 'error-before', undefined],
])('a message whose receipt GitHub refuses %s is not sent once more', async (_, kind, receipts) => {
  const { github, channels } = await world();
  await run(github, channels, '2020-01-06T07:00:00Z');
  const record = () =>
    issue(github, 1).comments.find(({ body }) => body.includes('/record/messages -->'))?.id ?? 0;
  github.fault({
    match: ({ path }) => channels.sent.length > 0 && path.endsWith(`/issues/comments/${record()}`),
    times: 999,
    kind,
    status: 404,
  });
  await run(github, channels, MONDAY, receipts);
  github.clearFaults();
  expect(channels.sent).toHaveLength(1);
  await run(github, channels, '2020-01-06T09:16:00Z', receipts);
  await run(github, channels, '2020-01-06T16:00:00Z', receipts);
  expect(channels.sent.map(({ place }) => place).toSorted()).toEqual(['#releases', '#team-api']);
  expect(ledgersOf(github, 1)[0]?.body.match(/Sent to #/g)).toHaveLength(2);
  expect(receipts?.size ?? 0).toBe(0);
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
  expect(ledgersOf(github, 1)[0]?.body.match(/Sent to #/g)).toHaveLength(1);
  await run(github, channels, '2020-01-06T16:00:00Z');
  expect(ledgersOf(github, 1)[0]?.body.match(/Sent to #/g)).toHaveLength(2);
  expect(channels.sent.map(({ place }) => place)).toEqual(['#team-api', '#releases']);
  await github.close();
});

// Carries K8 of docs/requirements.md.
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

// Carries Y17 of docs/requirements.md.
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

const FOLLOWERS = `  followers: { discussions: announcements }
  fans: { discussions: Big News, reach: external }
tracking-issue:`;
/** Its title is hostile: nobody may be pinged by it. */
const DISCUSSED = CONFIG.replace('tracking-issue:', FOLLOWERS)
  .replace('title: Demo 1.10,', "title: '@alice **1.10** <!-- x',")
  .replace(
    'slack: { dates: [teams], released: [community] }',
    'slack: { dates: [followers], released: [followers] }',
  );

function discussed(config: string, discussionCategories: readonly string[]) {
  return startTestGitHub({
    seed: { ...SEED, files: { '.github/relcomms.yml': config }, discussionCategories },
  });
}

const discussionsOf = (github: EmbeddedGitHub) => github.state()[0]?.discussions ?? [];

function beginsDiscussion({ body }: { readonly body?: unknown }): boolean {
  return JSON.stringify(body ?? '').includes('RelcommsDiscuss(');
}

test('dates and the release become discussions once; what moved is a comment below', async () => {
  const github = await discussed(DISCUSSED, ['Announcements']);
  const channels = testChannels();
  await run(github, channels, '2020-01-06T07:00:00Z');
  // The discussion is written and nobody hears of it, and then its receipt gets lost.
  github.fault({ match: beginsDiscussion, times: 1, kind: 'error-after', status: 502 });
  await run(github, channels, MONDAY);
  expect(discussionsOf(github)).toMatchObject([
    { category: 'Announcements', title: 'Release 1.10.0: dates and contacts', author: 'github-actions[bot]' },
  ]);
  await github
    .as('alice')
    .putFile('.github/relcomms.yml', DISCUSSED.replace('release: 2020-01-30', 'release: 2020-01-31'), 'Slip');
  await run(github, channels, '2020-01-07T09:00:00Z');
  const [dates] = discussionsOf(github);
  expect(dates).toMatchObject({
    edits: 1,
    body: expect.stringContaining('**Release day**: Fri 31 Jan 2020') as string,
    comments: [{ body: expect.stringContaining('**1.10.0: 2 dates moved**') as string }],
  });
  await github
    .as('alice')
    .request('POST', '/repos/acme/demo/releases', { tag_name: 'v1.10.0', target_commitish: 'main' });
  await run(github, channels, '2020-01-31T10:00:00Z');
  const out = discussionsOf(github).filter(({ title }) => title.endsWith('is out'));
  expect(out.map(({ title }) => title)).toEqual(['@alice **1.10** <!-- x is out']);
  const bodies = discussionsOf(github).flatMap(({ body, comments }) => [
    body,
    ...comments.map((one) => one.body),
  ]);
  expect(mentionedIn(bodies.join('\n'))).toEqual([]);
  const before = github.journal.length;
  await run(github, channels, '2020-01-31T11:00:00Z');
  expect([channels.sent, writesSince(github, before)]).toEqual([[], []]);
  expectNoViolations(github);
  await github.close();
});

test.each([
  [[], 'Discussions are switched off in acme/demo; switch them on in its settings.'],
  [
    ['General', 'Ideas'],
    'There is no category announcements among the discussions; create it, or use one of General, Ideas.',
  ],
])('with the categories %j the report says what to fix', async (categories, line) => {
  const github = await discussed(DISCUSSED, categories);
  const channels = testChannels();
  await run(github, channels, MONDAY);
  await run(github, channels, '2020-01-06T10:00:00Z');
  const before = github.journal.length;
  const again = await run(github, channels, '2020-01-06T11:00:00Z');
  expect(again.kind === 'applied' && again.plan.skips.map(({ why }) => why)).toEqual([
    `Release 1.10.0: dates and contacts: the discussions in announcements: ${line}`,
  ]);
  expect([discussionsOf(github), writesSince(github, before)]).toEqual([[], []]);
  expectNoViolations(github);
  await github.close();
});
