// What became of messages: rows of a record on the tracking issue, one for each notice.
import type { Day, Instant } from './day.ts';
import type { LeftStanding } from './cleanup-operation.ts';
import type { OutsideNotice, SendFailure, SendOutcome, Sent } from './notice.ts';
import type { Reaction } from './seen.ts';

/** Name of the record that keeps the rows. */
export const MESSAGES = 'messages';

/** Begun twice and no receipt: a third message would be worse than none. */
export const MOST_TRIES = 2;

export interface OutboxRow {
  /** The run that means to send it. Written before the message, so that no other run sends it, too. */
  readonly claim: string;
  /** When that was. */
  readonly at: Instant;
  /** How often it was begun; it is never begun a third time (P9). */
  readonly tries: number;
  /** End of its window: rows that are long over make room. */
  readonly until: Instant;
  /** Tells the key that the row is for, and the place that the message goes to: a copy of it counts for nothing. */
  readonly key?: string | undefined;
  readonly to?: string | undefined;
  /** The receipt. Without it nobody knows whether the message went out. */
  readonly sent?: Sent | undefined;
  /** Tells the words that the message carries now. */
  readonly words?: string | undefined;
  /** Days of milestones that it tells, by id: who heard of a day hears when it moves. */
  readonly tells?: Readonly<Record<string, Day>> | undefined;
  /** It was taken back: its pin, or our part of the page. */
  readonly takenBack?: true | undefined;
  /** No answer came, though the run went on: it may be out, so it is not sent again, and `failed` says so. */
  readonly unsure?: true | undefined;
  /** Why it did not go out, or with a receipt why it could not be given these words: one line with its fix. */
  readonly failed?: string | undefined;
}

/** Where messages go; the entry points know the tokens. */
export interface Channels {
  /** Sends a notice, in the thread of an earlier message where one is given. */
  send(notice: OutsideNotice, thread?: Sent): Promise<SendOutcome>;
  /** Gives a message that was sent other words; nobody hears of it. */
  update(notice: OutsideNotice, sent: Sent): Promise<SendOutcome>;
  /** Who reacted to a message in the first workspace, where the channels of teams are. */
  reactions(sent: Sent): Promise<readonly Reaction[] | SendFailure>;
  /** Takes the pin off a message, or our part out of a page. What is gone already is `done`, too. */
  takeBack(what: LeftStanding, sent: Sent): Promise<SendOutcome>;
  /** Those of some pages that don't answer, each with the reason in a line. */
  unreachable(pages: readonly string[]): Promise<readonly string[]>;
  /** Waits until the claim of another run that was made in the same moment can be seen. */
  settle(): Promise<void>;
  /** A name for the claims of this run that no other run has. */
  readonly claim: string;
  /** The time as it goes on, for runs that take long; absent: all of the run happens at its `now`. */
  readonly clock?: (() => Instant) | undefined;
}
