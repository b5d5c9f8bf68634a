// Scenario: a freeze with two exceptions, one accepted and one refused.
import type { Scenario } from './scenario.ts';
import { onPull, step } from './steps.ts';

const FIX = 'Keep the data of a broken upload';
const WISH = 'Show the size of an upload';

export const freeze: Scenario = {
  id: 'freeze',
  title: 'A freeze with exceptions',
  hint: 'Go to 26 February 2020 and open Freeze: one exception was accepted, one refused. Pull requests shows what each says.',
  config: `timezone: Europe/Berlin
cycle: { weeks: 7, release-week: 7, weeks-after: 0 }

roles:
  lead: [alice]
  docs: [bob]

milestones:
  code-freeze: { on: release - 2 weeks, title: Code freeze }

releases:
  - version: '3.1.0'
    title: Depot 3.1
    start: 2020-01-20
    release: 2020-03-05
    branch: release-3.1

tracking-issue: { tasks: none }
freeze:
  allow: [bug]
  label: freeze-exception
`,
  script: [
    step('2020-02-21', { as: 'carol', action: 'open-pull', title: FIX, body: '', draft: false }),
    step('2020-02-21', { as: 'dave', action: 'open-pull', title: WISH, body: '', draft: false }),
    onPull('2020-02-24', FIX, (pull) => ({
      as: 'carol',
      action: 'comment',
      issue: pull,
      body: '/release exception because uploads lose data',
    })),
    onPull('2020-02-24', WISH, (pull) => ({
      as: 'dave',
      action: 'comment',
      issue: 1,
      body: `/release exception #${pull} because customers ask for it`,
    })),
    onPull('2020-02-24', WISH, (pull) => ({
      as: 'alice',
      action: 'comment',
      issue: 1,
      body: `/release exception refuse #${pull} because it can wait for 3.2`,
    })),
    onPull('2020-02-25', FIX, (pull) => ({
      as: 'alice',
      action: 'comment',
      issue: pull,
      body: '/release exception accept because the change is small',
    })),
  ],
};
