// When those work who are reminded: the zone of the config unless a person has one.
import type { WorkingTime } from '../../../people/working-time.ts';
import { ownZone } from '../../../people/zones.ts';
import type { ApprovalsInput } from '../input.ts';

export function workingTimeOf(name: string, { source, people, config }: ApprovalsInput): WorkingTime {
  const { timezone, holidays } = source.spec;
  return { zone: ownZone(name, people) ?? timezone, hours: config.workingHours, holidays };
}
