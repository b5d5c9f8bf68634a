// Scenario: a release that is out is withdrawn a day later.
import type { Scenario } from './scenario.ts';
import { step } from './steps.ts';

export const withdrawn: Scenario = {
  id: 'withdrawn',
  title: 'A release that is withdrawn',
  hint: 'Go to 6 March 2020: the release was out, and alice withdrew it. Slack and Sent email show who got which message.',
  config: `timezone: Europe/Berlin
cycle: { weeks: 7, release-week: 7, weeks-after: 1 }

roles:
  lead: [alice]

releases:
  - version: '3.1.0'
    title: Depot 3.1
    start: 2020-01-20
    release: 2020-03-05
    branch: release-3.1

audiences:
  teams: { slack: ['#releases'] }
  community: { slack: ['#general'], workspace: community, reach: external }
  press: { mail: [press@example.org], reach: external, approval: lead }

tracking-issue: { tasks: none }
calendar: { branch: calendar, path: releases.ics }
slack:
  dates: [teams]
  released: [teams, community, press]
`,
  script: [
    step('2020-03-05', {
      as: 'alice',
      action: 'publish-release',
      tag: 'v3.1.0',
      body: 'Uploads are faster.',
      prerelease: false,
    }),
    step('2020-03-06', {
      as: 'alice',
      action: 'comment',
      issue: 1,
      body: '/release withdraw instead 3.0.4 because uploads lose data',
    }),
  ],
};
