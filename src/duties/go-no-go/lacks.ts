// Who can't vote by what the config leaves out.
import { namesMilestone } from '../../domain/candidate.ts';
import type { Lack } from '../../domain/standing.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import type { LackInput } from '../duty.ts';
import type { GoNoGoConfig } from './config.ts';
import { votersOf } from './voters.ts';

/** Milestones that no release has, and votes of a release in which nobody votes. */
export function nobodyVotes({ config, releases, teams }: LackInput<GoNoGoConfig>): Lack[] {
  return Object.entries(config.milestones).flatMap(([id, vote]): Lack[] => {
    const having = releases.filter(({ milestones }) => milestones.some((one) => namesMilestone([id], one)));
    if (releases.length > 0 && having.length === 0)
      return [
        {
          kinds: ['open-vote'],
          why: `no release has a milestone "${id}"`,
          lost: 'nobody votes on it',
          fix: 'Correct its id, or add the milestone.',
        },
      ];
    return having
      .filter((release) => votersOf(vote, release, teams).length === 0)
      .map(({ version }) => ({
        release: version,
        kinds: ['open-vote'],
        why: `nobody has the roles that vote on ${escapeMarkdown(id)}`,
        lost: 'nobody votes on it',
        fix: 'Give the roles to somebody, or add people.',
      }));
  });
}
