// Scenario: a test environment, and a candidate that waits for a team to confirm.
import type { Scenario } from './scenario.ts';
import { step } from './steps.ts';

const CANDIDATE = 'Merge the candidate of Depot 3.2';

export const environments: Scenario = {
  id: 'environments',
  title: 'A test environment and its candidate',
  hint: 'Go to 20 February 2020 and open Environments: one team still has to confirm. Pull requests shows what the candidate waits for.',
  config: `timezone: Europe/Berlin
cycle: { weeks: 7, release-week: 7, weeks-after: 0 }

roles:
  lead: [alice]

teams:
  api: { github: acme/api, lead: bob, slack: '#team-api' }
  console: { github: acme/console, slack: '#team-console' }

audiences:
  everybody: { slack: ['#releases'], teams: yes }

milestones:
  rc1: { on: release - 2 weeks, title: Release candidate 1, who: alice }
  rc2: { on: release - 1 week, title: Release candidate 2, who: alice }

releases:
  - version: '3.2.0'
    title: Depot 3.2
    start: 2020-01-20
    release: 2020-03-05

tracking-issue: { tasks: none }
slack: { dates: [everybody] }
report:
environments:
  named:
    rc1-test:
      for: rc1
      access: https://wiki.acme.example/test-access
      audiences: [everybody]
    rc2-test:
      for: rc2
      audiences: [everybody]
`,
  script: [
    step('2020-02-14', {
      as: 'alice',
      action: 'open-pull',
      title: CANDIDATE,
      body: '',
      draft: false,
      labels: ['release-candidate'],
    }),
    step('2020-02-21', { as: 'dave', action: 'comment', issue: 1, body: '/release can-test rc1-test' }),
  ],
};
