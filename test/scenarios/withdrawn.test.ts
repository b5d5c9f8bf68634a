// Scenario: a release that is out is withdrawn; who got the news hears it once, and who did not hears nothing.
import { reconcile } from '../../src/run/reconcile.ts';
import { testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { clientOf, writesSince } from '../support/runs.ts';
import { issue, ledgersOf } from '../support/tracking.ts';
import { at } from '../support/world.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
releases: [{ version: '1.10.0', title: Demo 1.10, start: 2020-01-06, release: 2020-01-30, branch: main }]
audiences:
  teams: { slack: ['#releases'] }
  community: { slack: ['#general'], workspace: community, reach: external }
  press: { mail: [press@example.org], reach: external, approval: lead }
tracking-issue: { tasks: none }
calendar: { branch: calendar, path: releases.ics }
slack: { dates: [teams], released: [teams, community, press] }
`;

test('out, withdrawn, and never announced again', async () => {
  const github = await startTestGitHub({
    seed: { ...defaultSeed, files: { '.github/relcomms.yml': CONFIG } },
  });
  const channels = testChannels();
  const run = (now: string) =>
    reconcile({ github: clientOf(github), now: at(now), channels: channels.run() });
  const say = (words: string) => github.as('alice').comment(1, words);
  const reactionTo = (id: number) =>
    issue(github, 1)
      .comments.find((comment) => comment.id === id)
      ?.reactions.map((one) => one.split(' ')[1]);
  await run('2020-01-30T09:00:00Z');
  const early = await say('/release withdraw because uploads lose data');
  await run('2020-01-30T10:00:00Z');
  expect(reactionTo(early)).toEqual(['confused']);
  await github
    .as('alice')
    .request('POST', '/repos/acme/demo/releases', { tag_name: 'v1.10.0', target_commitish: 'main' });
  await run('2020-01-30T11:00:00Z');
  const news = channels.sent.filter(({ title }) => title === 'Demo 1.10 is out').map(({ place }) => place);
  expect(news).toEqual(['#releases', '#general in community']);
  const preview = issue(github, 1).comments.flatMap(
    ({ body }) => /\/release approve \w+/.exec(body) ?? [],
  )[0];
  const said = await say('/release withdraw instead 1.10.1 because uploads @bob lose <!-- data');
  await run('2020-01-30T12:00:00Z');
  expect(reactionTo(said)).toEqual(['+1']);
  const told = channels.sent.filter(({ title }) => title === 'Demo 1.10 is withdrawn');
  expect(told.map(({ place }) => place)).toEqual(news);
  expect(told.map(({ words }) => words)).toEqual([
    expect.stringContaining('Use 1.10.1 instead.\nWhy: uploads @bob lose <!-- data\nWithdrawn by: alice'),
    'Use 1.10.1 instead.\nWhy: uploads @bob lose <!-- data',
  ]);
  await run('2020-01-30T12:15:00Z');
  expect(channels.updates.at(-1)?.words).toContain('This release is withdrawn. Use 1.10.1 instead.');
  const { body } = issue(github, 1);
  expect(body.slice(0, 1000)).toContain('**Withdrawn on Thu 30 Jan 2020 by alice.** Reason: uploads');
  expect(ledgersOf(github, 1)[0]?.body).toContain('Withdrawn by alice: uploads');
  const { json } = await github
    .as('alice')
    .request('GET', '/repos/acme/demo/contents/releases.ics?ref=calendar');
  const file = Buffer.from((json as { content: string }).content, 'base64').toString();
  expect(file).toContain('SUMMARY:Demo 1.10: Release day (withdrawn)');
  // Neither a second command nor an approval that comes too late sends anything.
  const sent = channels.sent.length;
  const late = [await say('/release withdraw because again'), await say(preview ?? '')];
  await run('2020-01-30T13:00:00Z');
  expect(late.map(reactionTo)).toEqual([['confused'], ['confused']]);
  expect(
    issue(github, 1)
      .comments.map((comment) => comment.body)
      .join('\n'),
  ).toContain('withdrawn already, since Thu 30 Jan 2020 by alice');
  const before = github.journal.length;
  await run('2020-01-30T14:00:00Z');
  expect([channels.sent.length, writesSince(github, before)]).toEqual([sent, []]);
  // After the cycle it still says so, and the handoff does.
  await run('2020-02-03T09:00:00Z');
  expect(issue(github, 1)).toMatchObject({
    state: 'closed',
    body: expect.stringContaining('**Withdrawn on') as string,
  });
  expect(issue(github, 1).comments.at(-1)?.body).toContain(
    '**Withdrawn on Thu 30 Jan 2020 by alice:** uploads',
  );
  expectNoViolations(github);
  await github.close();
});
