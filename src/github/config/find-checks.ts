// Finds the check runs of one name that our accounts made for a commit.
import type { Instant } from '../../domain/day.ts';
import type { GitHub } from '../client.ts';

export interface OwnCheck {
  /** The login of the account that made it. */
  readonly account: string;
  readonly externalId: string;
  /** Whether it has come to its end. */
  readonly done: boolean;
  /** When that was; 0 before. */
  readonly endedAt: Instant;
}

/** The newest of each account. Check runs of other Apps don't count, whatever they say. */
export async function findChecks(
  { request, owner, repo }: GitHub,
  ref: string,
  name: string,
  accounts: readonly string[],
): Promise<OwnCheck[]> {
  const { data } = await request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner,
    repo,
    ref,
    check_name: name,
    per_page: 100,
  });
  return data.check_runs
    .map(({ app, external_id, status, completed_at }) => ({
      account: `${app?.slug ?? ''}[bot]`,
      externalId: external_id ?? '',
      done: status === 'completed',
      endedAt: (completed_at === null ? 0 : Date.parse(completed_at)) as Instant,
    }))
    .filter(({ account }) => accounts.includes(account));
}
