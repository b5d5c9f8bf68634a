// Brings what fails on a release branch to the team that owns it, and what the team says back to the release master.
import { speakersOf } from '../../commands/teams-of.ts';
import type { DesiredSection } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Release, isOver, isRunning } from '../../domain/release.ts';
import type { Lack } from '../../domain/standing.ts';
import { branchesOf } from '../../domain/release-line.ts';
import { recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty } from '../duty.ts';
import { caseCommands } from './answer/commands.ts';
import { CASE_PLACE } from './answer/place.ts';
import { type FailingTestsConfig, failingTestsConfig } from './config.ts';
import { leaveCases } from './case/cycle-over.ts';
import { type Decision, decide } from './decide.ts';
import { DUTY, type FailingTestsFact, type FailingTestsInput } from './input.ts';
import { recordName } from './case/keys.ts';
import { mayBeAssigned } from './say/assigned.ts';
import { renderNoBranch } from './say/render-section.ts';
import { render } from './say/render.ts';
import { rows } from './rows.ts';
import { withoutBranch, unseenOf } from './lacks.ts';
import { permissions } from './permissions.ts';
import { carriesOut } from './carries-out.ts';
import { type Watched, watchedOf } from './watched.ts';

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
    const branches = [...new Set(running.flatMap(branchesOf))];
    return {
      ownIssues: {
        keys: [],
        records: running
          .flatMap(watchedOf)
          .map((watched) => recordKey(trackingKey(watched), recordName(watched))),
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
  return watchedOf(release).length > 0 && !isOver(release, now);
}

/** Nobody waits for the tests of a release that does not run. */
function lacksFor(release: Release, { now, observed }: FailingTestsInput): Lack[] {
  if (!isRunning(release, now)) return [];
  return watchedOf(release).flatMap((one) => unseenOf(one, branchOf(one, observed)));
}

function branchOf({ branch }: Watched, { branchTests }: FailingTestsInput['observed']) {
  return branchTests.find((one) => one.branch === branch);
}

function desireFor(release: Release, input: FailingTestsInput): Omit<Decision, 'section'> {
  const { ownIssues } = input.observed;
  const tracking = ownIssues.find(({ key }) => key === trackingKey(release));
  // Once the cycle is over nothing old stays in its tracking issue.
  if (!runs(release, input.now))
    return {
      desired: [sectionOf(release, ''), ...leaveCases(release, tracking, input)],
      standing: [],
    };
  // The duty that keeps the tracking issue says why it is not there.
  if (tracking?.state !== 'open') return { desired: [], standing: [] };
  const decisions = watchedOf(release).map((one) => decideOne(one, tracking, input));
  const sections = decisions.map(({ section }) => section).filter((text) => text !== '');
  return {
    desired: [...decisions.flatMap(({ desired }) => desired), sectionOf(release, sections.join('\n\n'))],
    standing: decisions.flatMap(({ standing }) => standing),
    refusals: decisions.flatMap(({ refusals }) => refusals ?? []),
  };
}

function decideOne(watched: Watched, tracking: OwnIssue, input: FailingTestsInput): Decision {
  const branch = branchOf(watched, input.observed);
  if (branch !== undefined) return decide(watched, branch, tracking, input);
  const section = input.told?.listsLacks === undefined ? renderNoBranch(watched) : '';
  return { desired: [], section, standing: [] };
}

function sectionOf(release: Release, text: string): DesiredSection {
  return { kind: 'section', issue: trackingKey(release), name: DUTY, text, why: render.whySection() };
}
