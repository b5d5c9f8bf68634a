// Scenario: tests of a release branch fail, their team answers, they are mended, and fail once more.
import type { TestReport } from '../../src/domain/test-results.ts';
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { report, sha } from '../duties/failing-tests/judge/branch.ts';
import { CI_BRANCH, CI_SEED } from '../support/ci-seed.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant } from '../support/runs.ts';
import { issue, ledgersOf, repository } from '../support/tracking.ts';
import { runWithTests } from '../support/with-tests.ts';

const SEED: GitHubSeed = {
  ...CI_SEED,
  people: CI_SEED.people.map((person) =>
    ['bob', 'erin', 'frank'].includes(person.login) ? { ...person, permission: 'read' } : person,
  ),
};

/** Results of runs 1, 2 and so on, in January 2020. */
function results(...all: readonly Readonly<Record<string, string>>[]): TestReport[] {
  return all.map((one, index): TestReport => ({
    ...report(index + 1, { ...one, steady: 'p' }),
    at: instant(`2020-01-${String(7 + index).padStart(2, '0')}T08:00:00Z`),
  }));
}

const CASE = 2;

const day = (text: string) => instant(`2020-01-${text}T12:00:00Z`);

function caseBody(github: EmbeddedGitHub): string {
  return issue(github, CASE).body;
}

const commentsOn = (github: EmbeddedGitHub, number: number) =>
  issue(github, number).comments.map(({ body }) => body.split('\n').slice(1).join('\n').trim());

// Carries Y12 and Y13 of docs/requirements.md.
test('from the first red run to the last green one, and back', async () => {
  const github = await startTestGitHub({ seed: SEED });
  const look = (text: string, ...all: readonly Readonly<Record<string, string>>[]) =>
    runWithTests(github, day(text), CI_BRANCH, results(...all));
  const [good, red] = [
    { lists: 'p', creates: 'p' },
    { lists: 'f', creates: 'f' },
  ];

  // One red run: nobody is told, the section names them.
  await look('08', good);
  const first = await look('08', good, red);
  expect(repository(github).issues).toHaveLength(1);
  expect(issue(github, 1).body).toContain('Failed for the first time, the next run confirms it: ');
  expect(first.standing).toEqual([]);

  // The next red one opens the case file, with its team, lead and label, below the tracking issue.
  const second = await look('09', good, red, red);
  expect(issue(github, CASE)).toMatchObject({
    title: `Failing tests in v2.0.0: api, since ${sha(2).slice(0, 7)}`,
    labels: ['failing-test'],
    assignees: ['carol'],
    parent: 1,
    state: 'open',
  });
  expect(caseBody(github)).toContain('**Team:** acme/api (@carol)');
  expect(caseBody(github)).toContain('**Changes since then:** unknown\n');
  expect(caseBody(github)).toContain('| 2 of its last 2 runs |');
  expect(issue(github, 1).body).toContain('| api | `api/creates` and 1 more test |');
  expect(second.standing).toMatchObject([
    { release: 'v2.0.0', kind: 'failing-test', severity: 'red', milestone: 'code-freeze', team: 'api' },
  ]);

  // What the Action saw is remembered: the App, which sees no reports, comes to the same end and writes nothing.
  const idle = await look('09');
  expect(idle.applied).toEqual([]);
  expect(idle.reads).toBe(3);
  const again = await look('09', good, red, red);
  expect(again.applied).toEqual([]);

  // A day of silence: the lead has the issue already, and is not asked again.
  await look('10', good, red, red);
  await look('10', good, red, red);
  expect(commentsOn(github, CASE)).toEqual([]);

  // Somebody of the team says when, and how it goes.
  await github.as('carol').comment(CASE, '/release eta 2020-01-14 because the cache has to be rebuilt');
  await github.as('carol').comment(CASE, '/release progress halfway there');
  await github.as('frank').comment(CASE, '/release eta tomorrow');
  await look('10', good, red, red);
  const reactions = issue(github, CASE).comments.map((comment) => comment.reactions);
  expect(JSON.stringify(reactions)).toContain('+1');
  expect(caseBody(github)).toContain(
    '**Expected fix:** Tue 14 Jan 2020, says carol: the cache has to be rebuilt',
  );
  expect(caseBody(github)).toContain('**Progress:** halfway there (carol, Fri 10 Jan 2020)');
  expect(issue(github, 1).body).toContain('| Tue 14 Jan 2020 (carol); halfway there |');
  expect(commentsOn(github, CASE).at(-1)).toMatch(
    /^frank, `\/release eta tomorrow`: You can't do that here\. It's open to the team/,
  );

  // The day passes: it is asked about once; then those who lead are asked.
  await look('14', good, red, red);
  await look('15', good, red, red);
  await look('15', good, red, red);
  expect(commentsOn(github, CASE).at(-1)).toMatch(
    /^@carol: these tests still fail, and the expected fix date \(Tue 14 Jan 2020\) has passed/,
  );
  await look('16', good, red, red);
  const { length } = issue(github, CASE).comments;
  await look('17', good, red, red);
  expect(issue(github, CASE).assignees).toEqual(['carol', 'alice']);
  expect(issue(github, CASE).comments).toHaveLength(length);

  // It is mended: noted, observed for three runs, closed with how long it took. Nobody has to act, so nobody is told.
  const before = issue(github, CASE).comments.length;
  await look('17', good, red, red, good);
  expect(caseBody(github)).toContain('**Green again** after 2 days');
  await look('17', good, red, red, good, good);
  expect(issue(github, CASE).state).toBe('open');
  await look('18', good, red, red, good, good, good);
  expect(issue(github, CASE).state).toBe('closed');
  expect(caseBody(github)).toContain(
    '**Over.** The tests failed for 2 days, and have stayed green for 3 runs.',
  );
  expect(issue(github, CASE).comments).toHaveLength(before);
  expect(issue(github, 1).body).not.toContain('### Failing tests');

  // Red once more: one run of grace, then the same case file is open again.
  const anew = [good, red, red, good, good, good, red] as const;
  await look('18', ...anew);
  expect(issue(github, CASE).state).toBe('closed');
  await look('18', ...anew, red);
  expect(repository(github).issues).toHaveLength(2);
  expect(issue(github, CASE).state).toBe('open');
  expect(commentsOn(github, CASE).at(-1)).toMatch(/^acme\/api \(@carol\): failing again since/);
  expect(caseBody(github)).not.toContain('2020-01-14');

  // It is another team's; that stays so.
  await github.as('carol').comment(CASE, '/release not-ours web');
  await look('18', ...anew, red);
  await look('18', ...anew, red);
  expect(commentsOn(github, CASE).at(-1)).toMatch(/^acme\/web \(@frank\): carol says these tests are yours/);
  expect(issue(github, 1).body).toContain('| web | `api/creates` and 1 more test |');

  // People close it: that is respected, and told in the section.
  await github.as('alice').close(CASE);
  await look('18', ...anew, red);
  expect((await look('18', ...anew, red)).applied).toEqual([]);
  expect(issue(github, CASE).state).toBe('closed');
  expect(issue(github, 1).body).toContain('although its issue was closed by hand: web');

  expect(ledgersOf(github, 1)).toHaveLength(1);
  expect(ledgersOf(github, CASE)).toHaveLength(0);
  expectNoViolations(github);
  await github.close();
}, 60_000);
