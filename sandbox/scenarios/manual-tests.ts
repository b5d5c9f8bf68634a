// Scenario: manual tests before two candidates, of which one fails and is run again.
import type { Scenario } from './scenario.ts';
import { onIssue, step } from './steps.ts';

export const manualTests: Scenario = {
  id: 'manual-tests',
  title: 'Manual tests before a candidate',
  hint: 'Go to 18 February 2020 and open Manual tests: one test failed, one is blocked, the others are shared out. As Bob, check a box in the issue of his team.',
  config: `timezone: Europe/Berlin
cycle: { weeks: 7, release-week: 7, weeks-after: 0 }

people:
  erin: { away: [{ from: 2020-02-10, to: 2020-02-28 }] }

roles:
  lead: [alice]

teams:
  api: { github: acme/api, people: [bob, erin] }
  web: { github: acme/web, people: [carol, dave] }

milestones:
  rc1: { on: release - 2 weeks, title: Release candidate 1 }
  rc2: { on: release - 1 week, title: Release candidate 2 }

releases:
  - version: '3.1.0'
    title: Depot 3.1
    start: 2020-01-20
    release: 2020-03-05
    branch: release-3.1

tracking-issue: { tasks: none }
report: { trend: no }
manual-tests:
  team-issues: yes
  sign-off: yes
  tests:
    - { id: api-create, title: Create a function, team: api, complexity: 2, steps: [Open the console, Create a function from the template], expected: It answers within a minute. }
    - { id: api-delete, title: Delete a function with data, team: api, complexity: 2 }
    - { id: api-quota, title: Reach the quota, team: api, complexity: 3 }
    - { id: api-upgrade, title: Upgrade from 3.0, team: api, complexity: 5 }
    - { id: web-login, title: Log in with a new account, team: web, platforms: [linux, windows] }
    - { id: web-upload, title: Upload a file of 2 GB, team: web, platforms: [linux, windows] }
    - { id: web-search, title: Search in Japanese, team: web, author: carol }
    - { id: web-print, title: Print an invoice, team: web, candidates: [rc2] }
`,
  script: [
    onIssue('2020-02-17', 'Manual tests of api', (issue) => ({
      as: 'bob',
      action: 'tick',
      issue,
      item: 'api-create',
      on: true,
    })),
    step('2020-02-17', {
      as: 'bob',
      action: 'comment',
      issue: 1,
      body: '/release test fail api-quota because the quota is not checked for copies',
    }),
    step('2020-02-17', {
      as: 'dave',
      action: 'comment',
      issue: 1,
      body: '/release test blocked web-upload@windows because the test machine has no disk space',
    }),
    step('2020-02-25', {
      as: 'bob',
      action: 'comment',
      issue: 1,
      body: '/release test pass api-quota rc2',
    }),
    step('2020-02-25', {
      as: 'dave',
      action: 'comment',
      issue: 1,
      body: '/release test pass web-upload@windows rc2',
    }),
  ],
};
