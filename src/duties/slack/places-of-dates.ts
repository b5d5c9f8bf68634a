// The places inside that hear of dates, and so of everything that is announced.
import type { DutyContext } from '../duty.ts';
import type { SlackConfig } from './config.ts';
import { type Audiences, type Place, internal, placesOf } from '../../notices/places.ts';

type Context = Pick<DutyContext<SlackConfig>, 'config' | 'audiences' | 'teams'>;

export function placesOfDates(context: Context): Place[] {
  return internal(placesOf(context.config.dates, audiencesOf(context)));
}

export function audiencesOf({ audiences = {}, teams, config }: Context): Audiences {
  return { audiences, teams, mockChannel: config.mockChannel };
}
