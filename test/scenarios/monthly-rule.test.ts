// Scenario: a year of monthly releases from one rule; one of them is moved on the way, and only that one.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { runAction, noon, writesSince } from '../support/runs.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { repository } from '../support/tracking.ts';

/** No digest and no tasks as issues: what counts here are the tracking issues. */
const CONFIG = `timezone: America/Los_Angeles
limits: { operations: 200 }
roles: { lead: [alice] }
cycle: { weeks: 3, release-week: 3, weeks-after: 0 }
milestones: { freeze: release - 1 week }
tasks:
  - { id: post, title: 'Announce {version}, after {previous} and before {next}', role: lead, due: release }
tracking-issue: { tasks: none }
releases:
  - every: monthly first wednesday
    first: 2020-01-01
    versions: '2020.{n}'
    n: 1
    until: 2020-12-31
`;

const MOVED = `${CONFIG}  - version: '2020.6'
    release: 2020-06-08
    because: a fair
`;

function trackingIssues(github: EmbeddedGitHub) {
  return repository(github)
    .issues.filter(({ title }) => title.startsWith('Release 2020.'))
    .map(({ title, state, number, body }) => ({
      version: title.slice('Release '.length),
      state,
      number,
      body,
    }));
}

test('twelve tracking issues are opened and ended, none twice, and one release moves alone', async () => {
  const github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
  try {
    const most: number[] = [];
    for (let today = day('2019-12-09'); today <= '2021-01-11'; today = addDays(today, 7)) {
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      if (today === '2020-05-25') await github.as('alice').putFile('.github/relcomms.yml', MOVED);
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await runAction(github, noon(today));
      const from = github.journal.length;
      // oxlint-disable-next-line no-await-in-loop -- a second run has nothing to do
      await runAction(github, noon(today));
      expect(writesSince(github, from)).toEqual([]);
      most.push(trackingIssues(github).filter(({ state }) => state === 'open').length);
    }
    const issues = trackingIssues(github);
    const versions = Array.from({ length: 12 }, (_, index) => `2020.${index + 1}`);
    expect(issues.map(({ version }) => version)).toEqual(versions);
    expect(issues.map(({ state }) => state)).toEqual(versions.map(() => 'closed'));
    // Never more than the one that runs and the one that begins as it ends.
    expect(Math.max(...most)).toBeLessThanOrEqual(2);
    const june = issues.find(({ version }) => version === '2020.6');
    expect(june?.body).toContain('Mon 8 Jun');
    expect(june?.body).toContain('Announce 2020.6, after 2020.5 and before 2020.7');
    expect(issues.find(({ version }) => version === '2020.7')?.body).toContain('Wed 1 Jul');
    expect(issues.find(({ version }) => version === '2020.5')?.body).toContain('Wed 6 May');
    const { milestones } = repository(github);
    expect(milestones.map(({ title, state }) => `${title} ${state}`).toSorted()).toEqual(
      versions.map((version) => `${version} closed`).toSorted(),
    );
    expectNoViolations(github);
  } finally {
    await github.close();
  }
});
