// A place in a file where a date stands beside what it may be the date of.
import type { Written } from './written-range.ts';
import type { WrittenDay } from './written-day.ts';

export interface Candidate {
  /** Any of them may name a milestone. */
  readonly titles: readonly string[];
  /** A version alone names release day. */
  readonly mayBeBare: boolean;
  /** Words that may say which release it is about; the nearest that name a version decide. */
  readonly scopes: readonly string[];
  /** Where `text` begins in the file. */
  readonly at: number;
  readonly text: string;
  /** Which day of several it is. */
  readonly bound?: 'first' | 'last' | undefined;
  /** The same table, list or map: a milestone stands there once. */
  readonly group: number;
  /** Days that are read already; offsets count in `text`. */
  readonly written?: readonly Written[] | undefined;
  /** What moves by as many days; offsets count in the file. */
  readonly along?: readonly WrittenDay[] | undefined;
  /** The word of a weekday in a place of its own; offsets count in the file. */
  readonly weekday?: { readonly start: number; readonly end: number } | undefined;
}

/** Names of keys and columns that say that there is a date, and not of what. */
const DATE_NAMES =
  /^(?:|date|dates|day|days|when|on|at|due|due date|due on|time|target|target date|release date|released|release day|planned|scheduled|start date|end date)$/;
const FIRST_NAMES = /^(?:start|starts|starts on|start date|begin|begins|from|first day)$/;
const LAST_NAMES = /^(?:end|ends|ends on|end date|to|until|till|last day|finish)$/;
const NOT_NOW =
  /\b(?:was|old|before|prev|previous|previously|original|originally|former|formerly|moved from|baseline|actual|created|updated|modified|lastmod|published|revised|changed|example|sample|since)\b/;

export type NameMeaning = 'date' | 'first' | 'last' | 'history' | 'title';

/** What a key or the head of a column says of dates under it; `words` are plain. */
export function meaningOf(words: string): NameMeaning {
  if (NOT_NOW.test(words)) return 'history';
  if (FIRST_NAMES.test(words)) return 'first';
  if (LAST_NAMES.test(words)) return 'last';
  return DATE_NAMES.test(words) ? 'date' : 'title';
}

/** Headings and names of files whose dates are of the past, or of nobody. */
export const PAST =
  /\b(?:changelog|changes|history|archived?|past|previous|former|old|examples?|samples?|templates?|deprecated|retrospectives?)\b/i;
