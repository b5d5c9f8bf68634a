// Scenario: the two weeks before a first release candidate in which nothing goes well, and the one in which it is mended.
import type { Scenario, ScriptStep } from './scenario.ts';
import { onIssue, onPull, step } from './steps.ts';

const BRANCH = 'release-1.11';

/** The jobs of the branch: `api/`, `console/` and `storage/` belong to teams. */
const GREEN = {
  build: 'success',
  'api/gateway': 'success',
  'api/limits': 'success',
  'api/upgrade': 'success',
  'console/login': 'success',
  'storage/backup': 'success',
  'storage/restore': 'success',
} as const;

type Job = keyof typeof GREEN;

const API_OUTAGE: readonly Job[] = ['api/gateway', 'api/limits', 'api/upgrade'];
const STORAGE_RED: readonly Job[] = ['storage/restore'];
const FLAKE: readonly Job[] = ['console/login'];

const STORAGE_PULL = 'Write backups in pieces';
const API_PULL = 'Take the new limits of the gateway';
const NOTES = 'Explain the new limits';
const GUIDE = 'Add the upgrade guide';
const BLOCKER = 'Upgrades from 1.10 lose their certificates';

/** CI on the branch, red where it says so; without a commit it runs on the newest one once more. */
function ci(on: string, commit: string | undefined, red: readonly Job[]): ScriptStep {
  const failed = red.map((job) => [job, 'failure'] as const);
  return step(on, {
    as: 'bob',
    action: 'run-ci',
    branch: BRANCH,
    commit,
    workflow: 'CI',
    jobs: { ...GREEN, ...Object.fromEntries(failed) },
    again: false,
  });
}

/** Into the branch of the release, on the same day. */
function merged(on: string, as: string, title: string): readonly ScriptStep[] {
  return [
    step(on, { as, action: 'open-pull', title, body: '', base: BRANCH, draft: false }),
    onPull(on, title, (pull) => ({ as: 'bob', action: 'merge', pull })),
  ];
}

/** In the newest case file of the team. */
function says(on: string, as: string, team: string, body: string): ScriptStep {
  return onIssue(on, `Failing tests in 1.11.0: ${team}`, (issue) => ({ as, action: 'comment', issue, body }));
}

function commands(on: string, as: string, lines: readonly string[]): ScriptStep {
  return step(on, {
    as,
    action: 'comment',
    issue: 1,
    body: lines.map((line) => `/release ${line}`).join('\n'),
  });
}

/** Until the first job turns red. */
const BEFORE: readonly ScriptStep[] = [
  ci('2020-02-05', 'Begin 1.11', []),
  commands('2020-02-07', 'alice', [
    'done pick-release-master',
    'done publish-contacts',
    'done agree-with-scrum-master',
  ]),
  commands('2020-02-07', 'carol', ['done scrum-of-scrums']),
  step('2020-02-10', {
    as: 'carol',
    action: 'open-pull',
    title: NOTES,
    body: 'For everybody who sets limits.',
    draft: false,
  }),
  ci('2020-02-10', 'Log less while the cluster starts', FLAKE),
  ci('2020-02-10', undefined, []),
  ...merged('2020-02-11', 'frank', STORAGE_PULL),
  ci('2020-02-11', undefined, STORAGE_RED),
];

/** Until two days before RC1. */
const WORSE: readonly ScriptStep[] = [
  commands('2020-02-12', 'alice', ['done announce-deadlines', 'done pending-approvals']),
  ci('2020-02-12', 'Raise the memory of the console', STORAGE_RED),
  step('2020-02-13', {
    as: 'bob',
    action: 'open-issue',
    title: BLOCKER,
    body: 'Seen on two clusters. RC1 should not go out like that.',
    labels: ['release-blocker'],
    assignees: ['dave'],
  }),
  step('2020-02-13', {
    as: 'alice',
    action: 'open-pull',
    title: GUIDE,
    body: '',
    base: BRANCH,
    draft: false,
  }),
  ...merged('2020-02-14', 'dave', API_PULL),
  ci('2020-02-14', undefined, [...STORAGE_RED, ...API_OUTAGE]),
  commands('2020-02-14', 'carol', ['done magicbox-open', 'done test-sheet', 'done magicbox-update']),
  ci('2020-02-17', 'Say which node is full', [...STORAGE_RED, ...API_OUTAGE]),
  says(
    '2020-02-17',
    'dave',
    'api',
    '/release eta 2020-02-19 because the new limits have to be read from the old place, too',
  ),
  ci('2020-02-18', 'Name the limits in the log', [...STORAGE_RED, ...API_OUTAGE, ...FLAKE]),
  ci('2020-02-18', undefined, [...STORAGE_RED, ...API_OUTAGE]),
  says('2020-02-18', 'dave', 'api', '/release progress two of three are green on my machine'),
];

/** What is mended, and when. */
const BETTER: readonly ScriptStep[] = [
  ci('2020-02-19', 'Read the limits from the old place, too', STORAGE_RED),
  commands('2020-02-19', 'alice', ['done prepare-environment', 'done share-environment']),
  onPull('2020-02-19', NOTES, (pull) => ({ as: 'bob', action: 'approve', pull, body: 'Clear, thank you.' })),
  onPull('2020-02-19', NOTES, (pull) => ({ as: 'carol', action: 'merge', pull })),
  says(
    '2020-02-19',
    'frank',
    'storage',
    '/release eta tomorrow because the pieces were put together out of order',
  ),
  onIssue('2020-02-19', BLOCKER, (issue) => ({ as: 'dave', action: 'close', issue })),
  onPull('2020-02-20', GUIDE, (pull) => ({ as: 'bob', action: 'approve', pull, body: '' })),
  onPull('2020-02-20', GUIDE, (pull) => ({ as: 'alice', action: 'merge', pull })),
  ci('2020-02-20', 'Put the pieces of a backup in order', []),
  ci('2020-02-21', 'Cut RC1', []),
  ci('2020-02-24', 'Update the images', []),
];

export const badWeek: Scenario = {
  id: 'bad-week',
  title: 'A bad week before RC1',
  hint: 'Go to 18 February 2020: two teams have failing tests and one of them is silent, a blocker is open, approvals are missing, and RC1 is in two days. On 24 February it is over.',
  config: `extends: [kyma-release]
timezone: Europe/Berlin

people:
  alice: {}
  bob: {}
  carol: {}
  dave: {}
  erin: {}
  frank: {}

roles:
  release-master: [alice]
  release-manager: [bob]
  scrum-master: [carol]

teams:
  api: { github: acme/api, tests: ['^api/'], paths: [/notes/], lead: dave }
  console: { github: acme/console, tests: ['^console/'], lead: erin }
  storage: { github: acme/storage, tests: ['^storage/'], lead: frank }

cycle: { weeks: 6, release-week: 5 }

releases:
  - version: '1.11.0'
    title: Kyma 1.11
    start: 2020-02-03
    release: 2020-03-05
    branch: release-1.11

tracking-issue: { labels: [release] }
approvals: { paths: [/notes/] }
failing-tests: {}
deadlines: {}
report: {}
`,
  files: { '.github/CODEOWNERS': '# Who approves what\n/notes/ @bob\n' },
  teams: { api: ['dave'], console: ['erin'], storage: ['frank'] },
  script: [...BEFORE, ...WORSE, ...BETTER],
  leaves: ['prepare-environment', 'share-environment'],
};
