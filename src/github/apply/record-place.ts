// Where a record stands, and the record of messages among them.
import type { Instant } from '../../domain/day.ts';

export interface RowPlace {
  /** Number of the issue that the record stands on. */
  readonly number: number;
  /** Key of the record's marker. */
  readonly key: string;
  /** Markdown of one line each, for people. */
  readonly title: string;
  readonly about: string;
}

export interface OutboxPlace extends RowPlace {
  /** The one `now` of the run. */
  readonly at: Instant;
  /** Rows that nobody needs any more. */
  readonly spare: readonly string[];
}
