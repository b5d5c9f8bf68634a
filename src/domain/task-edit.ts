// One proposed change of the checklist: a task that comes, or one of a preset that goes.
import type { WeekRef } from './day-expression.ts';

export interface NewTask {
  readonly kind: 'add';
  /** Lower-case words joined by hyphens, unique among all tasks. */
  readonly id: string;
  /** One line of text without characters that nobody sees. */
  readonly title: string;
  readonly week: WeekRef;
}

export interface DroppedTask {
  readonly kind: 'remove';
  /** Id of a task that a preset brings and that the file itself does not name. */
  readonly id: string;
}

export type TaskEdit = NewTask | DroppedTask;

/** `5`, `R-3`, `R`, `R+1`: as a week is written in a config. */
export function weekName(week: WeekRef): string {
  if (week.from === 'start') return String(week.number);
  if (week.offset === 0) return 'R';
  return week.offset < 0 ? `R${week.offset}` : `R+${week.offset}`;
}
