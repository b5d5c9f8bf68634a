// A whole run on an embedded GitHub, in which the results of tests are given instead of read.
import type { Instant } from '../../src/domain/day.ts';
import type { Operation } from '../../src/domain/operation.ts';
import type { Standing } from '../../src/domain/standing.ts';
import type { BranchTests } from '../../src/domain/test-results.ts';
import { apply } from '../../src/github/apply/apply.ts';
import type { Applied } from '../../src/github/apply/outcome.ts';
import { observe } from '../../src/github/observe/observe.ts';
import { readConfig } from '../../src/github/observe/read-config.ts';
import { desireAll } from '../../src/plan/desire.ts';
import { diff } from '../../src/plan/diff.ts';
import { prepareFile } from '../../src/prepare.ts';
import { dutyRun, lookFor } from '../../src/reconcile.ts';
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../src/sandbox/github/index.ts';
import { clientOf } from './runs.ts';

export interface TestedRun {
  readonly applied: readonly Applied[];
  readonly standing: readonly Standing[];
  /** Requests that reading took. */
  readonly reads: number;
}

/** Looks, plans and writes until nothing new was opened, as a run does. */
export async function runWithTests(
  github: EmbeddedGitHub,
  now: Instant,
  tests: BranchTests,
  login = ACTIONS_BOT,
): Promise<TestedRun> {
  const client = clientOf(github, login);
  const before = github.journal.length;
  const start = await readConfig(client, '.github/relcomms.yml');
  const prepared = prepareFile(start.config);
  if (prepared === undefined || 'problems' in prepared) throw new Error(JSON.stringify(prepared));
  const run = dutyRun(prepared, { now });
  const look = lookFor(prepared, run, start.viewer);
  const applied: Applied[] = [];
  for (let pass = 1; ; pass++) {
    const seen = await observe(client, look);
    const reads = github.journal.length - before;
    const observation = { ...seen, branchTests: { known: true, value: [tests] } } as const;
    const { wanted, standing } = desireAll(run, observation);
    const results = await apply(client, diff(wanted, observation, now), { look, observation });
    applied.push(...results);
    if (!opened(results.map(({ operation }) => operation)) || pass === 3) return { applied, standing, reads };
  }
}

function opened(operations: readonly Operation[]): boolean {
  return operations.some(({ kind }) => kind === 'create-issue');
}
