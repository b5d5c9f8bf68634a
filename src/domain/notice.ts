// A message that is due in a window, the place that it goes to, and what became of sending it.
import type { Instant } from './day.ts';

/** Who may read it. What is internal never goes to an external place (Y23). */
export type Audience = 'internal' | 'external';

/** The place that a notice goes to: one each; the same news in three places are three notices. */
export type NoticeTarget =
  | {
      readonly kind: 'slack';
      /** `#team-api` or the id of the channel. */
      readonly channel: string;
      /** Name of another workspace than the first one, as in `SLACK_BOT_TOKEN_<WORKSPACE>` (Y17). */
      readonly workspace?: string | undefined;
    }
  | { readonly kind: 'mail'; readonly to: readonly string[] }
  | {
      /** A chat that takes messages at an address of its own: nothing can be changed, pinned, or answered there. */
      readonly kind: 'webhook';
      /** The address comes from the variable `WEBHOOK_` and this name in capitals. */
      readonly name: string;
    }
  | {
      readonly kind: 'wiki';
      /** Title of the page. */
      readonly page: string;
      /** Name of our block on it: lower-case words with hyphens. */
      readonly block: string;
    }
  | {
      /** A discussion of the repository itself. */
      readonly kind: 'discussion';
      /** Name or short name of a category of its discussions. */
      readonly category: string;
    };

/** A piece of a line. Every channel makes text from outside harmless in its own way. */
export type NoticePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  /** Only of addresses that the config or the platform gave; `https:`, else the label stands alone. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** A moment in UTC, as in `Tue 23:00 UTC`; Slack shows it in the reader's zone beside that. */
  | { readonly kind: 'moment'; readonly text: string; readonly at: Instant }
  /** Pings where the channel knows the id, and is a plain name elsewhere. */
  | {
      readonly kind: 'mention';
      readonly name: string;
      /** Id of a person (`U…`, `W…`) or of a user group (`S…`). */
      readonly slack?: string | undefined;
    };

export interface NoticeLine {
  /** Item of a list. */
  readonly item?: boolean | undefined;
  /** A fact: a label, and what it says. Slack has a place of its own for a few of them; elsewhere they are items. */
  readonly fact?: boolean | undefined;
  /** Its only part is a link to the place where something is to be done: on Slack a button. */
  readonly button?: boolean | undefined;
  readonly parts: readonly NoticePart[];
}

export interface Notice {
  /** Deterministic, with its target: `v1.18.0/deadlines/rc1/slack/team-api`. */
  readonly key: string;
  readonly audience: Audience;
  readonly target: NoticeTarget;
  /** The window in which it may be sent: from `from` on, never at or after `until` (P9). */
  readonly from: Instant;
  readonly until: Instant;
  /** One line of plain text, a sentence without its full stop. */
  readonly title: string;
  readonly lines: readonly NoticeLine[];
  /** Keep it easy to find where the channel can (Y4). */
  readonly pin?: boolean | undefined;
  readonly why: string;
}

/** A notice that leaves GitHub; a discussion is written by whoever writes everything else there. */
export type OutsideNotice = Omit<Notice, 'target'> & {
  readonly target: Exclude<NoticeTarget, { readonly kind: 'discussion' }>;
};

/** Whether a message there stays as it was sent: it can't be changed, and has no thread. */
export function isFinal({ kind }: NoticeTarget): boolean {
  return kind === 'mail' || kind === 'webhook';
}

/** The receipt: what is needed to find, change or answer the message. */
export interface Sent {
  /** Id of the channel, the page, the category, or the number of recipients in words. */
  readonly place: string;
  /** Slack's `ts`, a Message-ID, a commit, the id of a discussion. */
  readonly id: string;
  readonly link?: string | undefined;
}

/** Nothing of a failure holds a secret: all words are ours. */
export interface SendFailure {
  readonly kind: 'failed';
  /** The channel's own code, lower-case: `not_in_channel`, `no-connection`. */
  readonly code: string;
  /** What is wrong and how to fix it, one line of plain text. */
  readonly line: string;
  /** Whether nothing was sent for sure; else nobody knows, and a second try may be a second message. */
  readonly certain: boolean;
}

export type SendOutcome =
  | {
      readonly kind: 'done';
      readonly sent: Sent;
      /** It was so before: nothing was written. */
      readonly already?: true;
      /** What did not go with it, one line of plain text. */
      readonly detail?: string;
    }
  | SendFailure;
