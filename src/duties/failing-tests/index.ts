// Brings what fails on a release branch to the team that owns it, and what the team says back to the release master.
import { dayAt } from '../../domain/day.ts';
import type { DesiredSection, Skip } from '../../domain/desired.ts';
import type { Release } from '../../domain/release.ts';
import { recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty } from '../duty.ts';
import { caseCommands } from './answer/commands.ts';
import { CASE_PLACE } from './answer/place.ts';
import { type FailingTestsConfig, failingTestsConfig } from './config.ts';
import { leaveCases } from './case/cycle-over.ts';
import { type Decision, decide } from './decide.ts';
import { DUTY, type FailingTestsFact, type FailingTestsInput } from './input.ts';
import { RECORD_NAME } from './case/keys.ts';
import { render } from './say/render.ts';
import { rows } from './rows.ts';
import { permissions } from './permissions.ts';

export const failingTestsDuty: Duty<FailingTestsConfig, FailingTestsFact> = {
  name: DUTY,
  title: 'Failing tests',
  description:
    'One issue per team and outage for what fails on the branch of a release, until it is green again, and a list of them in the tracking issue.',
  config: failingTestsConfig,
  needs: ['ownIssues', 'branchTests', 'branchOwners', 'commands', 'labels', 'githubMilestones', 'assignable'],
  // A suite tells once that all checks of a commit have ended, where each check would tell three times; other systems
  // than Actions set statuses.
  wakesOn: ['check_suite', 'status', 'issues', 'issue_comment', 'push'],
  permissions,
  rows,
  panes: [{ id: 'ci', title: 'CI' }],
  places: [CASE_PLACE],
  commands: caseCommands,
  asks: ({ config, releases, teams, now }) => {
    const running = releases.filter((release) => runs(release, now));
    const any = running.length > 0;
    const branches = [...new Set(running.flatMap(({ branch }) => branch ?? []))];
    return {
      ownIssues: {
        keys: [],
        records: running.map((release) => recordKey(trackingKey(release), RECORD_NAME)),
      },
      labels: any ? config.labels : [],
      githubMilestones: running.map(({ version }) => version),
      assignable: any ? Object.values(teams).flatMap(({ lead }) => lead ?? []) : [],
      commands: any
        ? Object.values(teams).flatMap(({ github, lead }) => (lead === undefined ? [github] : [github, lead]))
        : [],
      branchOwners: { branches },
      branchTests: { branches, artifacts: any ? config.artifacts : [] },
    };
  },
  desire: (input) => {
    const answers = input.releases.map((release) => desireFor(release, input));
    return {
      desired: answers.flatMap((answer) => ('why' in answer ? [] : answer.desired)),
      standing: answers.flatMap((answer) => ('why' in answer ? [] : answer.standing)),
      refusals: answers.flatMap((answer) => ('why' in answer ? [] : (answer.refusals ?? []))),
      skips: answers.flatMap((answer) => ('why' in answer ? [answer] : [])),
    };
  },
};

/** A release with a branch, before the end of its last week. */
function runs({ branch, end, timezone }: Release, now: FailingTestsInput['now']): boolean {
  return branch !== undefined && dayAt(now, timezone) <= end;
}

function desireFor(release: Release, input: FailingTestsInput): Decision | Skip {
  const { ownIssues, branchTests } = input.observed;
  const tracking = ownIssues.find(({ key }) => key === trackingKey(release));
  if (!runs(release, input.now))
    return { desired: [noSection(release), ...leaveCases(release, tracking, input)], standing: [] };
  // The duty that keeps the tracking issue says why it is not there.
  if (tracking?.state !== 'open') return { desired: [], standing: [] };
  const branch = branchTests.find((one) => one.branch === release.branch);
  if (branch === undefined) return { duty: DUTY, what: render.what(release), why: render.noBranch() };
  return decide(release, branch, tracking, input);
}

/** Once the cycle is over nothing old stays in its tracking issue. */
function noSection(release: Release): DesiredSection {
  return { kind: 'section', issue: trackingKey(release), name: DUTY, text: '', why: render.whySection() };
}
