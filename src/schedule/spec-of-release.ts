// What a release goes by: the top of the config, or what its kind and the release itself have in place of it.
import type { Path } from '../domain/problem.ts';
import type { ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';

/** The schedule as it applies to this release; the same when asked twice. */
export function specOfRelease(spec: ScheduleSpec, { plan }: Pick<ReleaseSpec, 'plan'>): ScheduleSpec {
  if (plan === undefined) return spec;
  const {
    cycle,
    candidates,
    milestones,
    tasks,
    roles,
    roleTeams,
    rotations,
    boarding,
    vars = spec.vars,
    repositories,
  } = plan;
  return {
    ...spec,
    cycle,
    candidates,
    milestones,
    tasks,
    roles,
    roleTeams,
    rotations,
    boarding,
    vars,
    repositories,
  };
}

/** The path of something that may be written with a release, its kind or at the top; whoever has the text finds where. */
export function planPath({ plan }: Pick<ReleaseSpec, 'plan'>, ...rest: Path): Path {
  return [...(plan?.path ?? []), ...rest];
}
