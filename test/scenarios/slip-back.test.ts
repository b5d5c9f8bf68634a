// Scenario: a date moves there, back, and there again; each time it is told and stands in the history.
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf } from '../support/tracking.ts';

test('each of three moves between two days has its comment, its line in the log and in the history', async () => {
  const github = await startTestGitHub({ seed: smallSeed() });
  const now = instant('2020-01-08T12:00:00Z');
  await runAction(github, now);
  const later = smallConfig().replace('release: 2020-01-28', 'release: 2020-01-29');
  expect(later).not.toBe(smallConfig());
  for (const text of [later, smallConfig(), later]) {
    await github.as('alice').putFile('.github/relcomms.yml', text, 'Move the release');
    await runAction(github, now);
  }
  const { comments, body } = issue(github, 1);
  const notices = comments.filter((comment) => comment.body.includes('### Dates have moved'));
  const days = notices.map((notice) => /to (\w+ \d+ \w+ \d+)/.exec(notice.body)?.[1]);
  expect(days).toEqual(['Wed 29 Jan 2020', 'Tue 28 Jan 2020', 'Wed 29 Jan 2020']);
  for (const text of [ledgersOf(github, 1)[0]?.body ?? '', body]) {
    expect(text.match(/from Tue 28 Jan 2020 to Wed 29 Jan 2020/g)).toHaveLength(2);
    expect(text.match(/from Wed 29 Jan 2020 to Tue 28 Jan 2020/g)).toHaveLength(1);
  }
  const before = github.journal.length;
  await runAction(github, now);
  expect(writesSince(github, before)).toEqual([]);
  expectNoViolations(github);
  await github.close();
});
