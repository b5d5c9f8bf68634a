// A pull request of ours that moves dates, as a look found it: its text, its file, and whose commits it holds.
import type { Memberships, Permission } from './command-comment.ts';
import type { Day } from './day.ts';

/** A milestone that is given a day. */
export interface SlipMove {
  /** Its id. */
  readonly milestone: string;
  readonly to: Day;
}

/** What the text of such a pull request remembers, hidden. */
export interface SlipMemory {
  readonly version: string;
  /** What the command named. */
  readonly named: readonly SlipMove[];
  /** What was added by checked boxes since. */
  readonly taken: readonly SlipMove[];
  readonly because?: string | undefined;
  /** What git calls the bytes of the config that was written for these moves. */
  readonly file: string;
}

/** A checkbox of the text. */
export interface SlipBox extends SlipMove {
  readonly isChecked: boolean;
}

/** A version of the text. */
export interface SlipEdit {
  /** Login of the person who saved it; absent: a program did, or nobody knows. */
  readonly by?: string | undefined;
  /** Whether one of our accounts did, which may be that of a person whose token a run uses. */
  readonly isOurs: boolean;
  /** Absent: somebody deleted this version. */
  readonly body?: string | undefined;
}

/** Somebody who changed a checkbox that is not answered yet. */
export interface SlipEditor {
  readonly login: string;
  readonly permission: Permission;
  readonly teams: Memberships;
}

/** Open, from a branch of this repository, opened by one of our accounts. */
export interface SlipPull {
  readonly number: number;
  readonly branch: string;
  /** As GitHub shows it. */
  readonly body: string;
  /** Who edited the text last: an account of ours, a person, or a program or account that nobody knows. */
  readonly editedBy: 'us' | 'person' | 'stranger';
  /** The newest versions of the text, newest first; none while nobody edited it. */
  readonly edits: readonly SlipEdit[];
  /** Those who changed checkboxes, by the versions above. */
  readonly editors: readonly SlipEditor[];
  /** What git calls the bytes of the config on the branch; absent: there is none. */
  readonly file?: string | undefined;
  /**
   * `ours`: our programs made all commits. `theirs`: people made some. `unsure`: there are merges, or commits of a person
   * whose token a run uses, so only the bytes of the file tell.
   */
  readonly commits: 'ours' | 'theirs' | 'unsure';
}

/** One that could not be read, and why. */
export interface UnreadSlipPull {
  readonly number: number;
  readonly unread: string;
}

/** An open pull request that moves dates, as its checkboxes ask for it. */
export interface DesiredSlipPull {
  readonly kind: 'slip-pull';
  /** Key of the tracking issue of its release; absent: nobody knows which that is. */
  readonly issue?: string | undefined;
  readonly pull: number;
  /** Its whole text: Markdown, already escaped, and what people wrote around it. */
  readonly body: string;
  /** The config on its branch; absent: it stays as it is. */
  readonly file?: SlipFile | undefined;
  readonly why: string;
}

/** A commit of one file. */
export interface SlipFile {
  readonly branch: string;
  readonly path: string;
  readonly content: string;
  /** Of the commit. */
  readonly message: string;
}
