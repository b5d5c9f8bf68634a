// Spares people a flood where relcomms begins in the middle of a cycle.
import { type Day, addDays, dayAt } from '../../../domain/day.ts';
import { type Unit, isCarried, nextDue, unitKey, unitsOf } from '../../units.ts';
import type { TaskIssueInput } from './task-input.ts';

/** Tasks that one person is assigned on a day, where the tracking issue was opened after the cycle had begun. */
const A_DAY = 5;

type Start = Pick<TaskIssueInput, 'release' | 'context' | 'done' | 'openedOn' | 'takesAll'>;

/** Name of the box by which people take all at once. No task has such an id. */
export const OFFER = 'offer:late-start';

/** What a late start holds back, offered by one box. */
export interface LateOffer {
  /** Tasks that were due before and have no issue. */
  readonly past: number;
  /** What is assigned next, and on which day; absent where nothing waits. */
  readonly next?: { readonly tasks: number; readonly day: Day } | undefined;
  readonly taken: boolean;
}

/** Absent where nothing is held back: most tracking issues are opened in time. Once taken, it stays. */
export function lateOffer(input: Omit<TaskIssueInput, 'assignable' | 'asked'>): LateOffer | undefined {
  const { release, context, done, issues, takesAll } = input;
  if (context.config.tasks === 'none') return undefined;
  if (takesAll) return { past: 0, taken: true };
  const open = unitsOf(release).filter(
    (unit) => !isCarried(unit) && unit.items.some(({ id }) => !done.has(id)),
  );
  const past = open.filter(
    (unit) => isPast(unit, input) && issues.every(({ key }) => key !== unitKey(release, unit)),
  );
  const next = nextTurn(open, input);
  return past.length === 0 && next === undefined ? undefined : { past: past.length, next, taken: false };
}

/** The first day on which somebody is assigned what a late start holds back, and how many tasks that are. */
function nextTurn(open: readonly Unit[], input: Start): LateOffer['next'] {
  const today = dayAt(input.context.now, input.release.timezone);
  const days = open
    .filter((unit) => !isPast(unit, input))
    .map((unit) => {
      const logins = unit.items.flatMap(({ holders }) => holders);
      return logins.map((login) => turnOf(unit, login, input)).filter((day) => day > today);
    })
    .flatMap((waiting) => waiting.toSorted().slice(0, 1));
  const [day] = days.toSorted();
  return day === undefined ? undefined : { tasks: days.filter((one) => one === day).length, day };
}

/** Whether it was due before the tracking issue was opened: it stands in the checklist, and gets no issue. */
export function isPast(unit: Unit, { done, openedOn, takesAll }: Start): boolean {
  if (takesAll) return false;
  const left = unit.items.filter((item) => !done.has(item.id));
  return left.every(({ due }) => due < openedOn);
}

/** After a late start people get what was near then in the order of its days, a few a day. */
export function isTheirTurn(unit: Unit, login: string, input: Start): boolean {
  const { release, context, openedOn, takesAll } = input;
  if (takesAll || openedOn <= release.start) return true;
  return turnOf(unit, login, input) <= dayAt(context.now, release.timezone);
}

/** The day on which the person gets the task. */
function turnOf(unit: Unit, login: string, input: Start): Day {
  const { release, done, openedOn } = input;
  if (openedOn <= release.start) return openedOn;
  const theirs = unitsOf(release)
    .filter((one) => one.items.some((item) => item.holders.includes(login)) && !isPast(one, input))
    .map((one) => ({ id: one.id, due: nextDue(one, done) }))
    .toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
  const place = theirs.findIndex(({ id }) => id === unit.id);
  return addDays(openedOn, Math.floor(place / A_DAY));
}
