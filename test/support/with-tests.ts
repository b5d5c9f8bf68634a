// A whole run of the Action on an embedded GitHub that brings test reports along.
import type { Instant } from '../../src/domain/day.ts';
import type { Standing } from '../../src/domain/standing.ts';
import type { TestReport } from '../../src/domain/test-results.ts';
import type { Applied } from '../../src/domain/outcome.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { clientOf } from './runs.ts';

export interface TestedRun {
  readonly applied: readonly Applied[];
  readonly standing: readonly Standing[];
  /** Requests that reading took. */
  readonly reads: number;
}

/** `reports` are those of the branch, each a run of its own. */
export async function runWithTests(
  github: EmbeddedGitHub,
  now: Instant,
  branch: string,
  reports: readonly TestReport[],
): Promise<TestedRun> {
  const client = clientOf(github);
  const run = await reconcile({
    github: client,
    now,
    reports: reports.map((report) => ({ branch, report })),
  });
  if (run.kind !== 'applied' || run.plan.unknown.length > 0) throw new Error(JSON.stringify(run.kind));
  return { applied: run.applied, standing: run.standing, reads: client.counts.reads };
}
