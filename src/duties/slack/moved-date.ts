// A milestone with the day that a place heard last.
import type { Day, Instant } from '../../domain/day.ts';
import type { Milestone } from '../../domain/release.ts';

export interface MovedDate {
  readonly milestone: Milestone;
  readonly from: Day;
  /** When that day was told. */
  readonly at: Instant;
}
