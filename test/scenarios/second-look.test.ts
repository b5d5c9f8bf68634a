// Scenario: what a run looks at again after it opened an issue or began its log, and what it says when that fails.
import { isGood } from '../../src/report/report.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { instant, noon, runAction, writesSince } from '../support/runs.ts';
import { SEED, configWith } from '../support/switched-on.ts';
import { issue, ledgersOf, openTrackingIssues } from '../support/tracking.ts';

test('what the last look could not read is named, and the next run is good again', async () => {
  const github = await startTestGitHub({ seed: kubernetesSeed() });
  let opened = false;
  github.after(({ operation }) => {
    if (operation === 'POST /repos/{owner}/{repo}/issues') opened = true;
  });
  github.fault({
    match: ({ operation }) => opened && operation === 'RelcommsLook',
    times: 4,
    kind: 'error-before',
  });
  const run = await runAction(github, noon('2020-01-06'));
  expect(isGood(run)).toBe(false);
  expect(run).toMatchObject({
    kind: 'applied',
    plan: { unknown: expect.arrayContaining([expect.objectContaining({ fact: 'ownIssues' })]) },
  });
  expect(isGood(await runAction(github, noon('2020-01-06')))).toBe(true);
  expect(openTrackingIssues(github)).toHaveLength(1);
  expectNoViolations(github);
  await github.close();
});

test('a run that begins the log late reminds at once, as the one that opened the issue would have', async () => {
  const files = { '.github/relcomms.yml': configWith({ 'tracking-issue': '{}', deadlines: '{}' }) };
  const github = await startTestGitHub({ seed: { ...SEED, files } });
  const now = instant('2020-01-13T12:00:00Z');
  github.fault({
    match: ({ operation }) => operation === 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    times: 1000,
    kind: 'error-before',
    status: 404,
  });
  await runAction(github, now);
  const [number = 0] = openTrackingIssues(github).map((one) => one.number);
  expect(ledgersOf(github, number)).toEqual([]);
  github.clearFaults();
  await runAction(github, now);
  expect(ledgersOf(github, number)).toHaveLength(1);
  expect(issue(github, number).comments.some(({ body }) => /\/deadlines\/\S*rc1\./.test(body))).toBe(true);
  await runAction(github, now);
  const before = github.journal.length;
  await runAction(github, now);
  expect(writesSince(github, before)).toEqual([]);
  expectNoViolations(github);
  await github.close();
});
