// Scenario: the thirteen weeks of Kubernetes v1.18.0, with everything switched on that its communications ask for.
import schedule from '../../.github/relcomms.yml';
import type { Scenario, ScriptStep } from './scenario.ts';
import { approveMessage, onPull, step } from './steps.ts';

const BRANCH = 'release-1.18';
const BLOG = 'https://kubernetes.example/blog/v1-18';
const STORY = 'Blog: what is new in v1.18';
const TOPOLOGY = 'Blog: the topology manager';

function ci(on: string, network: 'success' | 'failure', commit: string): ScriptStep {
  return step(on, {
    as: 'dave',
    action: 'run-ci',
    branch: BRANCH,
    workflow: 'CI',
    commit,
    jobs: { build: 'success', 'network-e2e': network },
    again: false,
  });
}

export const kubernetes: Scenario = {
  id: 'kubernetes',
  title: 'Kubernetes v1.18.0, thirteen weeks',
  hint: 'Go to the next date, check a box as the person you are, and look at Email and Slack: who got which message? The others do their tasks by themselves.',
  config: `${schedule}
teams:
  network: { github: acme/network, slack: '#sig-network', tests: ['^network'], lead: dave }
  docs: { github: acme/docs, slack: '#sig-docs', paths: [/notes/], lead: carol }

audiences:
  teams: { slack: ['#release-team'], teams: yes }
  cncf: { mail: [cncf@example.org] }
  press: { mail: [press@example.org], reach: external, approval: lead }
  community: { slack: ['#announcements'], reach: external }
  chat: { webhook: community-chat, reach: external }

approvals:
  paths: [/notes/]
failing-tests: {}
slack:
  dates: [teams, cncf]
  press: [press]
  released: [community, chat]
  pages: ['${BLOG}']
`,
  files: { '.github/CODEOWNERS': '# Who approves what\n/notes/ @carol\n' },
  teams: { network: ['dave'], docs: ['carol'] },
  script: [
    ci('2020-02-18', 'success', 'Begin the release branch'),
    ci('2020-02-26', 'failure', 'Move the proxy to endpoint slices'),
    ci('2020-02-28', 'success', 'Keep the old endpoints as well'),
    step('2020-03-02', { as: 'bob', action: 'open-pull', title: TOPOLOGY, body: '', draft: false }),
    step('2020-03-09', { as: 'bob', action: 'open-pull', title: STORY, body: '', draft: false }),
    onPull('2020-03-04', TOPOLOGY, (pull) => ({ as: 'carol', action: 'approve', pull, body: 'Clear.' })),
    onPull('2020-03-05', TOPOLOGY, (pull) => ({ as: 'bob', action: 'merge', pull })),
    approveMessage('2020-03-11', 'alice'),
    onPull('2020-03-18', STORY, (pull) => ({ as: 'carol', action: 'approve', pull, body: '' })),
    onPull('2020-03-19', STORY, (pull) => ({ as: 'bob', action: 'merge', pull })),
    step('2020-03-24', {
      as: 'alice',
      action: 'publish-release',
      tag: 'v1.18.0',
      title: 'Kubernetes v1.18.0',
      body: 'What is new.',
      prerelease: false,
    }),
    step('2020-03-24', { as: 'alice', action: 'publish-page', url: BLOG }),
    approveMessage('2020-03-24', 'alice'),
  ],
};
