// Writes to what a release remembers, and messages that are noted there: log, records, and notices.
import type { Day, Instant } from './day.ts';
import type { IssueRef } from './issue-ref.ts';
import type { LedgerEntry, LedgerState, RecordRows } from './observed.ts';
import type { Notice, Sent } from './notice.ts';
import type { OutboxRow } from './outbox.ts';

export interface NewEntry extends LedgerEntry {
  /** The login of whom it says that GitHub does not let them be assigned: asked of that person before it is written. */
  readonly unassignable?: string | undefined;
  /** Pages show it: the run that writes it looks again. */
  readonly shown?: true | undefined;
}

/** Writes entries to the ledger of an issue; makes the comment when it has none. */
export interface WriteLedger {
  readonly kind: 'write-ledger';
  readonly issue: IssueRef;
  /** The key of the issue that the ledger belongs to. */
  readonly key: string;
  readonly entries: readonly NewEntry[];
  /** What to remember from now on; absent leaves it as it is. */
  readonly state?: LedgerState | undefined;
  /** Keys of entries whose writes are left to the next run. Present, even empty: the plan is not carried out whole. */
  readonly left?: readonly string[] | undefined;
}

/** Sends a message, or gives one that was sent other words. */
export interface SendNotice {
  readonly kind: 'send-notice';
  readonly issue: IssueRef;
  /** The record of messages; without a number it was not there yet. */
  readonly record: { readonly key: string; readonly commentId?: number | undefined };
  readonly notice: Notice;
  /** Tells its words from others. */
  readonly words: string;
  /** 2: an earlier run began to send it and kept no receipt. */
  readonly tries: number;
  /** What the record said of it when this run looked; when it says something else by now, another run has it. */
  readonly seen?: OutboxRow | undefined;
  /** What is known of the message that gets other words; absent: it is sent. */
  readonly update?: OutboxRow | undefined;
  /** The message that it answers. */
  readonly thread?: Sent | undefined;
  /** Days of milestones that it tells, by id. */
  readonly tells?: Readonly<Record<string, Day>> | undefined;
  /** Pages that have to answer before it goes out. */
  readonly after?: readonly string[] | undefined;
  /** Rows of the record that nobody needs any more: they go when it is full. */
  readonly spare?: readonly string[] | undefined;
  /** The one `now` of the run. */
  readonly at: Instant;
  /** Key of the ledger entry that says so; it is withheld unless the message went out. */
  readonly entry: string;
}

/** Makes or edits a record; rows that another run has changed meanwhile stay. */
export interface WriteRecord {
  readonly kind: 'write-record';
  readonly issue: IssueRef;
  /** Key of its marker. */
  readonly key: string;
  readonly title: string;
  readonly about: string;
  /** It is not folded. */
  readonly isShown?: true | undefined;
  /** Keys of answers to commands that wait until it is written. */
  readonly answers?: readonly string[] | undefined;
  readonly rows: RecordRows;
  /** The comment as it was seen; absent when there was none. */
  readonly seen?: { readonly commentId: number; readonly rows: RecordRows } | undefined;
}
