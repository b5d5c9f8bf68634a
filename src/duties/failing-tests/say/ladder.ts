// Who is asked when a team is silent: one step at a time, each once in an outage.
import { LEADING_ROLES } from '../../../commands/rights.ts';
import { type Day, type Instant, dayAt, formatInstant, instantOf } from '../../../domain/day.ts';
import type { Release } from '../../../domain/release.ts';
import { addWorkingDays, isWorkingDay } from '../../../schedule/working-days.ts';
import { type CaseMemory, RUNGS, type Rung } from '../case/case-memory.ts';
import type { Owner } from '../judge/owner.ts';

export interface LadderInput {
  readonly memory: CaseMemory;
  readonly owner: Owner;
  readonly release: Release;
  readonly isQuiet: (login: string) => boolean;
  readonly now: Instant;
  readonly holidays: readonly Day[];
  /** Working days. */
  readonly answerWithin: number;
}

export type Step =
  | { readonly kind: 'rung'; readonly rung: Rung; readonly people: readonly string[] }
  /** The day that somebody gave is over. */
  | { readonly kind: 'eta'; readonly people: readonly string[] };

/** The next step that is due; undefined while it is green, somebody has spoken of late, or nobody is left to ask. */
export function nextStep(input: LadderInput): Step | undefined {
  const { memory, release, now, holidays } = input;
  const today = dayAt(now, release.timezone);
  if (memory.state !== 'red' || !isWorkingDay(today, holidays)) return undefined;
  const { eta } = memory;
  if (eta !== undefined && eta.day >= today) return undefined;
  if (eta !== undefined && eta.asked === undefined)
    return { kind: 'eta', people: [eta.by].filter((login) => !input.isQuiet(login)) };
  if (now < dueAt(input)) return undefined;
  const after = memory.rung === undefined ? 0 : RUNGS.indexOf(memory.rung.name) + 1;
  return RUNGS.slice(after)
    .map((rung): Step & { kind: 'rung' } => ({ kind: 'rung', rung, people: peopleOf(rung, input) }))
    .find(({ people }) => people.length > 0);
}

/** Whom a step asks: everybody once, without those who want no pings. */
export function peopleOf(rung: Rung, { owner, release, isQuiet }: Omit<LadderInput, 'memory'>): string[] {
  const roles = rung === 'leads' ? LEADING_ROLES : ['scrum-master'];
  const named =
    rung === 'lead' ? [owner.lead ?? []].flat() : roles.flatMap((role) => release.roles[role] ?? []);
  return named.filter(
    (login, index) =>
      !isQuiet(login) && named.findIndex((other) => other.toLowerCase() === login.toLowerCase()) === index,
  );
}

/** So many working days after the last word, at the same time of day. */
function dueAt({ memory, release, holidays, answerWithin }: LadderInput): Instant {
  const { redAt, heardAt = redAt, rung, eta } = memory;
  const last = Math.max(redAt, heardAt, rung?.at ?? redAt, eta?.asked ?? redAt) as Instant;
  const zone = release.timezone;
  const day = addWorkingDays(dayAt(last, zone), answerWithin, holidays);
  return instantOf(day, formatInstant(last, zone, 'HH:mm'), zone);
}
