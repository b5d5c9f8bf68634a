// One whole run: the repository first, then the configs that pull requests propose.
import { rememberArtifacts } from '../github/facts/branch-tests/remember-artifacts.ts';
import { type CheckScope, applyChecks, planChecks } from './check-config.ts';
import type { GitHub } from '../github/client.ts';
import { type Cost, type Run, planRun, reconcile } from './reconcile.ts';
import { tellOfBroken } from './tell-broken.ts';

/** `plan` says what `reconcile` would do, and writes nothing. */
export async function wholeRun(scope: CheckScope, mode: 'reconcile' | 'plan'): Promise<Run> {
  // What the run has read of artifacts the checks need not download.
  const remembering = { ...scope, artifacts: scope.artifacts ?? rememberArtifacts() };
  const looked = await (mode === 'plan' ? planRun : reconcile)(remembering);
  // While relcomms is switched off it does nothing else, not even checks.
  if (looked.kind === 'off') return { ...looked, cost: costOf(scope.github) };
  const run = await tellOfBroken(scope, looked, mode);
  const planned = await planChecks(remembering, run);
  const checks = mode === 'plan' ? planned : await applyChecks(scope, run, planned);
  return { ...run, checks, cost: costOf(scope.github) };
}

/** What the client of a run has taken so far. */
export function costOf({ counts, budgets }: GitHub): Cost {
  const { reads, writes, points } = counts;
  return { requests: reads + writes, points, left: budgets.get('graphql') };
}
