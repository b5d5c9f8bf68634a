// Whom the duty can't ask by what the config leaves out.
import { namesMilestone } from '../../domain/candidate.ts';
import type { Lack } from '../../domain/standing.ts';
import type { LackInput } from '../duty.ts';
import type { AcknowledgeConfig } from './config.ts';

export function nobodyToAsk({ teams, config, releases }: LackInput<AcknowledgeConfig>): Lack[] {
  const missing = config.milestones.filter((id) =>
    releases.every(({ milestones }) => milestones.every((one) => !namesMilestone([id], one))),
  );
  return [
    ...(Object.keys(teams).length === 0 ? [NO_TEAMS] : []),
    ...(releases.length === 0
      ? []
      : missing.map((id) => ({
          why: `no release has a milestone "${id}"`,
          lost: 'no team is asked about it',
          fix: 'Correct its id, or add the milestone.',
        }))),
  ];
}

const NO_TEAMS: Lack = { why: 'there are no teams', lost: 'nobody is asked', fix: 'Add "teams".' };
