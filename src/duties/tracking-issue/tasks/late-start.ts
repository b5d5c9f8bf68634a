// Spares people a flood where relcomms begins in the middle of a cycle.
import { addDays, dayAt } from '../../../domain/day.ts';
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
  const waits = open.some((unit) =>
    unit.items.some(({ holders }) =>
      holders.some((login) => !isPast(unit, input) && !isTheirTurn(unit, login, input)),
    ),
  );
  return past.length === 0 && !waits ? undefined : { past: past.length, taken: false };
}

/** Whether it was due before the tracking issue was opened: it stands in the checklist, and gets no issue. */
export function isPast(unit: Unit, { done, openedOn, takesAll }: Start): boolean {
  if (takesAll) return false;
  const left = unit.items.filter((item) => !done.has(item.id));
  return left.every(({ due }) => due < openedOn);
}

/** After a late start people get what was near then in the order of its days, a few a day. */
export function isTheirTurn(unit: Unit, login: string, input: Start): boolean {
  const { release, context, done, openedOn, takesAll } = input;
  if (takesAll || openedOn <= release.start) return true;
  const theirs = unitsOf(release)
    .filter((one) => one.items.some((item) => item.holders.includes(login)) && !isPast(one, input))
    .map((one) => ({ id: one.id, due: nextDue(one, done) }))
    .toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
  const place = theirs.findIndex(({ id }) => id === unit.id);
  return addDays(openedOn, Math.floor(place / A_DAY)) <= dayAt(context.now, release.timezone);
}
