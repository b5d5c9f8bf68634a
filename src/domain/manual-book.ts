// The workbook of manual tests on its branch, and what people changed in it.
import type { Known } from './known.ts';
import type { Field, ManualResult, ManualTest } from './manual-test.ts';

/** Names of the files in the folder of a release, which is its version. */
export const RESULTS_FILE = 'results.jsonl';
export const BOOK_FILE = 'manual-tests.xlsx';
/** What relcomms remembers of the workbook. */
export const BOOK_MEMORY_FILE = 'workbook.jsonl';

/** Where the workbook of a release is. */
export interface BookPlace {
  readonly branch: string;
  /** `1.2.0` */
  readonly folder: string;
}

/** The workbook of one release, as a look showed it. */
export interface BranchBook extends BookPlace {
  readonly there: Known<BookThere>;
}

/** Where a branch points to: git's names of the commit and of its tree. */
export interface BranchHead {
  readonly commit: string;
  readonly tree: string;
}

/** All of one commit. Files by what git calls their bytes; absent: there is no such file. */
export interface BookThere {
  /** Absent: there is no such branch. */
  readonly head?: BranchHead | undefined;
  readonly results?: string | undefined;
  readonly workbook?: string | undefined;
  /** Text of what relcomms remembers of the workbook. */
  readonly memory?: string | undefined;
  /** The page of the workbook. */
  readonly url: string;
  /** What people pushed since relcomms saw the workbook last, oldest first. */
  readonly changes: readonly BookChange[];
}

export interface BookChange {
  readonly oid: string;
  /** Who pushed it, as git says: from outside, unescaped. */
  readonly by?: string | undefined;
  readonly reading: BookContent;
}

/** Texts of a workbook are of people: unescaped. */
export type BookContent =
  | { readonly ok: false; readonly why: string }
  | {
      readonly ok: true;
      /** Version of the release that it was made for; absent when it does not say. */
      readonly release?: string | undefined;
      /** What it began with; absent when it does not say. */
      readonly base?: readonly ManualResult[] | undefined;
      readonly rows: readonly ManualResult[];
      readonly unread: readonly BookCell[];
    };

/** A cell that can't be read; its `key` names candidate, run, and field. */
export interface BookCell {
  readonly sheet: string;
  /** `I7` */
  readonly cell: string;
  readonly why: string;
  readonly key: string;
  /** A later edition replaced it; of an edition that was not read at all, `sheet` says whose it was. */
  readonly isGone?: true | undefined;
}

/** A cell that was changed in the workbook and in the results to different values. */
export interface BookConflict {
  readonly candidate: string;
  readonly run: string;
  readonly field: Field;
  /** What both began with. */
  readonly before?: string | undefined;
  /** What the workbook says. */
  readonly other?: string | undefined;
  /** A later edition of the workbook no longer says it. */
  readonly isGone?: true | undefined;
}

export interface BookMemory {
  /** What git calls the workbook that was looked at last; absent: nobody knows. */
  readonly workbook?: string | undefined;
  /** Names what it shows, so that it is written again when that has changed. */
  readonly shows?: string | undefined;
  /** Why that workbook is left as it is; it came from outside. */
  readonly refused?: string | undefined;
  readonly conflicts: readonly BookConflict[];
  readonly unread: readonly BookCell[];
}

/** What the workbook should show. */
export interface BookWish {
  readonly release: string;
  readonly candidates: readonly string[];
  readonly tests: readonly ManualTest[];
  readonly results: readonly ManualResult[];
  /** What the next look compares with. */
  readonly base: readonly ManualResult[];
  /** Keys of cells that stay as people left them. */
  readonly keep: readonly string[];
}

/** The results of a release, and the workbook that shows them: written in one commit. */
export interface DesiredBook extends BookPlace {
  readonly kind: 'book';
  /** Text of the results. */
  readonly results: string;
  /** Without what git calls the workbook. Where it is refused, that stays as it is. */
  readonly memory: BookMemory;
  readonly wish: BookWish;
  /** Of the commit. */
  readonly message: string;
  /** Keys of answers to commands that it remembers: they wait until it is written. */
  readonly answers?: readonly string[] | undefined;
  readonly why: string;
}
