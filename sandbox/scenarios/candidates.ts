// Scenario: release candidates that repeat until nothing blocks one; it takes four.
import type { Scenario, ScriptStep } from './scenario.ts';
import { onIssue, onPull, step } from './steps.ts';

const LOSS = 'Uploads lose their last part';
const LOOP = 'The login loops behind a proxy';

/** Somebody finds it on the day of a candidate, and fixes it three days later. */
function blocker(on: string, fixed: string, title: string): readonly ScriptStep[] {
  return [
    step(on, {
      as: 'bob',
      action: 'open-issue',
      title,
      body: '',
      labels: ['release-blocker'],
      assignees: ['carol'],
    }),
    onIssue(fixed, title, (issue) => ({ as: 'carol', action: 'close', issue })),
  ];
}

/** The next candidate, asked for and merged on the same day. */
function opened(asked: string, merged: string, title: string): readonly ScriptStep[] {
  return [
    step(asked, { as: 'alice', action: 'comment', issue: 1, body: '/release candidate' }),
    onPull(merged, title, (pull) => ({ as: 'alice', action: 'merge', pull })),
  ];
}

export const candidates: Scenario = {
  id: 'candidates',
  title: 'Candidates until one passes',
  hint: 'Go day by day from 4 February 2020: blockers and an untested candidate hold up three of four, and each time release day moves.',
  config: `timezone: Europe/Berlin

people:
  alice: {}
  bob: {}
  carol: {}

roles:
  lead: [alice]
  testers: [bob]

cycle: { weeks: 4, release-week: 4, weeks-after: 1 }

candidates:
  every: 1 week
  planned: 1
  until: none blocks
  then: 3 days
  title: Depot 4.0 RC{candidate}

milestones:
  code-freeze: { on: release - 2 weeks, title: Code freeze }
  notes-final: { on: last-candidate + 2 days, title: Release notes are final }

tasks:
  - { id: tag, title: 'Tag {version}-rc.{candidate}', role: lead, due: candidate, per: candidate }
  - { id: test, title: 'Test RC{candidate} on each platform', role: testers, due: candidate + 1 day, per: candidate, after: [tag] }
  - { id: notes, title: Finish the release notes, role: testers, due: notes-final }
  - { id: publish, title: 'Publish {version}', role: lead, due: release, after: [test] }

releases:
  - version: '4.0.0'
    title: Depot 4.0
    start: 2020-01-13
    release: 2020-02-06
    branch: release-4.0

tracking-issue:
deadlines:
report:
`,
  leaves: ['test.rc3'],
  script: [
    ...blocker('2020-02-03', '2020-02-06', LOSS),
    ...opened('2020-02-04', '2020-02-05', 'Open RC2 of 4.0.0 on 2020-02-10'),
    ...blocker('2020-02-10', '2020-02-13', LOOP),
    ...opened('2020-02-11', '2020-02-12', 'Open RC3 of 4.0.0 on 2020-02-17'),
    ...opened('2020-02-19', '2020-02-20', 'Open RC4 of 4.0.0 on 2020-02-24'),
    step('2020-02-20', {
      as: 'bob',
      action: 'comment',
      issue: 1,
      body: '/release skip test.rc3 because the machines were down, RC4 gets the tests',
    }),
  ].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))),
};
