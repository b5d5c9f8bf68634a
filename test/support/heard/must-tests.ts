// Who must hear of a failing test: the people of its team, once it failed twice.
import { dayAt } from '../../../src/domain/day.ts';
import { dayOf } from './config-text.ts';
import { type Must, workingDays } from './must.ts';
import type { Played } from './play.ts';

/** A new failure gets one more run; the second red one tells. Nobody watches a branch before its cycle begins. */
export function testMusts({ cycle, configs, reds }: Played): Must[] {
  const { after } = workingDays(cycle.holidays.map(dayOf));
  return reds.flatMap(({ version, team, runs: [first, second], greenAt }) => {
    const start = configs[0]?.releases.find((one) => one.version === version)?.start;
    if (first === undefined || second === undefined || start === undefined) return [];
    const known = dayAt(second, 'UTC');
    const watched = known < start ? start : known;
    if (greenAt !== undefined && dayAt(greenAt, 'UTC') <= watched && watched > known) return [];
    const people = cycle.teams.find(({ id }) => id === team)?.people ?? [];
    return people.map((who) => ({
      what: `${team}-e2e fails on the branch of ${version} since ${dayAt(first, 'UTC')}`,
      who,
      from: dayAt(first, 'UTC'),
      until: after(watched),
      by: ({ subject }) => subject.startsWith(`Failing tests in ${version}: ${team}`),
    }));
  });
}
