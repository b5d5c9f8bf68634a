// Who is asked when testers are silent: the tester, a working day later the lead of the team, then the release leads.
import type { Day } from '../../../domain/day.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../domain/working-days.ts';

export type Rung = 'tester' | 'lead' | 'leads';

/** Somebody with open tests in a candidate. Logins are in small letters throughout. */
export interface Waiting {
  readonly login: string;
  /** Id of the team. */
  readonly team: string;
  readonly open: number;
  /** The day on which they recorded something last, or got the tests. */
  readonly last: Day;
}

export interface LadderInput {
  readonly today: Day;
  readonly holidays: readonly Day[];
  /** The first day on which anybody is asked about the candidate. */
  readonly near: Day;
  readonly waiting: readonly Waiting[];
  /** By id of the team. */
  readonly lead: ReadonlyMap<string, string>;
  readonly releaseLeads: readonly string[];
  /** The days on which people were asked about the candidate: each is asked once. */
  readonly asked: ReadonlyMap<string, Day>;
  /** Nobody is asked who is away, wants no pings, or was asked about other tests today. */
  readonly canAsk: (login: string) => boolean;
}

export interface Ask {
  readonly login: string;
  readonly rung: Rung;
}

/** Working days from the last result on after which one of them has passed without any. */
const SILENT = 2;

/** Whether a working day has passed without a result, and the day of the candidate is near. */
export function isSilent({ open, last }: Waiting, { today, near, holidays }: LadderInput): boolean {
  return open > 0 && near <= today && workingDaysBetween(last, today, holidays) >= SILENT;
}

/** Each person at most once, on the lowest rung that they stand on. */
export function nextAsks(input: LadderInput): readonly Ask[] {
  const { today, holidays, waiting, lead, releaseLeads } = input;
  if (!isWorkingDay(today, holidays)) return [];
  const silent = waiting.filter((one) => isSilent(one, input));
  const led = silent.filter((one) => stepsOf(one, input) >= 1).flatMap(({ team }) => lead.get(team) ?? []);
  const isLeft = silent.some((one) => stepsOf(one, input) >= 2 && hasWaited(lead.get(one.team), input));
  const all: Ask[] = [
    ...silent.map(({ login }): Ask => ({ login, rung: 'tester' })),
    ...led.map((login): Ask => ({ login, rung: 'lead' })),
    ...(isLeft ? releaseLeads : []).map((login): Ask => ({ login, rung: 'leads' })),
  ];
  return all.filter(
    ({ login }, index) => all.findIndex((one) => one.login === login) === index && isToBeAsked(login, input),
  );
}

function isToBeAsked(login: string, { asked, canAsk }: LadderInput): boolean {
  return !asked.has(login) && canAsk(login);
}

/** Working days since the tester was asked, or should have been where nobody could ask them. */
function stepsOf({ login, last }: Waiting, input: LadderInput): number {
  const { asked, today, near, holidays } = input;
  const day = asked.get(login);
  if (day !== undefined) return workingDaysBetween(day, today, holidays);
  if (isToBeAsked(login, input)) return 0;
  const due = addWorkingDays(last, SILENT, holidays);
  return workingDaysBetween(due < near ? near : due, today, holidays);
}

/** A lead who can be asked has a working day; one who can't takes no more than that day. */
function hasWaited(lead: string | undefined, input: LadderInput): boolean {
  if (lead === undefined || !input.asked.has(lead)) return lead === undefined || !input.canAsk(lead);
  const day = input.asked.get(lead) ?? input.today;
  return workingDaysBetween(day, input.today, input.holidays) >= 1;
}
