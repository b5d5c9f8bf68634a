// Dates that are to move: what moves with them, what stays, and what a person has to decide.
import type { Day } from './day.ts';
import type { Problem } from './problem.ts';

/** One change of the config: a day of one release, with its reason and the claims about it. */
export interface DayEdit {
  readonly version: string;
  /** Id of a milestone; `release` is release day, `start` the first day of the cycle. */
  readonly milestone: string;
  readonly to: Day;
  /** Week of the cycle that holds the day, for a `week` claim. */
  readonly week?: number | undefined;
  /** Absent: a reason that stands there is removed, since it was about another day. */
  readonly because?: string | undefined;
  /** The day follows by itself: only the claims about it are written anew. */
  readonly follows?: boolean | undefined;
}

/** A milestone or task in the table of a slip. */
export interface SlipRow {
  readonly kind: 'milestone' | 'task';
  readonly id: string;
  readonly title: string;
  /** Absent when it comes new (one more weekly meeting, say), and when it had no day. */
  readonly from?: Day | undefined;
  /** Absent when it falls away, and in groups that don't move. */
  readonly to?: Day | undefined;
  /** What a person may choose, for rows that are asked. */
  readonly suggestion?: Day | undefined;
  /** Why it stands in its group, in words. */
  readonly reason: string;
}

/** The groups of rows, in the order in which they are shown. `unsure` is past, and nothing says that it happened. */
export const SLIP_GROUPS = ['missed', 'moves', 'asked', 'unsure', 'fixed', 'stays', 'keeps'] as const;

export type SlipGroup = (typeof SLIP_GROUPS)[number];

/** A milestone that a person moves, or gives its first day. */
export interface NamedMove {
  /** Its id. */
  readonly milestone: string;
  readonly title: string;
  /** Absent: it was `later`, without a day. */
  readonly from?: Day | undefined;
  readonly to: Day;
}

/** Everything that moved dates mean. Every milestone and task that moves or may have to is in one group, once. */
export interface SlipTable extends Readonly<Record<SlipGroup, readonly SlipRow[]>> {
  readonly version: string;
  /** In order of their old days, behind them those that had none; at least one. */
  readonly named: readonly NamedMove[];
  readonly because?: string | undefined;
  /** Findings that the new dates bring; an error among them means that the config could not be used. */
  readonly conflicts: readonly Problem[];
  /** The changes that make it so: the named milestones first, then what has to be held in its place. */
  readonly edits: readonly DayEdit[];
}
