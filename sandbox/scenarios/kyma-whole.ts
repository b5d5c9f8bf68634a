// Scenario: the Kyma release with everything that its document asks for, also environments, manual tests, and cherry-picks.
import { kyma } from './kyma.ts';
import type { Scenario, ScriptStep } from './scenario.ts';
import { onIssue, onPull, step } from './steps.ts';

const CANDIDATE = 'Merge release candidate 1 of Kyma 1.10';
const FORGOTTEN = 'Refuse names with a slash';

/** What the preset leaves to the config. */
const MORE = `cherry-picks:
manual-tests:
  workbook: yes
  team-issues: yes
  sign-off: yes
  tests:
    - { id: api-create, title: Create a function, team: api, complexity: 2 }
    - { id: api-quota, title: Reach the quota, team: api, complexity: 3 }
    - { id: api-upgrade, title: Upgrade from 1.9, team: api, complexity: 4, candidates: [rc1] }
    - { id: console-login, title: Log in with a new account, team: console, platforms: [linux, windows] }
    - { id: console-menu, title: Open every menu, team: console, complexity: 2 }
environments:
  named:
    rc1-test:
      for: rc1
      access: https://wiki.kyma.example/test-access
      audiences: [teams]
`;

/** The script is in the order of its days. */
function inOrder(steps: readonly ScriptStep[]): ScriptStep[] {
  return steps.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

export const kymaWhole: Scenario = {
  ...kyma,
  id: 'kyma-whole',
  title: 'Kyma 1.10 with every section',
  hint: 'Go to 19 February 2020, then open Environments, Manual tests, and Cherry-picks. On 11 March the deadline for cherry-picks is over.',
  config: `${kyma.config
    .replace('lead: bob }', 'lead: bob, people: [bob, erin] }')
    .replace('lead: dave }', 'lead: dave, people: [dave] }')}${MORE}`,
  script: inOrder([
    ...(kyma.script ?? []),
    step('2020-02-13', {
      as: 'alice',
      action: 'open-pull',
      title: CANDIDATE,
      body: '',
      draft: false,
      labels: ['release-candidate'],
    }),
    step('2020-02-18', {
      as: 'bob',
      action: 'comment',
      issue: 1,
      body: '/release test fail api-quota rc1 because copies are not counted',
    }),
    step('2020-02-20', {
      as: 'dave',
      action: 'open-pull',
      title: FORGOTTEN,
      body: '',
      draft: false,
      labels: ['needs-cherry-pick'],
    }),
    onPull('2020-02-20', FORGOTTEN, (pull) => ({ as: 'bob', action: 'merge', pull })),
    onIssue('2020-02-20', 'Failing tests in', (issue) => ({
      as: 'bob',
      action: 'comment',
      issue,
      body: '/release progress the request limit is being put back',
    })),
    ...['bob', 'dave'].map((as) =>
      step('2020-02-21', {
        as,
        action: 'comment',
        issue: 1,
        body: '/release sign-off rc1 because the quota is run again in release candidate 2',
      }),
    ),
    onPull('2020-02-21', CANDIDATE, (pull) => ({ as: 'alice', action: 'merge', pull })),
    step('2020-03-02', {
      as: 'bob',
      action: 'comment',
      issue: 1,
      body: '/release test pass api-quota rc2',
    }),
    ...['bob', 'dave'].map((as) =>
      step('2020-03-06', { as, action: 'comment', issue: 1, body: '/release sign-off rc2' }),
    ),
  ]),
};
