// Scenario: the end of one release is the beginning of the next.
import type { Scenario } from './scenario.ts';

export const overlapping: Scenario = {
  id: 'overlapping',
  title: 'Two releases that overlap',
  hint: 'Go to 10 February 2020: each release keeps its own tracking issue, checklist and GitHub milestone.',
  config: `extends: [kyma-release]
timezone: Europe/Berlin

people:
  alice: {}
  bob: {}
  carol: {}
  dave: {}

roles:
  release-master: [alice]
  release-manager: [bob]
  scrum-master: [carol, dave]

releases:
  - version: '2.3.0'
    start: 2020-01-06
    release: 2020-02-20
    branch: release-2.3
  - version: '2.4.0'
    start: 2020-02-03
    release: 2020-03-19
    branch: release-2.4

tracking-issue: { labels: [release] }
`,
};
