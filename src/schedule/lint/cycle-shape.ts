// Cycles that don't fit their preset: started mid-week, too short, or with tasks outside their weeks.
import { addDays, mondayOf, weekdayName, weekdayOf } from '../../domain/day.ts';
import type { DayExpression } from '../../domain/day-expression.ts';
import type { TaskSpec } from '../../domain/spec.ts';
import { weekNumber } from '../cycle.ts';
import { planPath } from '../spec-of-release.ts';
import { isWorkingDay } from '../../domain/working-days.ts';
import { type Finding, type LintRule, type LintSubject, releasePath } from './subject.ts';

/** Week 1 is the week that holds the start. No warning when the days before it are holidays: after New Year, say. */
export const startNotMonday: LintRule = {
  code: 'start-not-monday',
  find: (subject) => {
    const { start } = subject.written;
    if (start === undefined) return [];
    const monday = mondayOf(start);
    const before = Array.from({ length: weekdayOf(start) - 1 }, (_, index) => addDays(monday, index));
    if (!before.some((day) => isWorkingDay(day, subject.spec.holidays))) return [];
    return [
      {
        severity: 'warning',
        path: releasePath(subject, 'start'),
        message: `The cycle starts on a ${weekdayName(weekdayOf(start))} (${start}); week 1 is the week that holds it.`,
        fix: `Write ${monday}, the Monday of that week, or add the days before it to \`holidays\`.`,
      },
    ];
  },
};

/** Fewer weeks than the preset plans with: a warning, as long as late tasks still come after early ones. */
export const cycleTooShort: LintRule = {
  code: 'cycle-too-short',
  find: (subject) => {
    const { release, spec } = subject;
    const missing = spec.cycle.weeks - release.weeks.length;
    if (missing <= 0 || weeksCross(subject)) return [];
    return [
      tooShort(
        subject,
        'warning',
        `The cycle has ${release.weeks.length} weeks, ${missing} fewer than its preset plans with.`,
      ),
    ];
  },
};

/** So short that what is counted back from release day falls before what is counted from the start. */
export const weeksOverlap: LintRule = {
  code: 'weeks-overlap',
  find: (subject) =>
    weeksCross(subject) && (subject.release.weeks.length < subject.spec.cycle.weeks || isShortPlan(subject))
      ? [
          tooShort(
            subject,
            // A plan that says itself how short it is may mean it.
            subject.release.weeks.length < subject.spec.cycle.weeks ? 'error' : 'warning',
            `The cycle has ${subject.release.weeks.length} weeks, so few that tasks counted back from release day come before tasks counted from the start.`,
          ),
        ]
      : [],
};

/** A box in no week of the cycle would be on no page that goes by weeks. */
export const taskOutsideCycle: LintRule = {
  code: 'task-outside-cycle',
  find: ({ release, written }) =>
    release.tasks
      .filter(({ week }) => week < 1 || week > release.weeks.length)
      .map((task) => ({
        severity: 'warning',
        path: planPath(written, 'tasks', task.part?.of ?? task.occurrence?.of ?? task.id),
        message: `Task "${task.id}" is due on ${task.due}, outside the cycle of ${release.version} (${release.start} to ${release.end}).`,
        fix: 'Give it a day inside the cycle, or make the cycle longer (`start`, `weeks-after`).',
      })),
};

function weeksCross(subject: LintSubject): boolean {
  const { early, late } = weeksOf(subject);
  return late < early;
}

/** The cycle of the config itself is too short for its tasks: some of them lie outside of its weeks. */
function isShortPlan(subject: LintSubject): boolean {
  const { early, late } = weeksOf(subject);
  const { start, release } = subject.release;
  return late < 1 || early > weekNumber(start, release);
}

/** The latest week that is counted from the start, and the earliest that is counted back from release day. */
function weeksOf({ spec, release }: LintSubject): { readonly early: number; readonly late: number } {
  const weeks = spec.tasks.flatMap(expressionsOf).flatMap((on) => (on.kind === 'week' ? [on.week] : []));
  const early = weeks.flatMap((week) => (week.from === 'start' ? [week.number] : []));
  const late = weeks.flatMap((week) => (week.from === 'release' ? [week.offset] : []));
  if (early.length === 0 || late.length === 0) return { early: -Infinity, late: Infinity };
  return {
    early: Math.max(...early),
    late: weekNumber(release.start, release.release) + Math.min(...late),
  };
}

function expressionsOf({ due, span }: TaskSpec): DayExpression[] {
  return [...(due === undefined ? [] : [due]), ...(span ?? []).map((part) => part.due)];
}

function tooShort(subject: LintSubject, severity: Finding['severity'], message: string): Finding {
  const { spec, written } = subject;
  const releaseWeek = spec.cycle.weeks - spec.cycle.weeksAfter;
  const start = addDays(mondayOf(written.release), -7 * (releaseWeek - 1));
  const isPlanned = start === subject.release.start;
  return {
    severity,
    path: releasePath(subject, written.start === undefined ? 'release' : 'start'),
    message,
    fix: isPlanned
      ? 'Write a later `release-week` in `cycle`, or take tasks out; a task after the release counts as `week R+1`.'
      : `Start on ${start} or earlier, release later, or take tasks out.`,
  };
}
