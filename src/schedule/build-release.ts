// A release as written becomes a release with every date resolved: the schedule that all duties read.
import type { Problem } from '../domain/problem.ts';
import type { Release, Undated } from '../domain/release.ts';
import type { MilestoneSpec, ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';
import { linkTasks } from './after.ts';
import { buildMilestones, writtenMilestones } from './build-milestones.ts';
import { buildTasks } from './build-tasks.ts';
import { tasksOfCandidates, withoutCandidates, writtenTask } from './candidates/tasks.ts';
import { layOutCycle } from './cycle.ts';
import { atWrittenTask } from './events.ts';
import { kindsInTrain } from './kinds-in-trains.ts';
import { manySteps } from './many-steps.ts';
import { otherRepositories } from './other-repositories.ts';
import { planPath, specOfRelease } from './spec-of-release.ts';
import type { ClockOf } from './move-by.ts';
import { createResolver } from './resolve.ts';
import { twinSteps } from './twin-steps.ts';
import { rotationProblems } from './rotation/problems.ts';
import { type TermsBook, termsOf } from './rotation/terms.ts';
import { fillPlan } from './variables/fill-plan.ts';
import { fillMilestones, fillTasks } from './variables/fill-schedule.ts';
import { variablesOf } from './variables/variables-of.ts';

/** One built release; undefined when its cycle can't be laid out. What can't be resolved is left out and told. */
export interface BuiltRelease {
  readonly release: Release | undefined;
  readonly problems: readonly Problem[];
}

/** Builds all releases of a config. The same problem in several releases is told once. */
export function buildReleases(spec: ScheduleSpec): { releases: Release[]; problems: Problem[] } {
  const terms = termsOf(spec);
  const built = spec.releases.map((release) => buildRelease(spec, release, terms));
  return {
    releases: built.flatMap(({ release }) => release ?? []),
    problems: withoutRepeats([...built.flatMap(({ problems }) => problems), ...rotationProblems(spec)]),
  };
}

/** Builds one release: its weeks, milestones and checkboxes with days, deadlines and holders. `terms` are those of the config. */
export function buildRelease(
  whole: ScheduleSpec,
  written: ReleaseSpec,
  terms: TermsBook = termsOf(whole),
): BuiltRelease {
  const held = terms.get(written.version);
  const spec = { ...specOfRelease(whole, written), ...(held === undefined ? {} : { roles: held.roles }) };
  const cycle = layOutCycle(written, spec.cycle);
  if ('code' in cycle) return { release: undefined, problems: [cycle] };
  const milestonesAsWritten = writtenMilestones(spec, written);
  const resolve = createResolver(
    { start: cycle.start, release: cycle.release, holidays: spec.holidays },
    new Map([...milestonesAsWritten].map(([id, { on }]) => [id, on])),
    clocksOf(milestonesAsWritten, spec),
  );
  const { milestones, undated, problems } = buildMilestones(spec, written, cycle.start, resolve);
  const variables = variablesOf(spec, written, milestones, undated);
  const filling = { spec, release: written, variables };
  const filled = fillMilestones(milestones, filling);
  const filledLater = fillMilestones(undated, filling);
  const named = fillTasks(tasksOfCandidates(spec, written), written, variables);
  const plan = fillPlan(held, written, variables);
  const built = buildTasks({ ...spec, tasks: named.tasks }, written, cycle, resolve, [
    ...milestonesAsWritten.keys(),
  ]);
  const linked = linkTasks(built.tasks, {
    version: written.version,
    specs: named.tasks,
    milestones,
    undated,
  });
  const release: Release = {
    version: written.version,
    title: written.title ?? written.version,
    ...plan.filled,
    ...(written.plan?.private === true ? { private: true as const } : {}),
    branch: written.branch,
    ...(written.lines === undefined ? {} : { lines: written.lines }),
    timezone: spec.timezone,
    ...cycle,
    milestones: kindsInTrain(filled.milestones, written.version, written.lines),
    tasks: linked.tasks,
    roles: spec.roles,
    roleTeams: spec.roleTeams,
    ...undatedOf(filledLater.milestones, built.undated),
    ...otherRepositories(spec, written),
  };
  return {
    release,
    problems: [
      ...problems,
      ...filled.problems,
      ...filledLater.problems,
      ...named.problems,
      ...plan.problems,
      ...built.problems,
      ...inPlan(written, [...linked.problems, ...planProblems(spec, written)]),
    ].map((problem) => atWrittenTask(asWritten(problem), spec.tasks)),
  };
}

/** Where they are written: with the release, with its kind, or at the top. */
function inPlan(written: ReleaseSpec, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: planPath(written, ...problem.path) }));
}

function planProblems(spec: ScheduleSpec, written: ReleaseSpec): Problem[] {
  return [...twinSteps(spec.tasks), ...manySteps(spec.tasks, written), ...withoutCandidates(spec)];
}

/** A task per candidate is written once. */
function asWritten(problem: Problem): Problem {
  const { path } = problem;
  const at = path.indexOf('tasks') + 1;
  const id = path[at];
  if (at === 0 || typeof id !== 'string') return problem;
  return { ...problem, path: path.with(at, writtenTask(id)) };
}

/** Release day is written as a day, or follows from a rule, so that it never shifts here. */
function clocksOf(milestones: ReadonlyMap<string, MilestoneSpec>, { timezone }: ScheduleSpec): ClockOf {
  return (anchor) => {
    const { at, zone = timezone, shift } = milestones.get(anchor ?? '') ?? {};
    return { at, zone, shift: anchor === 'release' ? undefined : shift };
  };
}

function undatedOf(milestones: Undated['milestones'], tasks: Undated['tasks']): Pick<Release, 'undated'> {
  return milestones.length + tasks.length === 0 ? {} : { undated: { milestones, tasks } };
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
