// Scenario: a Kyma release with two release candidates.
import type { Scenario } from './scenario.ts';

export const kyma: Scenario = {
  id: 'kyma',
  title: 'Kyma 1.10, two release candidates',
  about: 'A Release Master tells many teams about deadlines, two release candidates and the release.',
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
  - version: '1.10.0'
    title: Kyma 1.10
    start: 2020-01-20
    release: 2020-03-05
    branch: release-1.10

tracking-issue: { labels: [release] }
`,
};
