// A run whose config says `enabled: no`: it takes back what is ours, and does nothing else.
import type { Config } from '../config/config.ts';
import type { CleanupPlan } from '../domain/cleanup-plan.ts';
import type { Operation } from '../domain/operation.ts';
import type { Applied } from '../domain/outcome.ts';
import { ownAccounts } from '../github/accounts.ts';
import { planCleanupOf, takeAllBack } from './clean-up.ts';
import type { Scope } from './scope.ts';

export interface OffRun {
  readonly kind: 'off';
  /** Of the config. */
  readonly path: string;
  readonly cleanup: CleanupPlan;
  /** Over the limit of the run; the next one does them. */
  readonly left: readonly Operation[];
  /** A plan carries none of them out. */
  readonly applied: readonly Applied[];
}

export async function offRun(
  scope: Scope & { readonly path: string },
  { config }: { readonly config: Pick<Config, 'app' | 'sections' | 'limits'> },
  viewer: string,
  mode: 'plan' | 'apply',
): Promise<OffRun> {
  const accounts = ownAccounts(viewer, config.app);
  const asked = { ...scope, accounts, sections: config.sections, isRoutine: true };
  const { plan, observation } = await planCleanupOf(asked);
  const now = plan.operations.slice(0, config.limits.operations);
  return {
    kind: 'off',
    path: scope.path,
    cleanup: plan,
    left: plan.operations.slice(now.length),
    applied: mode === 'plan' ? [] : await takeAllBack(asked, now, observation),
  };
}
