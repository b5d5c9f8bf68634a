// What of the messages nobody hears by what the config leaves out.
import type { Lack } from '../../domain/standing.ts';
import type { LackInput } from '../duty.ts';
import type { SlackConfig } from './config.ts';
import { audiencesOf } from './places-of-dates.ts';
import { placesOf } from '../../notices/places.ts';

export function unheardMessages(input: LackInput<SlackConfig>): Lack[] {
  const { config, teams } = input;
  const from = audiencesOf(input);
  const named = [...config.dates, ...config.released, ...config.press, ...digestTo(config)];
  const silent = [...new Set(named)].filter(
    (name) => Object.hasOwn(from.audiences, name) && placesOf([name], from).length === 0,
  );
  const hasTeams = config.teamMessages && Object.values(teams).some(({ slack }) => slack !== undefined);
  return [
    ...(named.length === 0 && !hasTeams ? [NOBODY] : []),
    ...(config.paused ? [PAUSED] : []),
    ...silent.map((name) => ({
      why: `the audience ${name} has no channel, address or discussion`,
      lost: 'it gets no messages',
      fix: 'Add "slack", "mail", or "discussions" to the audience.',
    })),
  ];
}

const NOBODY: Lack = {
  why: 'it names no audience and no team has a channel',
  lost: 'no message goes out',
  fix: 'Add audiences under "dates", or a "slack" channel to a team.',
};

const PAUSED: Lack = {
  why: '"paused" is on',
  lost: 'no message goes out',
  fix: 'Delete "paused" when messages may go out again.',
};

function digestTo({ digest }: SlackConfig): string[] {
  return digest === undefined ? [] : [digest.to];
}
