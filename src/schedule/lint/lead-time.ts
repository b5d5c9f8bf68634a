// Notice that people need: of deadlines before RC1, of the test environment before its merge, of the embargo.
import { type Day, addDays } from '../../domain/day.ts';
import type { Path } from '../../domain/problem.ts';
import { milestonePath } from '../build-milestones.ts';
import { prereleaseOf } from '../prerelease.ts';
import { planPath } from '../spec-of-release.ts';
import { type LintRule, type LintSubject } from './subject.ts';

const NOTICE_DAYS = 7;
const ENVIRONMENT_DAYS = 3;

/** Teams hear of the deadlines at least one week before RC1 (Y3). A warning: after a slip it can be too late to fix. */
export const shortNotice: LintRule = {
  code: 'short-notice',
  find: (subject) => {
    const rc1 = dayOf(subject, ['rc1']) ?? firstCandidate(subject);
    const notice = dayOf(subject, ['deadline-notice']);
    if (rc1 === undefined || notice === undefined) return [];
    const latest = addDays(rc1.day, -NOTICE_DAYS);
    if (notice.day <= latest) return [];
    return [
      {
        severity: 'warning',
        path: notice.path,
        message: `The deadlines are announced on ${notice.day}, less than one week before RC1 on ${rc1.day}.`,
        fix: `Announce them by ${latest}, or move RC1.`,
      },
    ];
  },
};

/** Teams can test their components before the RC is merged (Y7). */
export const lateEnvironment: LintRule = {
  code: 'late-environment',
  find: (subject) => {
    const merge = dayOf(subject, ['rc1-merge', 'rc1']) ?? firstCandidate(subject);
    const ready = dayOf(subject, ['test-environment', 'environment']);
    if (merge === undefined || ready === undefined) return [];
    const latest = addDays(merge.day, -ENVIRONMENT_DAYS);
    if (ready.day <= latest) return [];
    return [
      {
        severity: 'warning',
        path: ready.path,
        message: `The test environment is ready on ${ready.day}, less than ${ENVIRONMENT_DAYS} days before the RC is merged on ${merge.day}.`,
        fix: `Have it ready by ${latest}, so that teams can test before the merge.`,
      },
    ];
  },
};

/** The embargo may lift before the release, never after it: the news is out by then (K44, K54). */
export const embargoAfterRelease: LintRule = {
  code: 'embargo-after-release',
  find: (subject) => {
    const lift = dayOf(subject, ['embargo-lift']);
    const { release } = subject.release;
    if (lift === undefined || lift.day <= release) return [];
    return [
      {
        severity: 'warning',
        path: lift.path,
        message: `The embargo lifts on ${lift.day}, after the release is public on ${release}.`,
        fix: `Write \`release\` or an earlier day, and tell the press.`,
      },
    ];
  },
};

interface Written {
  readonly day: Day;
  readonly path: Path;
}

/** The first of these ids that is a milestone, or else a task. */
function dayOf(subject: LintSubject, ids: readonly string[]): Written | undefined {
  for (const id of ids) {
    const milestone = subject.credible.find((one) => one.id === id);
    if (milestone !== undefined) return { day: milestone.day, path: milestonePath(subject.written, id) };
    const task = subject.release.tasks.find((one) => one.id === id);
    if (task !== undefined) return { day: task.due, path: planPath(subject.written, 'tasks', id, 'due') };
  }
  return undefined;
}

/** RC1 under another id, found by its title. */
function firstCandidate(subject: LintSubject): Written | undefined {
  const found = subject.credible.find((milestone) => {
    const prerelease = prereleaseOf(milestone, subject.release.version);
    return prerelease?.stage === 'rc' && prerelease.number === 1;
  });
  return found && { day: found.day, path: milestonePath(subject.written, found.id) };
}
