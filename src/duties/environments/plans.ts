// The test environments of a release with their days, which follow from the day of their candidate.
import { type Day, type Instant, addDays, instantOf } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { Span } from '../../domain/span.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { fillSection, variablesIn } from '../../schedule/variables/fill-section.ts';
import { type EnvironmentConfig, texts } from './config.ts';
import type { EnvironmentsContext } from './input.ts';

/** One environment in one release. */
export interface Plan {
  readonly release: Release;
  readonly name: string;
  readonly candidate: Milestone;
  /** With the variables of the release in its texts. */
  readonly config: EnvironmentConfig;
  /** From then on it may be ready: what was there before is that of an earlier candidate. */
  readonly opens: Instant;
  /** The last day on which it can be ready without holding the candidate up. */
  readonly readyBy: Day;
  /** The day on which it is taken down. */
  readonly until: Day;
  /** Ids of the teams that confirm. */
  readonly teams: readonly string[];
}

/** In the order of their candidates; an environment whose milestone a release does not have is not in it. */
export function plansOf(release: Release, context: EnvironmentsContext): Plan[] {
  const variables = variablesIn(context.source.spec, release);
  const { named } = fillSection(context.config, texts, variables, {
    path: [],
    subject: '',
    tell: () => undefined,
  });
  return Object.entries(named)
    .flatMap(([name, config]) => {
      const candidate = release.milestones.find(({ id }) => id === config.for);
      return candidate === undefined ? [] : [{ name, config, candidate }];
    })
    .toSorted((a, b) => a.candidate.deadline - b.candidate.deadline)
    .map((one, _, all) => {
      const earlier = all.filter(({ candidate }) => candidate.deadline < one.candidate.deadline).at(-1);
      const { config, candidate } = one;
      const { holidays } = context.source.spec;
      return {
        ...one,
        release,
        opens: earlier?.candidate.deadline ?? instantOf(release.start, '00:00', release.timezone),
        readyBy: addWorkingDays(candidate.day, -config.leadTime, holidays),
        until: later(candidate.day, config.expires, holidays),
        teams: config.teams ?? Object.keys(context.teams),
      };
    });
}

function later(day: Day, { amount, unit }: Span, holidays: readonly Day[]): Day {
  if (unit === 'working-days') return addWorkingDays(day, amount, holidays);
  return addDays(day, amount * (unit === 'weeks' ? 7 : 1));
}
