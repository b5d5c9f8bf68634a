// Scenario: the look after an opening fails; the run says so instead of calling itself good.
import { isGood } from '../../src/report/report.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon, runAction } from '../support/runs.ts';
import { openTrackingIssues } from '../support/tracking.ts';

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
