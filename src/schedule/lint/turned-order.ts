// A cycle so short that tasks of a preset come after the day that they prepare: the release, or the end of the embargo.
import { addDays, daysBetween } from '../../domain/day.ts';
import type { Milestone, Task } from '../../domain/release.ts';
import type { TaskSpec } from '../../domain/spec.ts';
import { weekNumber } from '../cycle.ts';
import { kindOf } from '../milestone-kind.ts';
import { planPath } from '../spec-of-release.ts';
import { weeksOverlap } from './cycle-shape.ts';
import { type LintRule, type LintSubject, quotedTitle, releasePath } from './subject.ts';

/**
 * A preset lays its tasks out for one release week. With fewer weeks before the release, those counted from the start
 * stay in their week, and what they prepare comes nearer. Each release once, with the task that is latest. Nothing where
 * weeks of the start and of the release overlap, which says the same.
 */
export const tasksAfterTheirPurpose: LintRule = {
  code: 'task-after-its-purpose',
  find: (subject) => {
    const { written, release } = subject;
    const turned = turnedIn(subject);
    const worst = turned.toSorted((a, b) => b.late - a.late)[0];
    if (worst === undefined || weeksOverlap.find(subject).some(({ severity }) => severity === 'error'))
      return [];
    const others = new Set(turned.map(({ task }) => idOf(task))).size - 1;
    const more =
      others === 0 ? '' : ` The same is true of ${others} other ${others === 1 ? 'task' : 'tasks'}.`;
    const week = weekNumber(release.start, release.release) + Math.ceil(worst.late / 7);
    const ownStart = written.start !== undefined;
    return [
      {
        severity: 'error',
        path: ownStart ? releasePath(subject, 'start') : planPath(written, 'cycle', 'release-week'),
        message: `${release.version} has so few weeks that task "${idOf(worst.task)}" is due on ${worst.task.due}, after ${quotedTitle(worst.purpose.title)} on ${worst.purpose.day}.${more}`,
        fix: `${ownStart ? `Start on ${addDays(release.start, -7 * Math.ceil(worst.late / 7))} or earlier` : `Write "release-week: ${week}" or more`}, or give the task an earlier week, or remove it.`,
      },
    ];
  },
};

interface Turned {
  readonly task: Task;
  readonly purpose: Milestone;
  /** Days from the one to the other. */
  readonly late: number;
}

/** Pairs in another order than in a cycle as the preset has it. */
function turnedIn({ spec, release }: LintSubject): Turned[] {
  const { fromPresets } = spec;
  if (fromPresets === undefined) return [];
  const missing = 7 * (fromPresets.releaseWeek - weekNumber(release.start, release.release));
  if (missing <= 0) return [];
  const purposes = release.milestones.filter(
    (milestone) => milestone.id === 'release' || kindOf(milestone, release.version) === 'embargo',
  );
  return release.tasks
    .filter((task) => fromPresets.tasks.includes(idOf(task)) && countsFromStart(task, spec.tasks))
    .flatMap((task) =>
      purposes
        .filter(({ day }) => task.due > day && addDays(task.due, -missing) <= day)
        .map((purpose) => ({ task, purpose, late: daysBetween(purpose.day, task.due) })),
    );
}

function countsFromStart(task: Task, specs: readonly TaskSpec[]): boolean {
  const written = specs.find(({ id }) => id === idOf(task));
  const part = written?.span?.find(({ state }) => state === task.part?.state);
  const due = part?.due ?? written?.due;
  return due?.kind === 'week' && due.week.from === 'start' && task.occurrence === undefined;
}

function idOf({ id, part }: Task): string {
  return part?.of ?? id;
}
