// Scenario: release day by its run sheet, with a step that is late.
import type { Scenario } from './scenario.ts';
import { step } from './steps.ts';

export const runSheet: Scenario = {
  id: 'run-sheet',
  title: 'Release day by its run sheet',
  hint: 'Go to 5 March 2020: the tag was late, and #releases got that. The tracking issue has the run sheet.',
  config: `timezone: Europe/Berlin
cycle: { weeks: 7, release-week: 7, weeks-after: 1 }

roles:
  lead: [alice]
  docs: [bob]

releases:
  - version: '3.1.0'
    title: Depot 3.1
    start: 2020-01-20
    release: 2020-03-05
    branch: release-3.1

audiences:
  teams: { slack: ['#releases'] }

tasks:
  - { id: tag, title: 'Tag {version}', role: lead, due: 'release at 09:30', proof: { tag: yes } }
  - { id: publish, title: Publish the packages, role: lead, due: 'release at 11:00', after: [tag], proof: { github-release: yes } }
  - { id: news, title: Publish the news, role: docs, due: 'release at 14:00', after: [publish], proof: { page: 'https://example.org/depot/{version}' } }
  - { id: forum, title: Answer the forum, role: docs, due: 'release at 17:00' }

tracking-issue: { tasks: none }
slack: { dates: [teams] }
run-sheet: { late: 15 minutes, to: [teams] }
`,
  leaves: ['tag', 'publish', 'news', 'forum'],
  script: [
    step('2020-03-05', {
      as: 'alice',
      action: 'publish-release',
      tag: 'v3.1.0',
      body: 'Uploads are faster.',
      prerelease: false,
    }),
  ],
};
