// Scenario: cherry-picks until their deadline: one is merged, one waits, one is forgotten, one goes to the wrong branch.
import type { Scenario } from './scenario.ts';
import { onPull, step } from './steps.ts';

const DONE = 'Keep the data of a broken upload';
const SLOW = 'Close files that nobody reads';
const FORGOTTEN = 'Refuse names with a slash';
const LABEL = ['needs-cherry-pick'];
const BASE = 'release-3.1';

const pick = (title: string, number: number) => ({
  title: `Cherry-pick: ${title}`,
  body: `Cherry-pick of #${number}`,
});

export const cherryPicks: Scenario = {
  id: 'cherry-picks',
  title: 'Cherry-picks until the deadline',
  hint: 'Go to 26 February 2020 and open Cherry-picks: one is missing, one goes to the wrong branch. On 29 February the closing statement lists what is out.',
  config: `timezone: Europe/Berlin
cycle: { weeks: 7, release-week: 7, weeks-after: 0 }

roles:
  lead: [alice]

teams:
  storage: { github: acme/storage, people: [carol], paths: ['disk/**'] }
  web: { github: acme/web, people: [dave], paths: ['web/**'] }

milestones:
  branch-cut: { on: release - 2 weeks, title: Branch cut }
  cherry-pick-deadline: { on: release - 4 working days, title: Cherry-pick deadline }

releases:
  - version: '3.1.0'
    title: Depot 3.1
    start: 2020-01-20
    release: 2020-03-05
    branch: ${BASE}

tracking-issue: { tasks: none }
approvals:
cherry-picks:
freeze:
report:
`,
  branches: [BASE],
  script: [
    ...[DONE, SLOW, FORGOTTEN].flatMap((title, index) => [
      step('2020-02-21', {
        as: index === 2 ? 'dave' : 'carol',
        action: 'open-pull',
        title,
        body: '',
        draft: false,
        labels: LABEL,
      }),
      onPull('2020-02-21', title, (pull) => ({ as: 'bob', action: 'merge', pull })),
    ]),
    onPull('2020-02-24', DONE, (pull) => ({
      as: 'carol',
      action: 'open-pull',
      ...pick(DONE, pull),
      base: BASE,
      draft: false,
    })),
    onPull('2020-02-25', `Cherry-pick: ${DONE}`, (pull) => ({ as: 'bob', action: 'merge', pull })),
    onPull('2020-02-25', SLOW, (pull) => ({
      as: 'carol',
      action: 'open-pull',
      ...pick(SLOW, pull),
      draft: false,
    })),
  ],
};
