// What the body of a tracking issue is written from.
import type { Day, Instant } from '../../../domain/day.ts';
import type { LedgerEntry } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import type { LineCount } from '../../line-counts.ts';
import type { AllSteps } from '../tasks/steps.ts';
import type { LateOffer } from '../tasks/late-start.ts';
import type { LeftBehind } from '../left-behind.ts';

/** How much is told: everything, without the chart, or checkboxes with their bare titles. */
export type Detail = 'full' | 'no-chart' | 'titles';

export interface BodyInput {
  readonly release: Release;
  readonly now: Instant;
  /** The day that `now` falls on in the release's zone. */
  readonly today: Day;
  /** Ids of the items that are done. */
  readonly done: ReadonlySet<string>;
  /** Boxes to set or clear, by item. */
  readonly ticks: ReadonlyMap<string, boolean>;
  /** Keys of the task issues, by item. */
  readonly links: ReadonlyMap<string, string>;
  /** The pages that show what relcomms carried out, by item. */
  readonly carriedOut?: Readonly<Record<string, string>> | undefined;
  /** By the id of the checkbox that they belong to. */
  readonly steps?: AllSteps | undefined;
  /** How far each line of a train is; absent or empty: it is none. */
  readonly lines?: readonly LineCount[] | undefined;
  /** One line about the last candidate; absent or empty: there is nothing to say. */
  readonly candidate?: string | undefined;
  /** What a late start holds back. */
  readonly offer?: LateOffer | undefined;
  /** The log so far: the moved dates are told from it. */
  readonly history: readonly LedgerEntry[];
  /** The body as it stands; its own words need room too. */
  readonly current: string;
  /** The summary after the last week instead of the state of the day. */
  readonly closed?: boolean;
  /** Issues of a version that this one seems to be the new name of. */
  readonly leftBehind?: readonly LeftBehind[];
  /** Ids of those done that were left out, for the summary. */
  readonly skipped?: ReadonlySet<string> | undefined;
}
