// Builds the body of a tracking issue, as long as fits into an issue.
import type { Day, Instant } from '../../../domain/day.ts';
import type { BodyDocument } from '../../../domain/issue-body.ts';
import type { LedgerEntry } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { mergeBody } from '../../../body/merge-body.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { renderAbout, renderChecklistHead, renderGroups } from './render-checklist.ts';
import { renderSchedule } from './render-schedule.ts';
import { renderStatus } from './render-status.ts';

/** GitHub takes 65,536 characters; the rest is room for what people add between our look and our write. */
export const BODY_LIMIT = 59_000;

/** How much is told: everything, without the chart, or checkboxes with their bare titles. */
export type Detail = 'full' | 'no-chart' | 'titles';

const DETAILS: readonly Detail[] = ['full', 'no-chart', 'titles'];

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
  /** The log so far: the moved dates are told from it. */
  readonly history: readonly LedgerEntry[];
  /** Logins of people who want no pings. */
  readonly quiet: ReadonlySet<string>;
  /** The body as it stands; its own words need room too. */
  readonly current: string;
  /** The summary after the last week instead of the state of the day. */
  readonly closed?: boolean;
  /** Ids of those done that were left out, for the summary. */
  readonly skipped?: ReadonlySet<string>;
}

/** The longest document whose merged body fits; undefined when not even the shortest does. */
export function bodyFor(input: BodyInput): BodyDocument | undefined {
  for (const detail of DETAILS) {
    const document = documentFor(input, detail);
    if (mergeBody(input.current, document).length <= BODY_LIMIT) return document;
  }
  return undefined;
}

function documentFor(input: BodyInput, detail: Detail): BodyDocument {
  return {
    key: trackingKey(input.release),
    parts: [
      { kind: 'block', name: 'status', text: renderStatus(input) },
      { kind: 'block', name: 'schedule', text: renderSchedule(input, detail) },
      { kind: 'block', name: 'checklist', text: renderChecklistHead(input) },
      { kind: 'checklist', groups: renderGroups(input, detail) },
      { kind: 'block', name: 'about', text: renderAbout(input) },
    ],
  };
}
