// What check runs and statuses say of a commit.
import type { CheckRun } from '../model/ci.ts';
import type { CommitStatus } from '../model/pull.ts';
import type { Repo } from '../model/repo.ts';

export type ContextState = 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR';

/** One line in the list of checks: the newest run of each name in a suite, the newest status of each context. */
export type CheckContext =
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly name: string;
      readonly state: ContextState;
      readonly run: CheckRun;
    }
  | {
      readonly kind: 'status';
      readonly id: number;
      readonly name: string;
      readonly state: ContextState;
      readonly status: CommitStatus;
    };

export function checksAt({ checks, statuses }: Repo, sha: string): CheckContext[] {
  const newest = new Map<string, CheckContext>();
  for (const [id, run] of checks)
    if (run.suite.sha === sha)
      newest.set(`run ${run.suite.id} ${run.name}`, {
        kind: 'run',
        id,
        name: run.name,
        state: stateOfRun(run),
        run,
      });
  for (const status of statuses)
    if (status.sha === sha)
      newest.set(`status ${status.context}`, {
        kind: 'status',
        id: status.id,
        name: status.context,
        state: status.state.toUpperCase() as ContextState,
        status,
      });
  return [...newest.values()];
}

/** All of them together; undefined when there are none. */
export function rollup(contexts: readonly CheckContext[]): ContextState | undefined {
  const worst = ['ERROR', 'FAILURE', 'PENDING', 'SUCCESS'] as const;
  return worst.find((state) => contexts.some((context) => context.state === state));
}

function stateOfRun({ status, conclusion }: CheckRun): ContextState {
  if (status !== 'completed' || conclusion === null || conclusion === 'stale') return 'PENDING';
  return ['success', 'neutral', 'skipped'].includes(conclusion) ? 'SUCCESS' : 'FAILURE';
}
