// The command by which a person says that their team has seen the day of a milestone.
import { type Answer, type Given, told } from '../../commands/command.ts';
import { speakersOf, teamsOf } from '../../commands/teams-of.ts';
import type { CommandScene, DutyCommand } from '../duty.ts';
import type { AcknowledgeConfig } from './config.ts';
import { answers } from './render.ts';

type Scene = CommandScene<AcknowledgeConfig>;

/** Its effect are the ids of the teams. */
export const seenCommand: DutyCommand<AcknowledgeConfig, undefined, never, readonly string[]> = {
  name: 'seen',
  usage: '',
  place: 'release',
  right: 'member',
  help: 'confirms, for your team, the milestone date that relcomms asks about',
  off: answers.nothingAsked(),
  measure: (_, { context: { teams } }) => ({
    owner: {
      teams: Object.values(teams).map(({ github }) => github),
      people: Object.values(teams).flatMap(speakersOf),
    },
  }),
  carryOut: seen,
};

function seen({ giver }: Given, { context }: Scene): Answer<never, readonly string[]> {
  const own = teamsOf(giver, context.teams);
  return own.length === 0 ? told(answers.noTeam()) : { good: true, words: 'seen', effect: own };
}
