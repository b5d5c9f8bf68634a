// Brings what fails on a release branch to the team that owns it, and what the team says back to the release master.
import { speakersOf } from '../../commands/teams-of.ts';
import type { DesiredSection } from '../../domain/desired.ts';
import { type Release, isOver, isRunning } from '../../domain/release.ts';
import type { Lack } from '../../domain/standing.ts';
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
import { mayBeAssigned } from './say/assigned.ts';
import { renderNoBranch } from './say/render-section.ts';
import { render } from './say/render.ts';
import { rows } from './rows.ts';
import { withoutBranch, unseenOf } from './lacks.ts';
import { permissions } from './permissions.ts';
import { carriesOut } from './carries-out.ts';

export const failingTestsDuty: Duty<FailingTestsConfig, FailingTestsFact> = {
  name: DUTY,
  title: 'Failing tests',
  description:
    'One issue per team and outage for tests that fail on a release branch, until they pass again. The tracking issue lists these issues.',
  config: failingTestsConfig,
  needs: ['ownIssues', 'branchTests', 'branchOwners', 'commands', 'labels', 'githubMilestones', 'assignable'],
  // A suite tells once that all checks of a commit have ended, where each check would tell three times; other systems
  // than Actions set statuses.
  leansOn: ['tracking-issue'],
  lacks: withoutBranch,
  wakesOn: ['check_suite', 'status', 'issues', 'issue_comment', 'push'],
  permissions,
  carriesOut,
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
      assignable: any ? mayBeAssigned(running, teams) : [],
      commands: any ? Object.values(teams).flatMap((team) => [team.github, ...speakersOf(team)]) : [],
      branchOwners: { branches },
      branchTests: { branches, artifacts: any ? config.artifacts : [] },
    };
  },
  desire: (input) => {
    const answers = input.releases.map((release) => desireFor(release, input));
    return {
      desired: answers.flatMap(({ desired }) => desired),
      standing: answers.flatMap(({ standing }) => standing),
      refusals: answers.flatMap(({ refusals }) => refusals ?? []),
      skips: [],
      lacks: input.releases.flatMap((release) => lacksFor(release, input)),
    };
  },
};

/** A release with a branch, before the end of its last week. */
function runs(release: Release, now: FailingTestsInput['now']): boolean {
  return release.branch !== undefined && !isOver(release, now);
}

/** Nobody waits for the tests of a release that does not run. */
function lacksFor(release: Release, { now, observed }: FailingTestsInput): Lack[] {
  return isRunning(release, now) ? unseenOf(release, branchOf(release, observed)) : [];
}

function branchOf({ branch }: Release, { branchTests }: FailingTestsInput['observed']) {
  return branchTests.find((one) => one.branch === branch);
}

function desireFor(release: Release, input: FailingTestsInput): Decision {
  const { ownIssues } = input.observed;
  const tracking = ownIssues.find(({ key }) => key === trackingKey(release));
  if (!runs(release, input.now))
    return { desired: [noSection(release), ...leaveCases(release, tracking, input)], standing: [] };
  // The duty that keeps the tracking issue says why it is not there.
  if (tracking?.state !== 'open') return { desired: [], standing: [] };
  const branch = branchOf(release, input.observed);
  if (branch === undefined) {
    const text = input.told?.listsLacks === undefined ? renderNoBranch(release) : '';
    return { desired: [sectionWith(release, text)], standing: [] };
  }
  return decide(release, branch, tracking, input);
}

/** Once the cycle is over nothing old stays in its tracking issue. */
function noSection(release: Release): DesiredSection {
  return sectionWith(release, '');
}

function sectionWith(release: Release, text: string): DesiredSection {
  return { kind: 'section', issue: trackingKey(release), name: DUTY, text, why: render.whySection() };
}
