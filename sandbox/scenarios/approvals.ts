// Scenario: pull requests that wait for approval before a release candidate: asked, given, forgotten, escalated.
import type { Scenario } from './scenario.ts';
import { onPull, step } from './steps.ts';

const FIRST = 'Add the upgrade guide';
const FORGOTTEN = 'Explain the new API gateway';
const BROKEN = 'Describe the removed flags';

export const approvals: Scenario = {
  id: 'approvals',
  title: 'Pull requests that wait for approval',
  hint: 'Go to 20 February 2020 and open Pull requests: one was approved and merged, one is forgotten and gets a reminder, one needs a fix first.',
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
  scrum-master: [carol]

teams:
  api: { github: acme/api, paths: [/notes/], lead: dave }

releases:
  - version: '1.11.0'
    title: Kyma 1.11
    start: 2020-01-20
    release: 2020-03-05
    branch: release-1.11

tracking-issue: { labels: [release], tasks: none }
approvals:
  paths: [/notes/]
  remind: [7d, 2d, 1d]
`,
  files: { '.github/CODEOWNERS': '# Who approves what\n/notes/ @bob @carol\n' },
  script: [
    step('2020-02-03', {
      as: 'dave',
      action: 'open-pull',
      title: FIRST,
      body: 'For everybody who upgrades.',
      draft: false,
    }),
    step('2020-02-03', { as: 'carol', action: 'open-pull', title: FORGOTTEN, body: '', draft: false }),
    step('2020-02-04', { as: 'alice', action: 'open-pull', title: BROKEN, body: '', draft: true }),
    onPull('2020-02-10', BROKEN, (pull) => ({ as: 'alice', action: 'ready', pull })),
    onPull('2020-02-13', FIRST, (pull) => ({ as: 'bob', action: 'approve', pull, body: 'Good to go.' })),
    onPull('2020-02-14', FIRST, (pull) => ({ as: 'dave', action: 'merge', pull })),
    onPull('2020-02-13', BROKEN, (pull) => ({
      as: 'carol',
      action: 'request-changes',
      pull,
      body: 'Two flags are missing.',
    })),
    onPull('2020-02-17', FORGOTTEN, (pull) => ({
      as: 'carol',
      action: 'comment',
      issue: pull,
      body: '/release why',
    })),
  ],
};
