// Scenario: a Kyma release with two release candidates, told on Slack, by mail and in the wiki.
import type { Scenario, ScriptStep } from './scenario.ts';
import { approveMessage, onPull, step } from './steps.ts';

const BLOG = 'https://kyma.example/blog/1-10';
const GATEWAY = 'API: explain the new gateway';
const MENU = 'Console: describe the new menu';
const BRANCH = 'release-1.10';

function ci(on: string, jobs: Readonly<Record<string, 'success' | 'failure'>>, commit: string): ScriptStep {
  return step(on, {
    as: 'dave',
    action: 'run-ci',
    branch: BRANCH,
    workflow: 'CI',
    commit,
    jobs,
    again: false,
  });
}

export const kyma: Scenario = {
  id: 'kyma',
  title: 'Kyma 1.10, two release candidates',
  hint: 'Go to 13 March 2020, then open Slack, Sent email, and Wiki: teams, scrum masters, the press, and the community get their news.',
  config: `extends: [kyma-release]
timezone: Europe/Berlin

people:
  alice: { name: Alice Adams }
  bob: { name: Bob Baker }
  carol: { name: Carol Cole }
  dave: {}

roles:
  release-master: [alice]
  release-manager: [bob]
  scrum-master: [carol]

teams:
  api: { github: acme/api, slack: '#team-api', paths: [/notes/api-*], tests: ['^api'], lead: bob }
  console: { github: acme/console, slack: '#team-console', paths: [/notes/console-*], tests: ['^console'], lead: dave }

audiences:
  teams: { slack: ['#releases'], teams: yes }
  scrum-masters: { slack: ['#scrum-masters'] }
  community: { slack: ['#kyma-announcements'], workspace: community, reach: external }
  press: { mail: [press@example.org], reach: external, approval: release-manager }

milestones:
  embargo-lift: { on: release, title: Embargo lift }

releases:
  - version: '1.10.0'
    title: Kyma 1.10
    start: 2020-01-20
    release: 2020-03-05
    branch: ${BRANCH}

tracking-issue: { labels: [release] }
approvals:
  paths: [/notes/]
failing-tests: {}
slack:
  dates: [teams]
  digest: { every: 2 weeks, from: 2020-01-23, to: scrum-masters }
  press: [press]
  released: [community]
  pages: ['${BLOG}']
  environment: https://rc.kyma.example
wiki:
  environment: https://rc.kyma.example
`,
  files: {
    '.github/CODEOWNERS': '# Who approves what\n/notes/api-* @acme/api\n/notes/console-* @acme/console\n',
  },
  script: [
    step('2020-02-10', {
      as: 'dave',
      action: 'open-pull',
      title: GATEWAY,
      body: '',
      draft: false,
    }),
    step('2020-02-11', {
      as: 'bob',
      action: 'open-pull',
      title: MENU,
      body: '',
      draft: false,
    }),
    ci('2020-02-12', { 'api-integration': 'success', 'console-e2e': 'success' }, 'Begin the release branch'),
    ci('2020-02-17', { 'api-integration': 'failure', 'console-e2e': 'success' }, 'Raise the request limit'),
    ci('2020-02-18', { 'api-integration': 'failure', 'console-e2e': 'success' }, 'Add a retry'),
    step('2020-02-19', {
      as: 'alice',
      action: 'comment',
      issue: 1,
      body: '/release announce The cluster for the candidate is down until noon; please wait with manual tests.',
    }),
    ci(
      '2020-02-21',
      { 'api-integration': 'success', 'console-e2e': 'success' },
      'Put the request limit back',
    ),
    approveMessage('2020-02-21', 'bob'),
    step('2020-02-24', {
      as: 'alice',
      action: 'slip',
      release: '1.10.0',
      milestone: 'release',
      to: '2020-03-12',
      because: 'two fixes for the API gateway need another week of tests',
    }),
    approveMessage('2020-02-25', 'bob'),
    onPull('2020-02-26', GATEWAY, (pull) => ({ as: 'bob', action: 'approve', pull, body: 'Clear.' })),
    onPull('2020-02-26', GATEWAY, (pull) => ({ as: 'dave', action: 'merge', pull })),
    onPull('2020-03-04', MENU, (pull) => ({ as: 'dave', action: 'approve', pull, body: '' })),
    onPull('2020-03-04', MENU, (pull) => ({ as: 'bob', action: 'merge', pull })),
    step('2020-03-12', {
      as: 'alice',
      action: 'publish-release',
      tag: '1.10.0',
      title: 'Kyma 1.10',
      body: 'What is new.',
      prerelease: false,
    }),
    step('2020-03-12', { as: 'alice', action: 'publish-page', url: BLOG }),
  ],
};
