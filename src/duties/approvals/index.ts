// Tells who has to approve which pull request by when: few comments, and a list in the tracking issue.
import { branchesOf } from '../../domain/release-line.ts';
import { isOver } from '../../domain/release.ts';
import type { PickWords } from '../../picks/scene.ts';
import type { Duty } from '../duty.ts';
import { PULL_PLACE } from '../pull-place.ts';
import { quietCommands, whyCommand } from './answer/commands.ts';
import { type ApprovalsConfig, approvalsConfig, references } from './config.ts';
import { DUTY, approvals } from './decide.ts';
import { QUIET_LABEL } from '../quiet-label.ts';
import type { ApprovalFact } from './input.ts';
import { rows } from './rows.ts';
import { namedLabels, withoutBranch } from './lacks.ts';
import { labelsToFind } from '../missing-labels.ts';
import { tiesOf } from './judge/ties.ts';
import { permissions } from './permissions.ts';
import { carriesOut } from './carries-out.ts';

declare module '../duty.ts' {
  interface Told {
    /** The duty that asks people once, and leaves it to a digest to ask them again. */
    readonly asksOnce: string;
    /** By what cherry-picks are known, and what is to be picked. */
    readonly pickWords: PickWords;
  }
}

export const approvalsDuty: Duty<ApprovalsConfig, ApprovalFact> = {
  name: DUTY,
  title: 'Approvals',
  description:
    'Shows who must approve which pull request of a release, and by when: few comments that list everything that waits for a person, and a list in the tracking issue.',
  config: approvalsConfig,
  references,
  // Without our issues nobody knows who muted a release, and so whom to ask.
  needs: ['pulls', 'openPulls', 'fixes', 'branchOwners', 'teamMembers', 'ownIssues', 'labels'],
  leansOn: ['tracking-issue'],
  lacks: withoutBranch,
  marks: namedLabels,
  wakesOn: ['pull_request', 'pull_request_review', 'issue_comment', 'push'],
  permissions,
  carriesOut,
  rows,
  panes: [{ id: 'pulls', title: 'Pull requests' }],
  places: [PULL_PLACE],
  commands: [whyCommand, ...quietCommands],
  tells: (config) => ({ asksOnce: DUTY, pickWords: config }),
  asks: ({ config, releases, teams, now }) => {
    const running = releases.filter((release) => !isOver(release, now));
    const branches = [...new Set(running.flatMap(branchesOf))];
    return {
      labels: [config.label, QUIET_LABEL, ...labelsToFind(namedLabels(config))],
      branchOwners: { branches, main: true },
      pulls: {
        branches,
        teams: Object.values(teams).map(({ github }) => github),
        labels: [config.label],
        fixLabels: config.pickLabels,
        roleTeams: running.flatMap(({ roles, roleTeams }) =>
          [roles, roleTeams ?? {}].flatMap((held) => Object.values(held).flat()),
        ),
        ties: tiesOf(running, config),
      },
    };
  },
  desire: (input) => {
    const { desired, skips, standing, lacks } = approvals(input);
    return { desired, skips, standing, lacks };
  },
};
