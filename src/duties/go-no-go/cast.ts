// What the scripted team of a simulation does in a vote: everybody who can be named votes go once it is open.
import { forMilestone } from '../../domain/candidate.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Cast, Deed } from '../cast.ts';
import { findOwn } from '../find-own.ts';
import type { GoNoGoConfig } from './config.ts';
import { shownVotes } from './shown.ts';
import { votersOf } from './voters.ts';

/** Nobody votes for a team of which the config names nobody. */
export const cast: Cast<GoNoGoConfig> = ({ config, release, issues, teams = {} }) => {
  const tracking = findOwn(issues, trackingKey(release));
  if (tracking?.state !== 'open') return [];
  return shownVotes(tracking, release).flatMap(({ milestone, memory }): Deed[] => {
    const vote = forMilestone(config.milestones, milestone);
    if (vote === undefined || memory.result !== undefined) return [];
    const speakers = votersOf(vote, release, teams).flatMap(({ people }) => people.slice(0, 1));
    const missing = speakers.filter((login) => memory.said.every((word) => word.login !== login));
    return missing.map((by) => ({
      kind: 'comment',
      by,
      number: tracking.number,
      body: `/release go ${milestone.id}`,
    }));
  });
};
