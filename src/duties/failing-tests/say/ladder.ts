// Who is asked when a team is silent: one step at a time, each once in an outage.
import { LEADING_ROLES } from '../../../commands/rights.ts';
import { type Day, type Instant, dayAt, formatInstant, instantOf } from '../../../domain/day.ts';
import type { Release } from '../../../domain/release.ts';
import { includesName, uniqueNames } from '../../../people/names.ts';
import { addWorkingDays, isWorkingDay } from '../../../domain/working-days.ts';
import { type CaseMemory, RUNGS, type Rung } from '../case/case-memory.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { NoticeSetting } from './notice-setting.ts';
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
  /** Logins that the issue itself asked: who is mentioned in it or assigned from the beginning. */
  readonly askedBy: readonly string[];
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
  const after = memory.rung === undefined ? 0 : RUNGS.indexOf(memory.rung.name) + 1;
  const rung = RUNGS.slice(after).find((one) => peopleOf(one, input).length > 0);
  if (rung === undefined || now < dueAt(rung, input)) return undefined;
  return { kind: 'rung', rung, people: peopleOf(rung, input) };
}

/** Whom a step asks: everybody once in an outage, without those who want no pings. */
export function peopleOf(rung: Rung, { owner, release, isQuiet, askedBy }: LadderInput): string[] {
  const before = RUNGS.slice(0, RUNGS.indexOf(rung)).flatMap((one) => namesOf(one, owner, release));
  const asked = [...askedBy, ...before];
  return uniqueNames(namesOf(rung, owner, release)).filter(
    (login) => !isQuiet(login) && !includesName(asked, login),
  );
}

function namesOf(rung: Rung, owner: Owner, { roles }: Release): readonly string[] {
  if (rung === 'lead') return owner.lead === undefined ? [] : [owner.lead];
  return (rung === 'leads' ? LEADING_ROLES : ['scrum-master']).flatMap((role) => roles[role] ?? []);
}

/** So many working days after the last word for each step up to it, at the same time of day: one with nobody to ask takes its time. */
function dueAt(next: Rung, { memory, release, holidays, answerWithin }: LadderInput): Instant {
  const { redAt, heardAt = redAt, rung, eta } = memory;
  const last = Math.max(redAt, heardAt, rung?.at ?? redAt, eta?.asked ?? redAt) as Instant;
  const zone = release.timezone;
  const steps = RUNGS.indexOf(next) - (rung === undefined ? -1 : RUNGS.indexOf(rung.name));
  const day = addWorkingDays(dayAt(last, zone), steps * answerWithin, holidays);
  return instantOf(day, formatInstant(last, zone, 'HH:mm'), zone);
}

/** `file` as this run has it. */
export function ladderOf(
  { memory, owner }: CaseFile,
  { release, input, isQuiet }: NoticeSetting,
): LadderInput {
  const { now, config, source, observed } = input;
  const { holidays } = source.spec;
  const { lead } = owner;
  const led = lead !== undefined && includesName(observed.assignable, lead) ? [lead] : [];
  const askedBy = [...owner.people, ...(owner.listed ?? []), ...led];
  return { memory, owner, release, isQuiet, now, holidays, answerWithin: config.answerWithin, askedBy };
}
