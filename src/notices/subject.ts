// One release as the messages of one duty about it need it.
import type { Day, Instant } from '../domain/day.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';

/** The name of a message, and who approved it. */
export interface Approval {
  readonly id: string;
  readonly by: string;
}

export interface NoticeSubject {
  /** The second part of the keys of what it sends, and who is named where something is held up. */
  readonly duty: string;
  readonly release: Release;
  /** Its tracking issue: without one nothing is sent, since nothing could be noted. */
  readonly tracking: OwnIssue;
  readonly now: Instant;
  readonly today: Day;
  /** Messages that people approve in this run. */
  readonly approvals: readonly Approval[];
}
