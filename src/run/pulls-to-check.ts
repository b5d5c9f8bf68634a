// Which pull requests lack a check of ours that holds.
import { CHECK_NAME } from '../domain/check-name.ts';
import type { Skip } from '../domain/desired.ts';
import type { ConfigPull } from '../github/config/config-pulls.ts';
import { type OwnCheck, findChecks } from '../github/config/find-checks.ts';
import { failureWords } from '../github/failure.ts';
import { isChecked } from './check-holds.ts';
import type { Scope } from './scope.ts';

/** A pull request, and the checks of ours that it has. */
export interface Pending {
  readonly pull: ConfigPull;
  readonly checks: readonly OwnCheck[];
}

interface Setting {
  /** `again`: a commit whose check somebody asked for anew. */
  readonly scope: Pick<Scope, 'github' | 'now'> & { readonly again?: string | undefined };
  /** The account of this run, and all of ours. */
  readonly viewer: string;
  readonly accounts: readonly string[];
  readonly complete: string;
}

/** Those that have no check at all come first; and why the checks of others could not be read. */
export async function pullsToCheck(
  { scope, viewer, accounts, complete }: Setting,
  pulls: readonly ConfigPull[],
): Promise<{ readonly pending: readonly Pending[]; readonly skips: Skip[] }> {
  const pending: Pending[] = [];
  const skips: Skip[] = [];
  for (const pull of pulls) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- few pull requests change the config at once
      const checks = await findChecks(scope.github, pull.head, CHECK_NAME, accounts);
      const asked = pull.head === scope.again;
      if (asked || !isChecked(checks, { complete, viewer, now: scope.now }))
        pending.push({ pull, checks: asked ? [] : checks });
    } catch (error) {
      skips.push(skipped(pull, `its checks could not be read (${failureWords(error)})`));
    }
  }
  const isNew = ({ checks }: Pending): boolean => checks.length === 0;
  return { pending: [...pending.filter(isNew), ...pending.filter((one) => !isNew(one))], skips };
}

/** Why a pull request has no check in this run, or none has. */
export function skipped(pull: ConfigPull | 'pull requests', why: string): Skip {
  const what =
    pull === 'pull requests' ? 'check configs in pull requests' : `check the config of #${pull.number}`;
  return { duty: 'config-check', what, why };
}
