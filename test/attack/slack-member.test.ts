// Who is a member of the Slack workspace and nothing on GitHub: they may say that a team has seen a day, and no more.
import type { Reaction } from '../../src/domain/seen.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { type TestChannels, testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: Europe/Berlin
roles: { lead: [alice] }
milestones:
  rc1: { on: release - 1 week, title: Release candidate 1 }
  embargo-lift: { on: release - 1 week, title: Embargo lifts }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30 }]
teams: { api: { github: acme/api, lead: carol, slack: '#team-api' } }
audiences:
  teams: { slack: ['#releases'], teams: yes }
  press: { mail: [news@example.com], reach: external, approval: lead }
tracking-issue: { tasks: none }
slack: { dates: [teams], press: [press] }
acknowledge: { milestones: [rc1] }
`;

const NAMES = ['white_check_mark', '+1', 'approved', '/release approve', 'rocket', '<!channel>', '__proto__'];

let github: EmbeddedGitHub;
let channels: TestChannels;

/** The dates are out, the mail to the press waits for a lead, and a team is asked whether it has seen a day. */
beforeEach(async () => {
  github = await startTestGitHub({ seed: { ...defaultSeed, files: { '.github/relcomms.yml': CONFIG } } });
  channels = testChannels();
  for (const now of ['2020-01-06T09:00:00Z', '2020-01-06T09:30:00Z', '2020-01-16T09:00:00Z'])
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    await run(now);
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function run(now: string) {
  return runAction(github, instant(now), (scope) => reconcile({ ...scope, channels: channels.run() }));
}

/** Everybody reacts to everything that was ever sent. */
function reactToAll(names: readonly string[], people: number): void {
  const users = Array.from({ length: people }, (_, index) => `U${index}`);
  const all: readonly Reaction[] = names.map((name) => ({ name, users }));
  for (const index of channels.sent.keys()) channels.reactions.set(String(index + 1), all);
}

test('reactions to every message approve nothing, send nothing and change no words', async () => {
  const preview = issue(github, 1).comments.find(({ body }) => body.includes('/release approve '))?.body;
  expect(preview).toContain('1 address by email');
  const before = { sent: channels.sent.length, updates: channels.updates.length };
  reactToAll(NAMES, 3);
  await run('2020-01-16T10:00:00Z');
  const comments = issue(github, 1).comments.map(({ body }) => body);
  expect({ sent: channels.sent.length, updates: channels.updates.length }).toEqual(before);
  expect(channels.sent.filter(({ place }) => place.includes('@'))).toEqual([]);
  expect(comments).toContain(preview);
  expect(comments.join('\n')).not.toContain('/approved/');
  // What it may do: the team has seen the day.
  expect(comments.join('\n')).toContain('1.10.0/seen/rc1');
});

test('reactions without number and names without sense cost one look, and the next run writes nothing', async () => {
  const names = Array.from(
    { length: 500 },
    (_, index) => `reaction-${index} <@U1> [x](https://evil.example)`,
  );
  reactToAll(names, 200);
  const reads = channels.reads.length;
  await run('2020-01-16T10:00:00Z');
  const writes = github.journal.length;
  await run('2020-01-16T10:30:00Z');
  expect(writesSince(github, writes)).toEqual([]);
  expect(channels.reads.length - reads).toBeLessThanOrEqual(2 * channels.sent.length);
  expect(
    issue(github, 1)
      .comments.map(({ body }) => body)
      .join('\n'),
  ).not.toContain('evil.example');
});
