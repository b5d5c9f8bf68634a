// What can be said of the days of a config that has mistakes elsewhere, so that nobody mends them one by one.
import type { ConfigResult } from '../config/config.ts';
import { type LocatedProblem, isError } from '../domain/problem.ts';
import type { ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';
import { buildReleases } from '../schedule/build-release.ts';
import { lintSchedule } from '../schedule/lint.ts';
import { specOfRelease } from '../schedule/spec-of-release.ts';

/** Where a mistake may make every day wrong. */
const EVERYWHERE: ReadonlySet<unknown> = new Set([undefined, 'cycle', 'holidays', 'extends']);

/** Of what can't be built, a mistake may have taken away what it leans on; but not these. */
const CYCLES: ReadonlySet<string> = new Set(['release-before-start', 'cycle-too-long']);

/** As many problems say enough, and as many tasks may cost as much time as they like elsewhere. */
const [MOST_PROBLEMS, MOST_TASKS] = [100, 3000];

/** Findings that the mistakes can't be the cause of: none of a release or a task that has one itself. */
export function datesBeside({
  problems,
  rest,
}: Extract<ConfigResult, { ok: false }>): readonly LocatedProblem[] {
  const broken = problems.filter(isError).map(({ path }) => path);
  if (rest === undefined || problems.length >= MOST_PROBLEMS) return [];
  if (broken.some(([first]) => EVERYWHERE.has(first))) return [];
  const spoilt = broken.flatMap(([first, name, key]) =>
    first === 'releases' && key !== 'milestones' ? [String(name)] : [],
  );
  const hasTasks = !broken.some(([first]) => first === 'tasks');
  const hasKinds = !broken.some(([first]) => first === 'kinds');
  const releases = rest.schedule.releases.filter(
    ({ version, kind }) => !spoilt.includes(version) && (hasKinds || kind === undefined),
  );
  const schedule: ScheduleSpec = {
    ...rest.schedule,
    tasks: hasTasks ? rest.schedule.tasks : [],
    releases: releases.map((release) => (hasTasks ? release : withoutTasks(release))),
  };
  const counts = schedule.releases.map((release) => specOfRelease(schedule, release).tasks.length);
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_TASKS) return [];
  const { releases: built, problems: unbuilt } = buildReleases(schedule);
  const cycles = unbuilt.filter(({ code }) => CYCLES.has(code));
  return [...cycles, ...lintSchedule(schedule, built)].map(rest.locate);
}

function withoutTasks(release: ReleaseSpec): ReleaseSpec {
  return release.plan === undefined ? release : { ...release, plan: { ...release.plan, tasks: [] } };
}
