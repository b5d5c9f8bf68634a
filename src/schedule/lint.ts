// Holds the schedule as written against the calendar and against itself.
import type { Problem } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import { atWrittenTask } from './events.ts';
import { weekMismatch, weekdayMismatch } from './lint/claims.ts';
import { cycleTooShort, startNotMonday, taskOutsideCycle, weeksOverlap } from './lint/cycle-shape.ts';
import { candidateOnReleaseDay, milestoneOnDayOff } from './lint/days-off.ts';
import { embargoAfterRelease, lateEnvironment, shortNotice } from './lint/lead-time.ts';
import { dueBeforeWhatItWaitsFor } from './lint/after.ts';
import { boxesInNotes } from './lint/boxes-in-notes.ts';
import { eventMeetsRelease } from './lint/events.ts';
import { firstOfRule } from './lint/first-of-rule.ts';
import { notBeforeAfterDue } from './lint/not-before.ts';
import {
  cherryPickAfterRelease,
  freezeAfterRelease,
  prereleaseAfterRelease,
  prereleaseOrder,
  thawBeforeFreeze,
} from './lint/order.ts';
import { releaseOnDayOff, releaseOnFriday } from './lint/release-day.ts';
import { type LintRule, lintSubject } from './lint/subject.ts';
import { tasksAfterTheirPurpose } from './lint/turned-order.ts';
import { twoDates } from './lint/two-dates.ts';
import { wrongYear } from './lint/wrong-year.ts';

/** All rules, in the order in which their findings are told. */
export const LINT_RULES: readonly LintRule[] = [
  weekdayMismatch,
  weekMismatch,
  wrongYear,
  twoDates,
  prereleaseOrder,
  prereleaseAfterRelease,
  freezeAfterRelease,
  thawBeforeFreeze,
  cherryPickAfterRelease,
  candidateOnReleaseDay,
  milestoneOnDayOff,
  shortNotice,
  lateEnvironment,
  embargoAfterRelease,
  releaseOnFriday,
  releaseOnDayOff,
  startNotMonday,
  cycleTooShort,
  weeksOverlap,
  tasksAfterTheirPurpose,
  taskOutsideCycle,
  notBeforeAfterDue,
  dueBeforeWhatItWaitsFor,
  boxesInNotes,
  firstOfRule,
  eventMeetsRelease,
];

/** Every finding about releases that could be built; `buildReleases` tells about the others. */
export function lintSchedule(spec: ScheduleSpec, releases: readonly Release[]): Problem[] {
  const built = new Map(releases.map((release) => [release.version, release]));
  return spec.releases.flatMap((written) => {
    const release = built.get(written.version);
    if (release === undefined) return [];
    const subject = lintSubject(spec, written, release);
    return LINT_RULES.flatMap(({ code, find }) =>
      find(subject).map((finding) => atWrittenTask({ code, ...finding }, subject.spec.tasks)),
    );
  });
}
