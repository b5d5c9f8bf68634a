// What people see of a repository, as plain data: for the part of a duty that plays them, and for its pane.
import type { Instant } from '../domain/day.ts';

/** A comment below an issue. */
export interface SeenComment {
  /** Login; that of an App ends in `[bot]`. */
  readonly author: string;
  /** Markdown. */
  readonly body: string;
}

/** An issue or a pull request. */
export interface SeenIssue extends SeenComment {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** Whether it is a pull request. */
  readonly pull: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Title of its GitHub milestone; null when it has none. */
  readonly milestone: string | null;
  /** Oldest first. */
  readonly comments: readonly SeenComment[];
}

/** A message that relcomms sent elsewhere than to issues. */
export interface SeenMessage {
  readonly channel: 'slack' | 'mail' | 'discussion';
  /** `#releases`, an address, or a category. */
  readonly place: string;
  readonly text: string;
  /** Absent where nobody keeps it. */
  readonly at?: Instant | undefined;
}
