// Scenario: a team says in the tracking issue that it has seen a day; nothing is asked twice and idle runs stay idle.
import { reconcile } from '../../src/run/reconcile.ts';
import { testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue, ledgersOf } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: Europe/Berlin
roles: { lead: [alice] }
milestones:
  rc1: { on: release - 1 week, title: Release candidate 1 }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30 }]
teams: { api: { github: acme/api, lead: carol }, web: { github: acme/web, lead: erin } }
tracking-issue: { tasks: none }
report: {}
acknowledge: { milestones: [rc1] }
`;

test('asked, answered by one lead, refused to a stranger, and the other lead is reminded', async () => {
  const files = { '.github/relcomms.yml': CONFIG };
  const github = await startTestGitHub({ seed: { ...defaultSeed, files } });
  const run = (now: string) => runAction(github, instant(now));
  const told = () => issue(github, 1).comments.map(({ body }) => body);
  await run('2020-01-16T09:00:00Z');
  await run('2020-01-16T09:30:00Z');
  expect(told().filter((body) => body.includes('Has your team seen it?'))).toHaveLength(1);
  const yes = await github.as('carol').comment(1, '/release seen');
  const no = await github.as('dave').comment(1, '/release seen');
  await run('2020-01-16T10:00:00Z');
  const reactions = [yes, no].map((id) =>
    issue(github, 1)
      .comments.find((one) => one.id === id)
      ?.reactions.map((one) => one.split(' ').at(-1)),
  );
  expect(reactions).toEqual([['+1'], ['confused']]);
  await run('2020-01-16T11:00:00Z');
  expect(issue(github, 1).body).toContain('acme/web has not confirmed Release candidate 1, Thu 23 Jan 2020');
  expect(issue(github, 1).body).not.toContain('acme/api has not confirmed');
  // Its step waits for another comment, the digest of a Monday at the latest; here none comes.
  await run('2020-01-17T09:00:00Z');
  expect(told().filter((body) => body.includes('no answer yet'))).toEqual([]);
  await run('2020-01-21T09:00:00Z');
  expect(told().filter((body) => body.includes('@erin, @alice: no answer yet from acme/web'))).toHaveLength(
    1,
  );
  await run('2020-01-21T10:00:00Z');
  const before = github.journal.length;
  await run('2020-01-21T11:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
  expect(github.journal.slice(before).filter(({ byHand }) => !byHand)).toHaveLength(2);
  expectNoViolations(github);
  await github.close();
});

const ON_SLACK = CONFIG.replace('acme/api,', "acme/api, slack: '#team-api',")
  .concat(`audiences: { teams: { slack: ['#releases'], teams: yes } }
slack: { dates: [teams] }
`);

test('a check mark in the channel of a team is its answer, once; Slack is read only while one is waited for', async () => {
  const github = await startTestGitHub({
    seed: { ...defaultSeed, files: { '.github/relcomms.yml': ON_SLACK } },
  });
  const channels = testChannels();
  const run = (now: string) =>
    runAction(github, instant(now), (scope) => reconcile({ ...scope, channels: channels.run() }));
  const ledger = () => ledgersOf(github, 1)[0]?.body ?? '';
  for (const now of ['2020-01-06T09:00:00Z', '2020-01-06T09:30:00Z', '2020-01-16T09:00:00Z']) await run(now);
  const due = channels.sent.flatMap(({ key, place, words }, index) =>
    key.includes('/due/rc1/') ? [{ place, id: String(index + 1), last: words.split('\n').slice(-2) }] : [],
  );
  const asks =
    'To confirm for your team, react with a check mark or comment `/release seen` on the tracking issue.';
  expect(due.map(({ place, last }) => [place, last])).toEqual([
    ['#releases', ['- Release day: Thu 30 Jan 2020, by Thu 23:00 UTC', 'Open tracking issue']],
    ['#team-api', [asks, 'Open tracking issue']],
  ]);
  expect(channels.reads).toEqual([]);
  const message = due[1]?.id ?? '';
  channels.reactions.set(message, [
    { name: 'eyes', users: ['U1'] },
    { name: 'heavy_check_mark', users: [] },
  ]);
  await run('2020-01-16T10:00:00Z');
  const line = 'The channel is archived.';
  channels.reactions.set(message, { kind: 'failed', code: 'is_archived', line, certain: true });
  const blind = await run('2020-01-16T10:10:00Z');
  const named = [{ duty: 'acknowledge', what: 'Answers on Slack of acme/api', why: line }];
  expect(blind).toMatchObject({ kind: 'applied', plan: { skips: named, unknown: [] } });
  expect(channels.reads).toEqual([message, message]);
  expect(ledger()).not.toContain('with a reaction on Slack');
  channels.reactions.set(message, [{ name: 'white_check_mark', users: ['U1'] }]);
  await run('2020-01-16T10:20:00Z');
  expect(ledger().split('acme/api confirmed with a reaction on Slack')).toHaveLength(2);
  expect(channels.reads).toHaveLength(3);
  await run('2020-01-16T10:30:00Z');
  const before = github.journal.length;
  await run('2020-01-16T10:40:00Z');
  expect(writesSince(github, before)).toEqual([]);
  expect(github.journal.slice(before).filter(({ byHand }) => !byHand)).toHaveLength(2);
  expect(channels.reads).toHaveLength(3);
  expectNoViolations(github);
  await github.close();
});
