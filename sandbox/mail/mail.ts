// One mail that GitHub would send to a person.

/** Why it is sent; a person gets one mail for an event, for the first reason that holds. */
export type MailReason = 'mention' | 'assigned' | 'review-request' | 'comment';

export interface Mail {
  readonly to: string;
  readonly reason: MailReason;
  /** GitHub's timestamp. */
  readonly at: string;
  /** Whoever caused it. */
  readonly from: string;
  readonly number: number;
  readonly subject: string;
  /** Markdown of what was written; empty for an assignment. */
  readonly body: string;
}
