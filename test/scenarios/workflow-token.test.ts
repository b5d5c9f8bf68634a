// Scenario: the token of a workflow, and an App without `members: read`, in an organisation with teams and rulesets, in
// a private repository. What it may not see is unknown alone, and nobody is told by a mention that is plain text.
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type GitHubSeed,
} from '../../packages/embedded-github/src/index.ts';
import { installationToken } from '../../packages/embedded-github/test/support/app-token.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, clientWith, instant, writesSince } from '../support/runs.ts';
import { issue, ledgersOf, repository } from '../support/tracking.ts';

const BRANCH = 'release-2.0';

const CONFIG = `timezone: UTC
roles: { lead: [alice], scrum-master: [dave] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
teams:
  api: { github: acme/api, lead: carol, people: [erin], paths: ['src/api/**'], tests: ['^api/'] }
  docs: { github: acme/docs, paths: ['docs/**'], tests: ['^docs/'] }
releases:
  - version: v2.0.0
    start: 2020-01-06
    release: 2020-01-28
    branch: ${BRANCH}
    milestones:
      code-freeze: { on: 2020-01-17, title: Code freeze }
      rc1: { on: 2020-01-22, title: Release candidate 1 }
tracking-issue: { tasks: none }
approvals: { remind: [4d, 1d] }
acknowledge: { milestones: [rc1] }
deadlines: { notice: [1 week] }
failing-tests: { artifacts: [] }
report: {}
`;

/** What the sample workflow gives its token, and the App here: no `members`. */
const PERMISSIONS = {
  actions: 'read',
  checks: 'write',
  contents: 'read',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
  statuses: 'read',
};

const seed: GitHubSeed = {
  owner: 'acme',
  repo: 'demo',
  private: true,
  people: [
    { login: 'alice', permission: 'admin' },
    ...['bob', 'carol', 'dave', 'erin', 'frank'].map((login) => ({ login, permission: 'write' as const })),
  ],
  teams: [
    { slug: 'api', members: ['erin'] },
    { slug: 'docs', members: ['bob'] },
  ],
  files: { '.github/relcomms.yml': CONFIG },
  branches: { [BRANCH]: { CODEOWNERS: 'src/api/** @acme/api\ndocs/** @acme/docs\n' } },
  rules: { [BRANCH]: { requiredReviews: 1, requiredChecks: ['build'], isRuleset: true } },
  commits: ['07', '08', '09'].map((day) => ({
    branch: BRANCH,
    author: 'bob',
    at: `2020-01-${day}T08:00:00Z`,
    jobs: { 'api/lists': day === '07' ? ('success' as const) : ('failure' as const), build: 'success' },
    statuses: { coverage: 'success' },
  })),
  pulls: [
    {
      title: 'Change the lists',
      author: 'frank',
      base: BRANCH,
      files: ['src/api/lists.ts'],
      teams: ['api'],
      checks: [{ name: 'build', conclusion: 'success' }],
      statuses: [{ context: 'coverage', state: 'success' }],
      createdAt: '2020-01-08T08:00:00Z',
    },
    {
      title: 'Change the pages',
      author: 'frank',
      base: BRANCH,
      files: ['docs/pages.md'],
      checks: [{ name: 'build', conclusion: 'failure' }],
      createdAt: '2020-01-08T08:00:00Z',
    },
  ],
};

let github: EmbeddedGitHub;

/** Who runs, by the login that writes. */
const RUNNERS = [
  ['the token of a workflow', ACTIONS_BOT],
  ['an App without members', 'relcomms[bot]'],
] as const;

type Bot = (typeof RUNNERS)[number][1];

async function start(permissions: Readonly<Record<string, string>> = PERMISSIONS): Promise<void> {
  const app = { webhookSecret: 'whisper', permissions };
  github = await startTestGitHub({ seed: { ...seed, app, workflow: { permissions } } });
}

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

async function run(bot: Bot, now: string) {
  const client =
    bot === ACTIONS_BOT ? clientOf(github, bot) : clientWith(github, await installationToken(github));
  const done = await reconcile({ github: client, now: instant(now) });
  if (done.kind !== 'applied') throw new Error(JSON.stringify(done));
  expect(done.applied.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  return done;
}

/** Whom our texts mention, and those of them that are no people: GitHub tells nobody by these. */
function mentions(bot: Bot): readonly string[] {
  const texts = repository(github).issues.flatMap(({ body, author, comments }) => [
    ...(author === bot ? [body] : []),
    ...comments.flatMap((one) => (one.author === bot ? [one.body] : [])),
  ]);
  return [...new Set(texts.flatMap(mentionsIn))].toSorted();
}

const said = (number: number): string[] => issue(github, number).comments.map(({ body }) => body);

const NUMBER = { api: 1, docs: 2, tracking: 3 };

describe.each(RUNNERS)('%s', (__, bot) => {
  test('approvals, failing tests, notices and acknowledgement reach people, and the log says whom', async () => {
    await start();
    for (const now of ['2020-01-13T09:17:00Z', '2020-01-13T10:17:00Z', '2020-01-15T09:17:00Z'])
      await run(bot, now);

    // Approvals: the people whom the config lists; the rule of a ruleset keeps the other one with its author.
    const asked = said(NUMBER.api).join('\n');
    expect(asked).toContain('- acme/api (@erin), anybody on the team');
    expect(asked).toContain('- @frank: #2');
    expect(issue(github, NUMBER.tracking).body).toContain('its author frank: required checks fail');

    // Notices and acknowledgement: a team that lists nobody is asked through those who lead.
    const tracking = said(NUMBER.tracking).join('\n');
    expect(tracking).toContain('acme/docs (please pass it on: @alice)');
    expect(tracking).toContain('Has your team seen it?');
    const log = ledgersOf(github, NUMBER.tracking)[0]?.body ?? '';
    expect(log).toContain('In place of acme/api: erin. In place of acme/docs: alice.');

    // Failing tests: the case file names the people, too.
    const file = repository(github).issues.find(({ title }) => title.startsWith('Failing tests'));
    expect(file?.body).toContain('**Team:** acme/api (@erin)');
    expect(mentions(bot)).not.toEqual([]);
    expect(mentions(bot).filter((name) => name.includes('/'))).toEqual([]);

    // The report says it, and nothing is unknown.
    const last = await run(bot, '2020-01-15T10:17:00Z');
    expect(last.plan.unknown).toEqual([]);

    // Who is listed answers for the team, and approves for it.
    await github.as('erin').comment(NUMBER.tracking, '/release seen');
    await github.as('erin').review(NUMBER.api, 'APPROVE');
    await run(bot, '2020-01-15T11:17:00Z');
    expect(ledgersOf(github, NUMBER.tracking)[0]?.body).toContain('erin confirmed for acme/api: ');
    expect(issue(github, NUMBER.api).labels).toEqual([]);
    await run(bot, '2020-01-15T11:37:00Z');
    const before = github.journal.length;
    await run(bot, '2020-01-15T11:57:00Z');
    expect(writesSince(github, before)).toEqual([]);
  });

  test('the report names a team that nobody of hears', async () => {
    await start();
    const runs = [];
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    for (const now of ['2020-01-13T09:17:00Z', '2020-01-13T10:17:00Z', '2020-01-15T09:17:00Z'])
      runs.push(await run(bot, now));
    const reports = runs.map(reportMarkdown).join('\n');
    expect(reports).toContain(
      'Mention of acme/docs: this token can\'t mention it, so alice is asked to pass it on. Add its "people" under "teams", or use the App with "members: read"',
    );
    expect(reports).not.toContain('Mention of acme/api');
  });

  test.each([
    ['statuses', 'statuses: read'],
    ['actions', 'actions: read'],
    ['checks', 'checks: read'],
  ])(
    'without %s: that alone is unknown, named with %s, and nothing is green by it',
    async (missing, named) => {
      const { [missing as 'statuses']: _, ...rest } = PERMISSIONS;
      await start(rest);
      await run(bot, '2020-01-13T09:17:00Z');
      const done = await run(bot, '2020-01-13T10:17:00Z');
      const words = `${JSON.stringify(done.plan.unknown)}${reportMarkdown(done)}`;
      expect(words).toContain(named);
      expect(done.plan.unknown.every(({ fact }) => fact === 'branchTests')).toBe(true);
      expect(issue(github, NUMBER.tracking).body).not.toContain('**Green**');
      // Notices do not hang on it.
      expect(said(NUMBER.tracking).join('\n')).toContain('Code freeze');
    },
  );
});
