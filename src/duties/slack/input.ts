// What the duty is given, and the names of what it sends.
import type { Day, Instant } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { MESSAGES, type OutboxRow } from '../../domain/outbox.ts';
import type { Release } from '../../domain/release.ts';
import { keyOf } from '../../text/marker.ts';
import { readOutboxRow } from '../../memory/outbox-row.ts';
import type { DutyInput } from '../duty.ts';
import type { SlackConfig } from './config.ts';

export type SlackFact = 'ownIssues' | 'commands' | 'publications';

export type SlackInput = DutyInput<SlackConfig, SlackFact>;

/** One release as the messages about it need it. */
export interface Subject {
  readonly input: SlackInput;
  readonly release: Release;
  /** Its tracking issue: without one nothing is sent, since nothing could be noted. */
  readonly tracking: OwnIssue;
  readonly today: Day;
}

/** The key of a message to a place: `v1.18.0/slack/due/rc1/…/slack/team-api`. */
export function noticeKey(release: Release, name: string, slug: string): string {
  return keyOf(release.version, 'slack', ...name.split('/'), ...slug.split('/'));
}

/** What is known of the messages of a release, by key. */
export function rowsOf(tracking: OwnIssue): ReadonlyMap<string, OutboxRow> {
  const rows = READ.get(tracking) ?? readRows(tracking);
  READ.set(tracking, rows);
  return rows;
}

/** Every message of a run asks, and a long record takes its time to read. */
const READ = new WeakMap<OwnIssue, ReadonlyMap<string, OutboxRow>>();

function readRows(tracking: OwnIssue): ReadonlyMap<string, OutboxRow> {
  const record = tracking.records?.find(({ name }) => name === MESSAGES);
  return new Map(
    Object.entries(record?.rows ?? {}).flatMap(([key, row]): [string, OutboxRow][] => {
      const known = readOutboxRow(row);
      return known === undefined ? [] : [[key, known]];
    }),
  );
}

/** A window of time: from the first instant on, never at or after the second. */
export interface Window {
  readonly from: Instant;
  readonly until: Instant;
}
