// Scenario: four candidates until nothing blocks one: a blocker, a no-go, tests that nobody ran, and one that passes.
import { readFileSync } from 'node:fs';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const PATH = '.github/relcomms.yml';

const SEED = {
  owner: 'acme',
  repo: 'demo',
  people: [
    { login: 'alice', permission: 'admin' as const },
    { login: 'bob', permission: 'write' as const },
    { login: 'carol', permission: 'write' as const },
  ],
  labels: ['release-blocker'],
  branches: { 'release-1.0': { VERSION: '1.0.0' } },
  files: { [PATH]: readFileSync('test/fixtures/candidates.yml', 'utf8') },
};

async function startWalk() {
  const clock = { now: instant('2026-03-01T09:00:00Z') };
  const github = await startTestGitHub({ seed: SEED, now: () => clock.now });
  const run = async (now: string) => {
    clock.now = instant(now);
    await runAction(github, clock.now);
  };
  const say = (login: string, ...bodies: string[]) => github.as(login).comment(1, bodies.join('\n'));
  const body = () => issue(github, 1).body;
  /** The newest comment with these words. */
  const told = (words: string) =>
    issue(github, 1).comments.findLast((one) => one.body.includes(words))?.body ?? 'nothing';
  const pulls = () => repository(github).issues.filter(({ pull, state }) => pull && state === 'open');
  const merge = async (title: string) => {
    const [pull] = pulls();
    expect(pull?.title).toBe(title);
    await github.as('alice').merge(pull?.number ?? 0);
  };
  await run('2026-03-01T09:00:00Z');
  await run('2026-03-01T09:30:00Z');
  return { github, run, say, body, told, pulls, merge };
}

test('three candidates are blocked for three reasons, and the fourth passes', async () => {
  const { github, run, say, body, told, pulls, merge } = await startWalk();
  expect(body()).toContain('1.0.0-rc1');
  const blocker = await github
    .as('bob')
    .openIssue({ title: 'Uploads lose data', labels: ['release-blocker'] });
  await say('bob', '/release go rc1', '/release done tag.rc1', '/release done test.rc1');
  await say('carol', '/release go rc1');
  await run('2026-03-02T16:00:00Z');
  await run('2026-03-03T08:00:00Z');
  expect(body()).toContain('**RC1 is blocked:** 1 blocker.');
  expect(told('is blocked**')).toContain(
    '`/release candidate` opens RC2 on Mon 9 Mar 2026; release day moves from Thu 5 Mar 2026 to Thu 12 Mar 2026.',
  );
  await say('alice', '/release candidate');
  await run('2026-03-03T09:00:00Z');
  expect(told('The pull request opens RC2')).toContain(`- #${blocker} Uploads lose data; no owner yet`);
  expect(pulls()[0]?.body).toContain('**What blocks RC1:**');
  await merge('Open RC2 of 1.0.0 on 2026-03-09');
  await github.as('bob').close(blocker);
  await run('2026-03-03T10:00:00Z');
  expect(body()).toContain('**Release day:** Thu 12 Mar 2026');
  expect(body()).toContain('Tag 1.0.0-rc2');
  // RC2 gets a no-go, and its vote proposes the next one.
  await run('2026-03-08T09:00:00Z');
  await say('bob', '/release no-go rc2 because the installer fails', '/release done tag.rc2');
  await say('carol', '/release no-go rc2', '/release done test.rc2');
  await run('2026-03-09T16:00:00Z');
  await run('2026-03-10T00:30:00Z');
  expect(told('**No-go** for 1.0.0-rc2')).toContain(
    'To open RC3 on Mon 16 Mar 2026, with release day on Thu 19 Mar 2026, review and merge',
  );
  expect(body()).toContain('**RC2 is blocked:** 1 no-go vote.');
  await merge('Open RC3 of 1.0.0 on 2026-03-16');
  // Nobody tests RC3 in time.
  await run('2026-03-15T09:00:00Z');
  expect(body()).not.toContain('No-go for');
  await say('bob', '/release go rc3', '/release done tag.rc3');
  await say('carol', '/release go rc3');
  await run('2026-03-16T16:00:00Z');
  await run('2026-03-17T00:30:00Z');
  expect(body()).toContain('**RC3:** 1 task of it is open; nothing else blocks it.');
  await run('2026-03-18T00:30:00Z');
  expect(told('is blocked**')).toContain('**RC3 of 1.0.0 is blocked** by 1 overdue task.');
  await say('alice', '/release candidate 2026-03-20 because nobody tested RC3');
  await run('2026-03-18T09:00:00Z');
  await merge('Open RC4 of 1.0.0 on 2026-03-20');
  await run('2026-03-19T09:00:00Z');
  await say('bob', '/release go rc4', '/release done tag.rc4', '/release done test.rc3');
  await say('carol', '/release go rc4', '/release done test.rc4');
  await run('2026-03-20T16:00:00Z');
  await run('2026-03-21T00:30:00Z');
  expect(body()).toContain('**RC4 passed:** nothing blocks it, so release day stays.');
  expect(body()).toContain('**Release day:** Mon 23 Mar 2026');
  const before = github.journal.length;
  await run('2026-03-21T01:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
  expectNoViolations(github);
  await github.close();
});
