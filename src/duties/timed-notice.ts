// A message that comes at an hour: it needs a run between that hour and the one at which it is too late.
import type { Instant } from '../domain/day.ts';

export interface TimedNotice {
  /** In words of plain text: `4 hours before RC1 of 1.18.0`. */
  readonly what: string;
  readonly from: Instant;
  /** From then on it is not sent any more. */
  readonly until: Instant;
}
