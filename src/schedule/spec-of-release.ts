// What a release goes by: the top of the config, or what its kind and the release itself have in place of it.
import type { Path } from '../domain/problem.ts';
import { type Dated, withEvents } from './events.ts';
import type { ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';

/** The schedule as it applies to this release, events in its cycle among its dates; the same when asked twice. */
export function specOfRelease(spec: ScheduleSpec, release: Pick<ReleaseSpec, 'plan'> & Dated): ScheduleSpec {
  return withEvents(asWritten(spec, release), release);
}

/** The same with events and tasks as they are written. */
export function asWritten(spec: ScheduleSpec, { plan }: Pick<ReleaseSpec, 'plan'>): ScheduleSpec {
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
    events,
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
    events,
  };
}

/** The path of something that may be written with a release, its kind or at the top; whoever has the text finds where. */
export function planPath({ plan }: Pick<ReleaseSpec, 'plan'>, ...rest: Path): Path {
  return [...(plan?.path ?? []), ...rest];
}
