// Spares people a flood where relcomms begins in the middle of a cycle.
import { addDays, dayAt } from '../../../domain/day.ts';
import { type Unit, nextDue, unitsOf } from '../../units.ts';
import type { TaskIssueInput } from './task-input.ts';

/** Tasks that one person is assigned on a day, where the tracking issue was opened after the cycle had begun. */
const A_DAY = 5;

type Start = Pick<TaskIssueInput, 'release' | 'context' | 'done' | 'openedOn'>;

/** Whether it was due before the tracking issue was opened: it stands in the checklist, and gets no issue. */
export function isPast(unit: Unit, { done, openedOn }: Start): boolean {
  const left = unit.items.filter((item) => !done.has(item.id));
  return left.every(({ due }) => due < openedOn);
}

/** After a late start people get what was near then in the order of its days, a few a day. */
export function isTheirTurn(unit: Unit, login: string, input: Start): boolean {
  const { release, context, done, openedOn } = input;
  if (openedOn <= release.start) return true;
  const theirs = unitsOf(release)
    .filter((one) => one.items.some((item) => item.holders.includes(login)) && !isPast(one, input))
    .map((one) => ({ id: one.id, due: nextDue(one, done) }))
    .toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
  const place = theirs.findIndex(({ id }) => id === unit.id);
  return addDays(openedOn, Math.floor(place / A_DAY)) <= dayAt(context.now, release.timezone);
}
