// Plans two configs from looks at the same moment: what a run would do with the one, and with the other.
import type { Comparison } from '../config-check/judge.ts';
import type { Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import type { DutyRun } from '../plan/desire.ts';
import { foreseeMerge } from '../plan/foresee-merge.ts';
import { type Pass, planAhead } from '../plan/plan-ahead.ts';

/**
 * The last run is that of the proposed config, which counts once its pull request is merged; the one before it is there
 * when the default branch has a config that is good. Each has its look. Limits of a run don't cut these plans, and a fact
 * that could not be read is not taken for nothing.
 */
export function comparePlans(
  pull: number,
  runs: readonly DutyRun[],
  looks: readonly Observation[],
): Comparison {
  const merged = looks.map((one, index) => (index < runs.length - 1 ? one : foreseeMerge(one, pull)));
  const plans = merged.flatMap((observation, index) => {
    const run = runs[index];
    return run === undefined ? [] : [planAhead(run, observation, Infinity)];
  });
  const unknown = plans.flatMap(([{ wishes }]) => wishes.unknown)[0];
  if (unknown !== undefined) return { why: unknown.why };
  const [after = [], before = []] = plans.map(operationsOf).toReversed();
  const observation = merged.at(-1);
  return observation === undefined ? { why: 'nobody looked' } : { before, after, observation };
}

function operationsOf(passes: readonly Pass[]): Operation[] {
  return passes.flatMap(({ operations }) => operations);
}
