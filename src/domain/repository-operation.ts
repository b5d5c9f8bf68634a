// The writes that concern the repository as a whole: labels, GitHub milestones and files.
import type { Day } from './day.ts';
import type { BookMemory, BookPlace, BookThere, BookWish } from './manual-book.ts';

export interface CreateLabel {
  readonly kind: 'create-label';
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

export interface CreateMilestone {
  readonly kind: 'create-milestone';
  readonly title: string;
  readonly description: string;
  readonly dueOn: Day;
}

export interface MoveMilestone {
  readonly kind: 'move-milestone';
  readonly number: number;
  readonly title: string;
  readonly from?: Day | undefined;
  readonly dueOn: Day;
}

/** Closes GitHub's milestone of a release whose cycle is over. */
export interface CloseMilestone {
  readonly kind: 'close-milestone';
  readonly number: number;
  readonly title: string;
  /** Key of the ledger entry that says so, if one does: it is withheld while this did not come out. */
  readonly entry?: string | undefined;
}

/** Writes a file to a branch; makes the branch with nothing else on it when there is none. */
export interface PutFile {
  readonly kind: 'put-file';
  readonly branch: string;
  readonly path: string;
  readonly content: string;
  /** Of the commit. */
  readonly message: string;
  /** What git called its bytes when this run looked; absent: there was no such file. */
  readonly seen?: string | undefined;
  /** Keys of answers to commands that wait until it is written. */
  readonly answers?: readonly string[] | undefined;
}

/** Writes the results of a release and the workbook that shows them in one commit on top of the one that was seen. */
export interface PutBook extends BookPlace {
  readonly kind: 'put-book';
  readonly results: string;
  /** Without what git calls the workbook. */
  readonly memory: BookMemory;
  /** Absent: the workbook stays as it is. */
  readonly wish?: BookWish | undefined;
  /** Of the commit. */
  readonly message: string;
  /** What this run found there. */
  readonly seen: Pick<BookThere, 'head' | 'workbook'>;
  /** Keys of answers to commands that wait until it is written. */
  readonly answers?: readonly string[] | undefined;
}
