// The milestones of one release: the preset's, overridden by the release's own, in order of day.
import { candidateNumber } from '../domain/candidate.ts';
import { type Day, endOfDay, formatInstant, instantOf } from '../domain/day.ts';
import type { Path, Problem } from '../domain/problem.ts';
import type { Milestone, Undated } from '../domain/release.ts';
import type { MilestoneSpec, ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';
import { candidateCount, withCandidates } from './candidates/milestones.ts';
import { weekNumber } from './cycle.ts';
import type { Moment } from './move-by.ts';
import { MORNING } from './morning.ts';
import { planPath, specOfRelease } from './spec-of-release.ts';
import { FIXED_ANCHORS, type Resolve } from './resolve.ts';
import { resolutionProblem } from './resolution-problem.ts';

/** Words of titles that are written in capitals. */
const CAPITALS = /^(rc\d*|cfp|ci|ga|eol|pr|sig|cncf)$/;

/** What is written for a release: its own milestones over the inherited ones, and its candidates, by id. */
export function writtenMilestones(spec: ScheduleSpec, release: ReleaseSpec): Map<string, MilestoneSpec> {
  const { milestones, candidates } = specOfRelease(spec, release);
  return withCandidates(milestones, release.milestones, candidates);
}

/** Where a milestone of a release is written: with the release, with its kind, or at the top. */
export function milestonePath(release: ReleaseSpec, id: string): Path {
  return Object.hasOwn(release.milestones, id)
    ? ['releases', release.version, 'milestones', id]
    : planPath(release, 'milestones', id);
}

/** Resolves every milestone; `release` is always among them and always on release day (Y14, Y15). */
export function buildMilestones(
  spec: ScheduleSpec,
  release: ReleaseSpec,
  start: Day,
  resolve: Resolve,
): { milestones: Milestone[]; undated: Undated['milestones']; problems: Problem[] } {
  const written = writtenMilestones(spec, release);
  const undated: Pick<Milestone, 'id' | 'title' | 'who'>[] = [];
  const anchors = [...FIXED_ANCHORS, ...written.keys()];
  const count = candidateCount(specOfRelease(spec, release), release);
  const milestones = [releaseDay(spec, release, written.get('release'), start)];
  const problems: Problem[] = [];
  for (const [id, milestone] of written) {
    // A `release` milestone says more about release day (title, claims); another day there is a finding of lint.
    if (id === 'release') continue;
    const found = resolve(milestone.on, id);
    if (found.kind === 'day') {
      const { from, problem } = firstDay(milestone, { id, last: found.day, release, resolve, anchors });
      milestones.push({
        ...completeMilestone(id, found, milestone, spec, start),
        ...(from === undefined ? {} : { from }),
        ...numbered(id, count),
      });
      if (problem !== undefined) problems.push(problem);
      if (found.instant !== undefined && milestone.at !== undefined) problems.push(twoTimes(id, release));
      continue;
    }
    if (found.kind === 'later') {
      undated.push({ id, title: milestone.title ?? milestoneTitle(id), who: milestone.who });
      continue;
    }
    const subject = `Milestone "${id}" of ${release.version}`;
    const problem = resolutionProblem(found, subject, milestonePath(release, id), anchors);
    if (problem !== undefined) problems.push(problem);
  }
  const all = milestones.map((one) => withAnnouncement(one, release, written.get(one.id), spec));
  return { milestones: all.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))), undated, problems };
}

/** One of so many candidates has its number. */
function numbered(id: string, count: number): Pick<Milestone, 'candidate'> {
  const number = candidateNumber(id);
  return number === undefined || number > count ? {} : { candidate: number };
}

/** An embargo that lifts on release day ends when the release is announced, and not after it; `zone` or `at` say otherwise. */
function withAnnouncement(
  milestone: Milestone,
  { release }: ReleaseSpec,
  written: MilestoneSpec | undefined,
  { timezone }: ScheduleSpec,
): Milestone {
  if (
    milestone.id !== 'embargo-lift' ||
    milestone.day !== release ||
    written?.zone !== undefined ||
    milestone.at !== undefined
  )
    return milestone;
  return { ...milestone, deadline: instantOf(release, MORNING, timezone) };
}

/** Release day itself; the release says why it was moved. */
function releaseDay(
  spec: ScheduleSpec,
  release: ReleaseSpec,
  written: MilestoneSpec | undefined,
  start: Day,
): Milestone {
  const milestone = completeMilestone('release', { day: release.release }, written, spec, start);
  return { ...milestone, because: release.because ?? milestone.because };
}

function completeMilestone(
  id: string,
  { day, instant, shiftedFrom }: Moment,
  written: MilestoneSpec | undefined,
  spec: ScheduleSpec,
  start: Day,
): Milestone {
  const zone = written?.zone ?? spec.timezone;
  const at = instant === undefined ? written?.at : formatInstant(instant, zone, 'HH:mm');
  return {
    id,
    title: written?.title ?? (id === 'release' ? 'Release day' : milestoneTitle(id)),
    day,
    deadline: instant ?? (at === undefined ? endOfDay(day, zone) : instantOf(day, at, zone)),
    ...(at === undefined ? {} : { at }),
    zone,
    who: written?.who,
    ...(written?.kind === undefined ? {} : { kind: written.kind }),
    fixed: written?.fixed ?? false,
    ...(written?.ask === true ? { ask: true } : {}),
    ...(shiftedFrom === undefined ? {} : { shiftedFrom }),
    because: written?.because,
    ...(written?.event === undefined ? {} : { event: written.event.part }),
    week: weekNumber(start, day),
  };
}

interface Range {
  readonly id: string;
  readonly last: Day;
  readonly release: ReleaseSpec;
  readonly resolve: Resolve;
  readonly anchors: readonly string[];
}

/** The first day of a milestone of several days, or why there is none. */
function firstDay(
  { from }: MilestoneSpec,
  { id, last, release, resolve, anchors }: Range,
): { readonly from?: Day; readonly problem?: Problem | undefined } {
  if (from === undefined) return {};
  const path = [...milestonePath(release, id), 'from'];
  const subject = `The first day of milestone "${id}" of ${release.version}`;
  const found = resolve(from);
  if (found.kind !== 'day') return { problem: resolutionProblem(found, subject, path, anchors) };
  if (found.day < last) return { from: found.day };
  if (found.day === last) return {};
  return {
    problem: {
      code: 'range-reversed',
      severity: 'error',
      path,
      message: `${subject} is ${found.day}, after its last day ${last}.`,
      fix: 'Write an earlier `from`, or a later `on`.',
    },
  };
}

function twoTimes(id: string, release: ReleaseSpec): Problem {
  return {
    code: 'two-times',
    severity: 'error',
    path: [...milestonePath(release, id), 'at'],
    message: `Milestone "${id}" of ${release.version} has two times of day: in its day, and in \`at\`.`,
    fix: 'Delete one of them.',
  };
}

/** For one that was given none: `code-freeze` becomes `Code freeze`, `rc1` becomes `RC1`. */
function milestoneTitle(id: string): string {
  const words = id.split('-').map((word) => (CAPITALS.test(word) ? word.toUpperCase() : word));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
