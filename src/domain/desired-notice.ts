// A message that should go out, as a duty says it.
import type { Day } from './day.ts';
import type { Notice } from './notice.ts';

/** A message outside of GitHub. The record of messages on the issue says what became of it. */
export interface DesiredNotice {
  readonly kind: 'notice';
  /** Key of the issue whose log and record tell of it. */
  readonly issue: string;
  readonly notice: Notice;
  /** The message follows the state of things: other words change it in place, and nobody hears of that. */
  readonly current?: boolean | undefined;
  /** Key of the notice in whose thread it goes, once that is out. */
  readonly thread?: string | undefined;
  /** Days of milestones that it tells, by id. */
  readonly tells?: Readonly<Record<string, Day>> | undefined;
  /** Pages that have to answer before it goes out. */
  readonly after?: readonly string[] | undefined;
  /** Rows of the record that nobody needs any more: they go when it is full. */
  readonly spare?: readonly string[] | undefined;
  /** Key of the ledger entry that says that it was sent. */
  readonly entry: string;
  readonly why: string;
}
