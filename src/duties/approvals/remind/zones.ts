// Where a person works: the zone of the config unless the person has one.
import type { ApprovalsInput } from '../input.ts';
import { sameName } from '../judge/names.ts';
import type { WorkingTime } from './working-time.ts';

/** Undefined for teams and for people of whom the config says nothing. */
export function ownZone(name: string, { people }: ApprovalsInput): string | undefined {
  const known = Object.entries(people).find(([login]) => sameName(login, name));
  return known?.[1].timezone;
}

export function workingTimeOf(name: string, input: ApprovalsInput): WorkingTime {
  const { timezone, holidays } = input.source.spec;
  return { zone: ownZone(name, input) ?? timezone, hours: input.config.workingHours, holidays };
}
