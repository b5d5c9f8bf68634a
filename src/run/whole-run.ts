// One whole run: the repository first, then the configs that pull requests propose.
import { type CheckScope, applyChecks, planChecks } from './check-config.ts';
import { type Run, planRun, reconcile } from './reconcile.ts';

/** `plan` says what `reconcile` would do, and writes nothing. */
export async function wholeRun(scope: CheckScope, mode: 'reconcile' | 'plan'): Promise<Run> {
  const run = await (mode === 'plan' ? planRun : reconcile)(scope);
  const planned = await planChecks(scope, run);
  return { ...run, checks: mode === 'plan' ? planned : await applyChecks(scope, run, planned) };
}
