// Scenario: notices of a cycle with a slip and days without runs, a late task, and a repository that can't be looked at.
import type { Instant } from '../../src/domain/day.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { instant, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const CONFIG = '.github/relcomms.yml';

/** Week 1 begins on Monday 2020-01-06. */
const TEXT = `timezone: UTC
roles: { lead: [alice], shadow: [bob] }
teams: { api: { github: acme/api, people: [carol] } }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases:
  - version: v2.0.0
    start: 2020-01-06
    release: 2020-01-28
    milestones: { code-freeze: 2020-01-16, rc1: 2020-01-23 }
tasks:
  - { id: theme, title: Settle the theme, role: lead, due: 2020-01-10 }
  - { id: post, title: Publish the post, role: lead, due: release, not-before: release }
tracking-issue: { tasks: all }
deadlines: { notice: [1 week, 0 days] }
`;

let github: EmbeddedGitHub;

beforeEach(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(TEXT) });
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

/** Runs on these days of January, in the morning and again in the evening, when nothing may be left to write. */
async function runOn(...days: readonly number[]): Promise<void> {
  for (const day of days) {
    const date = `2020-01-${String(day).padStart(2, '0')}`;
    // oxlint-disable-next-line no-await-in-loop -- one day after the other
    await runAction(github, instant(`${date}T06:17:00Z`));
    const before = github.journal.length;
    // oxlint-disable-next-line no-await-in-loop -- see above
    await runAction(github, instant(`${date}T18:17:00Z`));
    expect(writesSince(github, before)).toEqual([]);
    // A run that finds nothing to do still sends no more than two requests.
    expect(github.journal.length - before).toBe(2);
  }
}

/** Headings of the notices so far, with those whom they mention. */
function notices(): string[] {
  return issue(github, 1)
    .comments.filter(({ body }) => body.includes('\n### ') && !body.includes('Communications log'))
    .map(({ body }) => `${/^### (.*)$/m.exec(body)?.[1] ?? ''} [${mentionsIn(body).join(' ')}]`);
}

test('each notice comes once through a slip and days without runs', async () => {
  await runOn(6, 8, 9);
  // With the digest behind it.
  expect(notices()).toEqual(['v2.0.0 has started [alice bob]']);
  expect(issue(github, 1).body).toContain('**This week (1)**\n\n- #2 Settle the theme · alice · Fri 10 Jan');
  expect(issue(github, 1).body).toContain('Last daily check: 2020-01-09 06:17 UTC');
  // Nobody ran from the 10th to the 15th; the freeze slips on the 15th by a day.
  await github.as('alice').putFile(CONFIG, TEXT.replace('2020-01-16', '2020-01-17'));
  await runOn(15, 16, 17, 20);
  expect(notices()).toEqual([
    'v2.0.0 has started [alice bob]',
    // One comment for both: the alarm stands above the digest.
    'Dates have moved [alice bob carol]',
    'v2.0.0: Code freeze, today [alice]',
    'Week of 20–26 Jan 2020 [alice]',
  ]);
  const [, digest] = issue(github, 1).comments.filter(
    ({ body }) => body.includes('\n### ') && !body.includes('Communications log'),
  );
  expect(digest?.body).toContain('#2 Settle the theme, **overdue** since Fri 10 Jan 2020');
  expect(repository(github).issues.map(({ title }) => title)).not.toContain('Publish the post');
  await runOn(28);
  expect(repository(github).issues.map(({ title }) => title)).toContain('Publish the post');
});

function silences() {
  return repository(github).issues.filter(({ title }) => title.startsWith('relcomms has not run'));
}

describe('when no run comes through', () => {
  let app: RunningApp;
  let now: Instant;

  beforeEach(async () => {
    app = await startTestApp(github, () => now, false);
  });

  afterEach(() => app.close());

  async function tickAt(time: string): Promise<void> {
    now = instant(time);
    await app.tick();
    await quiet(github, app);
  }

  test('one issue says so after a day, and the next good run closes it', async () => {
    await tickAt('2020-01-07T00:10:00Z');
    let isDown = true;
    github.fault({
      kind: 'error-before',
      times: 1000,
      match: ({ operation }) => isDown && operation === 'RelcommsLook',
    });
    await tickAt('2020-01-08T02:00:00Z');
    expect(silences()).toEqual([]);
    await tickAt('2020-01-08T02:15:00Z');
    const [silence] = silences();
    expect(silence).toMatchObject({
      title: 'relcomms has not run since 2020-01-07 00:10 UTC',
      state: 'open',
      labels: ['relcomms'],
    });
    expect(silence?.body).toContain('- ownIssues could not be read: ');
    expect(mentionsIn(silence?.body ?? '')).toEqual([]);
    await tickAt('2020-01-09T02:15:00Z');
    await github.as('bob').close(silence?.number ?? 0);
    await tickAt('2020-01-10T02:15:00Z');
    expect(silences()).toHaveLength(1);
    await github.as('bob').reopen(silence?.number ?? 0);
    isDown = false;
    await tickAt('2020-01-10T03:15:00Z');
    expect(silences()).toMatchObject([
      {
        state: 'closed',
        body: expect.stringContaining('**relcomms runs again** since 2020-01-10 03:15 UTC.') as string,
      },
    ]);
    const before = github.journal.length;
    await tickAt('2020-01-10T03:30:00Z');
    expect(writesSince(github, before)).toEqual([]);
  });
});
