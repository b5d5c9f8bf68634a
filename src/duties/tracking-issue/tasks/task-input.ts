// What the issues of tasks are decided from.
import type { Day } from '../../../domain/day.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import type { DutyContext } from '../../duty.ts';
import type { AskedPerson } from '../answer/effects.ts';
import type { TrackingIssueConfig } from '../config.ts';

export interface TaskIssueInput {
  readonly release: Release;
  readonly context: DutyContext<TrackingIssueConfig>;
  readonly issues: readonly OwnIssue[];
  /** Absent while it is not opened. */
  readonly tracking?: OwnIssue | undefined;
  readonly done: ReadonlySet<string>;
  /** Whom GitHub lets be assigned. */
  readonly assignable: readonly string[];
  /** `task/login` of those who were assigned once. */
  readonly assigned: readonly string[];
  /** Ids of units that were put below the tracking issue once. */
  readonly below: readonly string[];
  /** `task/task` for what an issue was said to be blocked by, and who said it. */
  readonly blocked: Readonly<Record<string, string>>;
  /** Days of checkboxes as last told. */
  readonly told: Readonly<Record<string, Day>>;
  /** When the tracking issue was opened; today, when it is not yet. */
  readonly openedOn: Day;
  /** Somebody ticked the box that offers what a late start holds back. */
  readonly takesAll: boolean;
  /** Logins that a command assigns, by unit. */
  readonly asked: ReadonlyMap<string, readonly AskedPerson[]>;
}
