// Four weeks in which everything happens that anybody is told of, and what of it pinged one person, kind by kind.
import type { Operation } from '../../src/domain/operation.ts';
import type { OutsideNotice } from '../../src/domain/notice.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import { testChannels } from './channels.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { instant, runAction } from './runs.ts';

const SLACK_ID = 'U0CAROL1';
const BRANCH = 'release-2.0';

/** Number of the tracking issue; the pull request is the first. */
const TRACKING = 2;

/** Carol has every part, but for that of alice, who acts. */
export const QUIET_CONFIG = `timezone: UTC
people: { carol: { slack: ${SLACK_ID} } }
roles: { lead: [alice], release-master: [carol], scrum-master: [carol] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases:
  - version: v2.0.0
    start: 2020-01-06
    release: 2020-01-28
    branch: ${BRANCH}
    milestones:
      code-freeze: { on: 2020-01-21, title: Code freeze, who: Release Master }
      embargo-lift: { on: release, title: Embargo lift }
tasks:
  - { id: notes, title: Write the notes, role: release-master, week: 1 }
  - { id: hall, title: Book the hall, role: lead, due: 2020-01-15 }
  - { id: film, title: Make the film, role: lead, due: 2020-01-15 }
  - { id: post, title: Write the post, role: release-master, week: 3 }
teams: { api: { github: acme/api, slack: '#team-api', lead: carol, people: [carol], paths: [/b/], tests: ['.'] } }
audiences:
  teams: { slack: ['#releases'], teams: yes }
  press: { mail: [press@example.org], reach: external, approval: release-master }
tracking-issue: { assign: [release-master], ahead: 1 week }
approvals: { remind: [5d, 1d] }
deadlines: {}
failing-tests: {}
acknowledge: { milestones: [code-freeze] }
report: {}
slack: { dates: [teams], mention: [1 week, 2 days], press: [press] }
limits: { operations: 200 }
`;

const SEED: Omit<GitHubSeed, 'files'> = {
  owner: 'acme',
  repo: 'demo',
  people: ['alice', 'carol', 'frank'].map((login) => ({ login, permission: 'admin' })),
  teams: [{ slug: 'api', members: ['carol'] }],
  branches: { [BRANCH]: { '.github/CODEOWNERS': '/b/ @carol\n' } },
  rules: { [BRANCH]: { requiredReviews: 1, requiredChecks: [] } },
  app: { webhookSecret: 'whisper' },
  pulls: [
    {
      title: 'Mend the gateway',
      author: 'frank',
      base: BRANCH,
      files: ['b/gateway.ts'],
      createdAt: '2020-01-02T10:00:00Z',
    },
  ],
};

export interface QuietWalk {
  readonly config: string;
  /** What carol writes on the tracking issue after the first run. */
  readonly says?: string;
  /** The hour of all runs, as `10:00`. */
  readonly hour: string;
}

/** Pieces of text and assignments that pinged her: kinds by the words of `KINDS`, how often each. */
export async function walkQuietly({ config, says, hour }: QuietWalk): Promise<ReadonlyMap<string, number>> {
  let now = instant('2020-01-06T00:00:00Z');
  const seed = { ...SEED, files: { '.github/relcomms.yml': config } };
  const github = await startTestGitHub({ seed, now: () => now });
  const pings = new Map<string, number>();
  const count = (kind: string): unknown => pings.set(kind, (pings.get(kind) ?? 0) + 1);
  const channels = testChannels();
  let isFirst = true;
  const run = async (day: string): Promise<void> => {
    const inner = channels.run();
    const send = (notice: OutsideNotice, thread: Parameters<typeof inner.send>[1]) => {
      if (JSON.stringify(notice).includes(SLACK_ID)) count('Slack');
      return inner.send(notice, thread);
    };
    now = instant(`2020-01-${day}T${hour}:00Z`);
    const done = await runAction(github, now, (scope) =>
      reconcile({ ...scope, channels: { ...inner, send } }),
    );
    if (done.kind !== 'applied') throw new Error(`the run is ${done.kind}`);
    const issues = new Map(github.state()[0]?.issues.map(({ number, title }) => [number, title]));
    for (const { operation } of done.applied)
      for (const kind of pingsOf(operation, issues)) if (!isFirst || kind === 'welcome') count(kind);
  };
  await run('06');
  isFirst = false;
  if (says !== undefined) await github.as('carol').comment(TRACKING, says);
  for (const day of [
    '07',
    '08',
    '09',
    '10',
    '13',
    '14',
    '15',
    '16',
    '17',
    '20',
    '21',
    '22',
    '23',
    '24',
    '27',
    '28',
    '29',
  ]) {
    // oxlint-disable no-await-in-loop -- time passes day by day
    await happen(github, config, day);
    await run(day);
    // oxlint-enable no-await-in-loop
  }
  expectNoViolations(github);
  await github.close();
  return pings;
}

async function happen(github: EmbeddedGitHub, config: string, day: string): Promise<void> {
  if (day === '10') {
    await github.as('alice').comment(TRACKING, '/release assign hall @carol');
    await github.as('carol').comment(TRACKING, '/release take film');
  }
  if (day === '08' || day === '09') {
    await github.as('frank').putFile(`changes/${day}.md`, day, day, BRANCH);
    await github.runJobs({ branch: BRANCH, workflow: 'CI', jobs: { gateway: 'failure' } });
  }
  if (day === '17')
    await github
      .as('alice')
      .putFile('.github/relcomms.yml', config.replace('on: 2020-01-21', 'on: 2020-01-22'));
}

/** Kinds of assignments by the key or the title of the issue. */
const ASSIGNMENTS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['assigned to a task', /\/task\/post$/],
  ['assigned by a command', /^Book the hall$/],
  ['taken by herself', /^Make the film$/],
  ['assigned to a failing test', /\/case\//],
];

/** Kinds by words that only they have, in the piece that mentions her. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['welcome', /^- @carol: release master/m],
  ['ask in the digest', /^- .*@carol.*approve #1/m],
  ['digest', /\*\*To do\*\*[^]*^- .*@carol/m],
  ['notice', /make sure this happens by then/],
  ['ask in the notice', /\*\*Still open before it\*\*/],
  ['moved date', /Dates have moved/],
  ['moved date, teams', /has moved, now in/],
  ['late release', /is not out/],
  ['question', /Has your team seen it\?/],
  ['step', /no answer yet from/],
  ['preview', /relcomms sends this to/],
  ['reminder', /still needs approval/],
  ['approval', /Needs approval for/],
  ['failing test', /Next step for/],
];

function pingsOf(operation: Operation, titles: ReadonlyMap<number, string>): string[] {
  if (operation.kind === 'add-assignee') {
    const { issue, login } = operation;
    const place = 'number' in issue ? (titles.get(issue.number) ?? '') : issue.key;
    return login === 'carol' ? [ASSIGNMENTS.find(([, words]) => words.test(place))?.[0] ?? place] : [];
  }
  return textsIn(operation)
    .flatMap((text) => text.split('\n---\n'))
    .filter((text) => mentionsIn(text).includes('carol'))
    .flatMap((text) => {
      const kinds = KINDS.filter(([, words]) => words.test(text)).map(([kind]) => kind);
      return kinds.length > 0 ? kinds : [`unknown: ${text}`];
    });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
