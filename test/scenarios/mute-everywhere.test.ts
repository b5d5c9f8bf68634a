// Scenario: somebody who holds every role mutes a release, or opts out: no duty mentions, assigns or messages them.
import type { OutsideNotice } from '../../src/domain/notice.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { DUTIES, DUTY_SECTIONS } from '../../src/duties/index.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import { testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction } from '../support/runs.ts';
import { ledgersOf, repository } from '../support/tracking.ts';

const SLACK_ID = 'U0CAROL1';

/** Number of the tracking issue; the pull request is the first. */
const TRACKING = 2;

/** Duties that ping carol in this walk as long as she does not mind. */
const PING: readonly string[] = [
  'approvals',
  'failing-tests',
  'deadlines',
  'acknowledge',
  'tracking-issue',
  'slack',
];

const WRITTEN = `timezone: UTC
people: { CAROL: { slack: ${SLACK_ID} } }
roles: { lead: [alice], release-master: [carol], scrum-master: [carol] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases:
  - version: v2.0.0
    start: 2020-01-06
    release: 2020-01-28
    branch: release-2.0
    milestones: { code-freeze: { on: 2020-01-21, title: Code freeze } }
tasks:
  - { id: notes, title: Write the notes, role: release-master, week: 1 }
  - { id: post, title: Write the post, role: release-master, week: 3 }
teams: { api: { github: acme/api, slack: '#team-api', lead: CAROL, paths: [/b/], tests: ['.'] } }
audiences: { teams: { slack: ['#releases'], teams: yes } }
tracking-issue: { assign: [release-master], ahead: 1 week }
approvals: { remind: [5d, 1d] }
deadlines: {}
failing-tests: {}
acknowledge: { milestones: [code-freeze] }
report: {}
slack: { dates: [teams], mention: [1 week, 2 days] }
wiki: {}
calendar: {}
limits: { operations: 200 }
`;

/** A section that is not written is switched on as it is. */
const CONFIG = Object.keys(DUTY_SECTIONS)
  .filter((name) => !WRITTEN.includes(`\n${name}:`))
  .reduce((text, name) => `${text}${name}: {}\n`, WRITTEN);

const SEED: GitHubSeed = {
  owner: 'acme',
  repo: 'demo',
  people: ['alice', 'carol', 'frank'].map((login) => ({ login, permission: 'admin' })),
  teams: [{ slug: 'api', members: ['carol'] }],
  files: { '.github/relcomms.yml': CONFIG },
  branches: { 'release-2.0': { '.github/CODEOWNERS': '/b/ @carol\n' } },
  rules: { 'release-2.0': { requiredReviews: 1, requiredChecks: [] } },
  app: { webhookSecret: 'whisper' },
  pulls: [
    {
      title: 'Mend the gateway',
      author: 'frank',
      base: 'release-2.0',
      files: ['b/gateway.ts'],
      createdAt: '2020-01-02T10:00:00Z',
    },
  ],
};

const OPT_OUT = CONFIG.replace(`slack: ${SLACK_ID}`, `slack: ${SLACK_ID}, opt-out: yes`);

/** What a run wrote that pings carol: any text of any operation, whatever its kind. */
function pings(operation: Operation): boolean {
  if (operation.kind === 'add-assignee') return operation.login.toLowerCase() === 'carol';
  return textsIn(operation).some(
    (text) => text === SLACK_ID || mentionsIn(text).some((name) => name.toLowerCase() === 'carol'),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

interface Walked {
  readonly github: EmbeddedGitHub;
  /** Names of the duties that pinged her, and how often, after the first run. */
  readonly pinged: ReadonlyMap<string, number>;
  readonly notices: readonly OutsideNotice[];
}

/** Three weeks in which everything happens that anybody has to hear of. */
async function walk(config: string, says?: string): Promise<Walked> {
  const github = await startTestGitHub({ seed: { ...SEED, files: { '.github/relcomms.yml': config } } });
  const channels = testChannels();
  const notices: OutsideNotice[] = [];
  const pinged = new Map<string, number>();
  const run = async (time: string): Promise<void> => {
    const inner = channels.run();
    const send: typeof inner.send = (notice, thread) => {
      notices.push(notice);
      return inner.send(notice, thread);
    };
    const done = await runAction(github, instant(`2020-01-${time}:00Z`), (scope) =>
      reconcile({ ...scope, channels: { ...inner, send } }),
    );
    if (done.kind !== 'applied') throw new Error(`the run is ${done.kind}`);
    for (const { operation } of done.applied.filter((one) => pings(one.operation)))
      pinged.set(operation.duty, (pinged.get(operation.duty) ?? 0) + 1);
  };
  const fails = (commit: string) =>
    github
      .as('frank')
      .putFile(`changes/${commit}.md`, commit, commit, 'release-2.0')
      .then(() => github.runJobs({ branch: 'release-2.0', workflow: 'CI', jobs: { gateway: 'failure' } }));
  await run('06T09:00');
  if (says !== undefined) {
    pinged.clear();
    await github.as('carol').comment(TRACKING, says);
  }
  await run('06T10:00');
  for (const day of ['07', '08', '09', '10', '13', '14', '15', '16']) {
    // oxlint-disable no-await-in-loop -- time passes day by day
    if (day === '08' || day === '09') await fails(`day-${day}`);
    await run(`${day}T10:00`);
    // oxlint-enable no-await-in-loop
  }
  const slipped = config.replace('on: 2020-01-21', 'on: 2020-01-22');
  await github.as('alice').putFile('.github/relcomms.yml', slipped);
  for (const time of ['17T10:00', '20T10:00', '21T10:00', '22T10:00']) {
    // oxlint-disable-next-line no-await-in-loop -- see above
    await run(time);
  }
  expectNoViolations(github);
  await github.close();
  return { github, pinged, notices };
}

/** Texts of ours as people see them at the end: bodies and comments, edited or not. */
function ourTexts(github: EmbeddedGitHub): string[] {
  return repository(github).issues.flatMap(({ author, body, comments }) => [
    ...(author.endsWith('[bot]') ? [body] : []),
    ...comments.filter((one) => one.author.endsWith('[bot]')).map((one) => one.body),
  ]);
}

function mentioning(github: EmbeddedGitHub): string[] {
  return ourTexts(github).filter((text) => mentionsIn(text).some((name) => name.toLowerCase() === 'carol'));
}

/** Numbers of the issues that she is assigned to. */
function hers({ github }: Walked): number[] {
  return repository(github)
    .issues.filter(({ assignees }) => assignees.includes('carol'))
    .map(({ number }) => number);
}

/** How many messages ping her. */
function naming({ notices }: Walked): number {
  return notices.filter((one) => textsIn(one).includes(SLACK_ID)).length;
}

describe('every duty', () => {
  let loud: Walked;
  let muted: Walked;
  let optedOut: Walked;

  beforeAll(async () => {
    loud = await walk(CONFIG);
    muted = await walk(CONFIG, '/release mute');
    optedOut = await walk(OPT_OUT);
  }, 300_000);

  test.each(DUTIES.map(({ name }) => name))('%s pings nobody who wants no pings', (name) => {
    expect(PING.includes(name) && loud.pinged.get(name) === undefined).toBe(false);
    expect(muted.pinged.get(name) ?? 0).toBe(0);
    expect(optedOut.pinged.get(name) ?? 0).toBe(0);
  });

  test('so nothing that stands there mentions her, and nothing but what was hers before is assigned', () => {
    expect(mentioning(loud.github).length).toBeGreaterThan(5);
    // The welcome came before she said anything.
    expect(mentioning(muted.github).filter((text) => !text.includes('has started'))).toEqual([]);
    expect(mentioning(optedOut.github)).toEqual([]);
    expect(hers(loud).length).toBeGreaterThan(2);
    expect(hers(optedOut)).toEqual([]);
    // Assigned in the first run, before she said anything.
    expect(hers(muted)).toEqual(hers(muted).filter((number) => number <= 3));
  });

  test('and no message names her with her id', () => {
    expect([naming(loud) > 0, naming(muted), naming(optedOut)]).toEqual([true, 0, 0]);
  });

  test('the log remembers it and tells of no assignment that did not happen', () => {
    const log = ledgersOf(muted.github, TRACKING)[0]?.body ?? '';
    expect(log).toContain('no pings in this release any more');
    expect(log.match(/Assigned carol/gi)).toHaveLength(1);
  });
});
