// What a cleanup would take back once a pull request that switches relcomms off is merged.
import type { CleanupPlan } from '../domain/cleanup-plan.ts';
import type { Known } from '../domain/known.ts';
import { failureWords } from '../github/failure.ts';
import { type CleanupScope, planCleanupOf } from './clean-up.ts';

/** Pages of 25 pull requests: anybody may propose it, so it looks at fewer than a run would. */
const PAGES = 8;

/** `pull` is merged by then, so it need not be closed. */
export async function foreseeCleanup(scope: CleanupScope, pull: number): Promise<Known<CleanupPlan>> {
  try {
    const { plan } = await planCleanupOf({ ...scope, pages: PAGES });
    const operations = plan.operations.filter((one) => one.kind !== 'close-pull' || one.number !== pull);
    return { known: true, value: { ...plan, operations } };
  } catch (error) {
    return { known: false, why: failureWords(error) };
  }
}
