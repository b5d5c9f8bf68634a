// What a lint rule looks at: a release as written beside the same release with its days resolved.
import { addDays } from '../../domain/day.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { MilestoneSpec, ReleaseSpec, ScheduleSpec } from '../../domain/spec.ts';
import { writtenMilestones } from '../build-milestones.ts';
import { specOfRelease } from '../spec-of-release.ts';

/** A release as written and as built. */
export interface LintSubject {
  /** As it applies to the release. */
  readonly spec: ScheduleSpec;
  readonly written: ReleaseSpec;
  readonly release: Release;
  /** Milestones whose date is credible; those far outside have a finding of their own, which explains all others. */
  readonly credible: readonly Milestone[];
  readonly far: readonly Milestone[];
}

/** Days outside the cycle from which a date is taken for a slip of the pen, not for a plan. */
export const FAR_DAYS = 200;

/** Puts together what the rules look at, and sets milestones with incredible dates aside. */
export function lintSubject(whole: ScheduleSpec, written: ReleaseSpec, release: Release): LintSubject {
  const first = addDays(release.start, -FAR_DAYS);
  const last = addDays(release.end, FAR_DAYS);
  const isFar = ({ day }: Milestone): boolean => day < first || day > last;
  return {
    spec: specOfRelease(whole, written),
    written,
    release,
    credible: release.milestones.filter((milestone) => !isFar(milestone)),
    far: release.milestones.filter(isFar),
  };
}

/** What a rule found; the rule's name becomes the problem's code. */
export type Finding = Omit<Problem, 'code'>;

/** One thing that can be wrong, named by its code. */
export interface LintRule {
  readonly code: string;
  readonly find: (subject: LintSubject) => readonly Finding[];
}

/** The milestone as written: with the release, with its kind, or at the top. */
export function writtenMilestone({ spec, written }: LintSubject, id: string): MilestoneSpec | undefined {
  return writtenMilestones(spec, written).get(id);
}

/** Where something of the release itself is written. */
export function releasePath({ written }: LintSubject, ...rest: Path): Path {
  return ['releases', written.version, ...rest];
}

/** A milestone's title for a message; titles with quotation marks of their own get no second pair. */
export function quotedTitle(title: string): string {
  return title.includes('"') ? title : `"${title}"`;
}
