// What a finished cycle says about the checklist of the next: tasks to add, tasks to leave out, and what to look at.
import type { WeekRef } from '../../../domain/day-expression.ts';
import type { Release, Task } from '../../../domain/release.ts';
import type { TaskSpec } from '../../../domain/spec.ts';
import type { DroppedTask, NewTask } from '../../../domain/task-edit.ts';
import type { AddedTask, HandOver, LateTask, SkippedTask } from './hand-over.ts';

/** More new tasks than this are no checklist but a text that somebody pasted; the rest is named. */
const MOST = 40;

/** Working days after which being late says something about the date. */
const LONG = 5;

export interface Addition {
  readonly edit: NewTask;
  readonly line: AddedTask;
}

export interface Drop {
  readonly edit: DroppedTask;
  readonly title: string;
  readonly skipped: SkippedTask;
}

export interface NextChecklist {
  readonly adds: readonly Addition[];
  readonly drops: readonly Drop[];
  /** Added by hand, and not proposed: under no week, or one too many. */
  readonly unplaced: readonly AddedTask[];
  /** Left out, but written in the file itself: nothing that a line more could drop. */
  readonly own: readonly SkippedTask[];
  readonly late: readonly LateTask[];
  readonly open: readonly Task[];
}

/** `tasks` are all of the config, `written` the ids that the file itself names. */
export function nextChecklist(
  release: Release,
  given: HandOver,
  tasks: readonly TaskSpec[],
  written: readonly string[],
): NextChecklist {
  const fresh = newLines(given.added, tasks);
  const adds = additions(release, fresh, new Set([...tasks.map(({ id }) => id), ...written]));
  const left = tasks.flatMap((task) => leftOut(task, release, given.skipped));
  return {
    adds,
    drops: left.filter(({ edit }) => !written.includes(edit.id)),
    unplaced: fresh.filter((line) => adds.every((addition) => addition.line !== line)),
    own: left.filter(({ edit }) => written.includes(edit.id)).map(({ skipped }) => skipped),
    late: given.late.filter(({ workingDays }) => workingDays > LONG),
    open: given.open.filter(({ optional }) => !optional),
  };
}

/** What "Convert to issue" leaves of a line: the number of an issue says nothing to the next team. */
const NUMBER = /^(?:[\w.-]+\/[\w.-]+)?#\d+$/;

/** Without those that say the title of a task once more, or the same twice in a week, or only the number of an issue. */
function newLines(added: readonly AddedTask[], tasks: readonly TaskSpec[]): AddedTask[] {
  const known = new Set(
    tasks.flatMap(({ title, span }) => [title, ...(span ?? []).map((part) => part.title)]),
  );
  const titles = new Set([...known].map((title) => title?.toLowerCase()));
  const seen = new Set<string>();
  return added.filter((line) => {
    const place = placeOf(line);
    if (NUMBER.test(line.title) || titles.has(line.title.toLowerCase()) || seen.has(place)) return false;
    return seen.add(place);
  });
}

/** Title and week. */
function placeOf({ title, week }: AddedTask): string {
  return `${week} ${title.toLowerCase()}`;
}

function additions(release: Release, lines: readonly AddedTask[], known: ReadonlySet<string>): Addition[] {
  const taken = new Set(known);
  const placed = lines.flatMap((line) => {
    const week = release.weeks.find(({ number }) => number === line.week);
    return week === undefined ? [] : [{ line, week: weekRef(week.number, week.countdown) }];
  });
  return placed.slice(0, MOST).map(({ line, week }) => {
    const id = freeId(line.title, taken);
    taken.add(id);
    return { line, edit: { kind: 'add', id, title: line.title, week } };
  });
}

/** Counted from the nearer end of the cycle, since a longer one grows in its middle. */
function weekRef(number: number, countdown: number): WeekRef {
  return number - 1 <= -countdown ? { from: 'start', number } : { from: 'release', offset: countdown };
}

/** The first words of the title as an id, with a number behind it where that is taken. */
function freeId(title: string, taken: ReadonlySet<string>): string {
  const plain = title.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const word = words.slice(0, 5).join('-').slice(0, 36).replace(/-$/, '');
  const base = /[a-z]/.test(word) && word !== 'constructor' ? word : 'added-task';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** A task all of whose checkboxes were left out. One that is only there if appropriate stays for the next time. */
function leftOut(task: TaskSpec, release: Release, skipped: readonly SkippedTask[]): Drop[] {
  if (task.optional) return [];
  const boxes = release.tasks.filter(
    ({ id, part, occurrence }) => id === task.id || part?.of === task.id || occurrence?.of === task.id,
  );
  const left = skipped.filter((one) => boxes.includes(one.task));
  const [first] = left;
  return first === undefined || left.length < boxes.length
    ? []
    : [{ edit: { kind: 'remove', id: task.id }, title: task.title, skipped: first }];
}
