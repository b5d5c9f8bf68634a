// The last word on a gate: the digest or comment that mentions everyone who still has to do something for it.
import type { Day } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { isGate } from '../../schedule/milestone-kind.ts';
import type { DeadlinesConfig } from './config.ts';
import { stagesOf } from './stage.ts';
import { namesByDay, noticeName } from './told.ts';

export type LastWord =
  | { readonly kind: 'said'; readonly day: Day }
  | { readonly kind: 'awaited' }
  /** The milestone is no gate, the config announces nothing of it, or there is no log to go by. */
  | { readonly kind: 'none' };

export interface Announced {
  readonly milestone: Milestone;
  readonly release: Release;
  /** The tracking issue of the release. */
  readonly tracking: OwnIssue | undefined;
  readonly holidays: readonly Day[];
}

/** Of a milestone that is still to come, as the log of its release has it. */
export function lastWordOn(
  { milestone, release, tracking, holidays }: Announced,
  config: DeadlinesConfig,
): LastWord {
  const last = stagesOf(milestone, release, config, holidays).at(-1);
  if (last === undefined || !isGate(milestone, release.version)) return { kind: 'none' };
  if (tracking?.state !== 'open' || tracking.ledger === undefined) return { kind: 'none' };
  const name = noticeName(milestone, last.name);
  const said = namesByDay(release, tracking).find((line) => line.names.includes(name));
  return said === undefined ? { kind: 'awaited' } : { kind: 'said', day: said.day };
}
