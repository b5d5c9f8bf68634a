// What reading pull requests costs in points, and whether the hour has them left.
import type { Instant } from '../../../domain/day.ts';
import type { Budget } from '../../budget.ts';
import { clockTime } from '../../held.ts';

/** Points of a page of the list, with and without files, and of fifty pull requests in full. */
const LIST = { plain: 2, withFiles: 3 };
const FULL = 5;
/** Pull requests of a page of the list, and of a request for all of each. */
const PAGE = 100;
const AT_ONCE = 50;
/** What the rest of a run may take: our issues, what is looked at once more, and what is written. */
const RESERVE = 40;

/** Points of the rest of the list, of so many that are open: where its ends meet between two pages, one is read twice. */
export function pointsOfList(open: number, hasFiles: boolean): number {
  const pages = Math.floor(open / PAGE);
  return pages * (hasFiles ? LIST.withFiles : LIST.plain);
}

/** Points of so many in full. */
export function pointsOfFull(count: number): number {
  return Math.max(1, Math.ceil(count / AT_ONCE)) * FULL;
}

/** Why so many points are too much now, and until when; undefined: they are there, or GitHub counts none. */
export function tooDear(budget: Budget | undefined, now: Instant, points: number): string | undefined {
  if (budget === undefined || budget.reset <= now || budget.remaining >= points + RESERVE) return undefined;
  const { remaining, reset } = budget;
  return `GitHub leaves ${remaining} points until ${clockTime(reset)}, and it takes about ${points}`;
}
