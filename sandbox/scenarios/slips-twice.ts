// Scenario: a cycle whose dates move twice, once by a command and a pull request, once by a commit.
import { day } from '../../src/domain/day.ts';
import type { IssueSnapshot } from '../../packages/embedded-github/src/index.ts';
import type { Scenario } from './scenario.ts';

const openPull = (issues: readonly IssueSnapshot[]): number | undefined =>
  issues.findLast(({ pull, state }) => pull && state === 'open')?.number;

export const slipsTwice: Scenario = {
  id: 'slips-twice',
  title: 'A cycle that slips twice',
  hint: 'Go to 25 February 2020: the second release candidate has moved, then release day. Dates and Email show who got which message.',
  config: `extends: [kyma-release]
timezone: Europe/Berlin

people:
  alice: {}
  bob: {}
  carol: {}

roles:
  release-master: [alice]
  release-manager: [bob]
  scrum-master: [carol]

releases:
  - version: '1.11.0'
    title: Kyma 1.11
    start: 2020-01-20
    release: 2020-03-05
    branch: release-1.11

tracking-issue: { labels: [release] }
`,
  script: [
    {
      on: day('2020-02-12'),
      does: () => ({
        as: 'bob',
        action: 'comment',
        issue: 1,
        body: '/release slip rc2 +2wd because the upgrade test fails on clusters with Istio 1.4',
      }),
    },
    {
      on: day('2020-02-13'),
      does: (issues) => {
        const pull = openPull(issues);
        return pull === undefined ? undefined : { as: 'alice', action: 'approve', pull, body: '' };
      },
    },
    {
      on: day('2020-02-13'),
      does: (issues) => {
        const pull = openPull(issues);
        return pull === undefined ? undefined : { as: 'alice', action: 'merge', pull };
      },
    },
    {
      on: day('2020-02-24'),
      does: () => ({
        as: 'alice',
        action: 'slip',
        release: '1.11.0',
        milestone: 'release',
        to: '2020-03-12',
        because: 'two fixes for the API gateway need another week of tests',
      }),
    },
  ],
};
