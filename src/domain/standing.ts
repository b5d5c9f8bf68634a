// One thing that stands between a release and its next milestone, as the duty that knows of it says it.
import type { Instant } from './day.ts';

export type StandingKind =
  | 'blocker'
  | 'failing-test'
  | 'flaky-test'
  | 'approval'
  | 'cherry-pick'
  | 'task'
  | 'milestone';

export interface Standing {
  /** Version of the release. */
  readonly release: string;
  readonly kind: StandingKind;
  /** Deterministic, unique within the release: `test/api/…`, `pull/421`, `task/theme`. */
  readonly key: string;
  /** `red` holds the milestone up; `amber` will, when nothing happens. */
  readonly severity: 'red' | 'amber';
  /** Id of the milestone that it threatens. */
  readonly milestone?: string | undefined;
  /** Id of a team of the config that has to act. */
  readonly team?: string | undefined;
  /** One line of Markdown, already escaped, with its link. */
  readonly text: string;
  /** Who has to act, in one line of Markdown without live mentions, already escaped. */
  readonly owner: string;
  /** How many it stands for, a case file for each of its tests; absent: one. */
  readonly count?: number | undefined;
  /** Since when it stands, for the order. */
  readonly since?: Instant | undefined;
}

/** A duty that was asked what stands in the way. */
export interface HeardDuty {
  /** Its name: what no duty of the list knows of was not looked for. */
  readonly name: string;
  readonly title: string;
  /** Why it could not answer; absent when it did. */
  readonly why?: string | undefined;
}
