// What was heard of the comments of an issue, from the newest backwards.
import type { CommandComment } from './command-comment.ts';
import type { Instant } from './day.ts';

/** A comment with commands, before anybody asked what its author may do. */
export interface HeardComment extends Pick<CommandComment, 'commentId' | 'author' | 'at' | 'lines'> {
  /** How GitHub says that the author stands to the repository, as `MEMBER`; absent: it was not asked. */
  readonly association?: string | undefined;
}

export interface Hearing {
  /** Those without an answer of ours, oldest first. */
  readonly commands: readonly HeardComment[];
  /** Logins, in small letters, of those to whom 😕 said no here. */
  readonly confused: readonly string[];
  /** Everything older was read by an earlier run; absent: nothing says so. */
  readonly heardTo?: Instant | undefined;
  /** Where to read on backwards; absent: nothing older can hold a command that nobody has read. */
  readonly before?: string | undefined;
}

/** Commands that a look leaves out, and why. */
export interface Unheard {
  readonly what: string;
  readonly why: string;
  /** It may hold words of somebody who has a say. */
  readonly mayVote?: true | undefined;
}
