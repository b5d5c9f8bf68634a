// What the scripted team of a simulation does: a lead makes each environment ready, teams confirm, and it is taken down in time.
import { LEADING_ROLES } from '../../commands/rights.ts';
import { speakersOf } from '../../commands/teams-of.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';
import type { Cast, Deed } from '../cast.ts';
import { findOwn } from '../find-own.ts';
import type { EnvironmentsConfig } from './config.ts';
import { rowOf } from './memory.ts';
import { shownMemory } from './shown.ts';

/** By the days of the candidate; nobody confirms for a team of which the config names nobody. */
export const cast: Cast<EnvironmentsConfig> = ({ config, release, issues, today, holidays, teams = {} }) => {
  const tracking = findOwn(issues, trackingKey(release));
  const [lead] = LEADING_ROLES.flatMap((role) => release.roles[role] ?? []);
  if (tracking?.state !== 'open' || lead === undefined) return [];
  const { number } = tracking;
  const memory = shownMemory(tracking, release);
  return Object.entries(config.named).flatMap(([name, one]): Deed[] => {
    const candidate = release.milestones.find(({ id }) => id === one.for);
    if (candidate === undefined) return [];
    const { ready, confirmed, ended } = rowOf(name, memory);
    const left = workingDaysBetween(today, candidate.day, holidays);
    if (ready === undefined)
      return left === one.leadTime
        ? [says(number, lead, `environment ready https://${name}.test.example.org ${name}`)]
        : [];
    if (ended !== undefined) return [];
    const asked = one.teams ?? Object.keys(teams);
    const missing = asked.filter((team) => confirmed.every((said) => said.team !== team));
    const speakers = missing.flatMap((team) =>
      teams[team] === undefined ? [] : speakersOf(teams[team]).slice(0, 1),
    );
    if (today > candidate.day && left < -4) return [says(number, lead, `environment down ${name}`)];
    return [...new Set(speakers)].map((by) => says(number, by, `can-test ${name}`));
  });
};

function says(number: number, by: string, line: string): Deed {
  return { kind: 'comment', by, number, body: `/release ${line}` };
}
