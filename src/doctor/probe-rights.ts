// Harmless reads, one for each right: which of them a token is refused.
import type { GitHub } from '../github/client.ts';
import { isLimit, statusOf } from '../github/failure.ts';
import type { Probes } from './rights.ts';

/** A list of one, which every token with the right can read. https://docs.github.com/rest/authentication */
const READS = {
  contents: 'GET /repos/{owner}/{repo}/branches',
  issues: 'GET /repos/{owner}/{repo}/issues',
  pull_requests: 'GET /repos/{owner}/{repo}/pulls',
  checks: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  statuses: 'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
  actions: 'GET /repos/{owner}/{repo}/actions/runs',
} as const;

/** Rights that no read stands for are left out. */
export async function probeRights(
  { request, owner, repo }: GitHub,
  rights: readonly string[],
): Promise<Probes> {
  const asked = Object.entries(READS).filter(([right]) => rights.includes(right));
  const answers = await Promise.all(
    asked.map(async ([right, route]) => {
      try {
        await request(route, {
          owner,
          repo,
          per_page: 1,
          ...(route.includes('{ref}') ? { ref: 'HEAD' } : {}),
        });
        return [right, 'read'] as const;
      } catch (error) {
        const isRefused = [403, 404].includes(statusOf(error) ?? 0) && !isLimit(error);
        return [right, isRefused ? 'refused' : 'unknown'] as const;
      }
    }),
  );
  return new Map(answers);
}
