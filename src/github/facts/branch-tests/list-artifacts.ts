// Lists the artifacts of a workflow run whose names are asked for.
import type { GitHub } from '../../client.ts';
import type { FinishedRun } from './decode-commit.ts';

/** Pages of 100 that are read of one run. */
const MOST_PAGES = 3;

export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  /** Zipped bytes. */
  readonly size: number;
  readonly expired: boolean;
}

/**
 * Of several with one name, which come from several attempts, the newest; none of a run whose head is in a fork. Throws
 * when GitHub refuses.
 */
export async function listArtifacts(
  { request, owner, repo }: GitHub,
  { run }: FinishedRun,
  patterns: readonly string[],
): Promise<{ readonly artifacts: ListedArtifact[]; readonly unread: string[] }> {
  const newest = new Map<string, ListedArtifact>();
  for (let page = 1, more = true; more; page++) {
    if (page > MOST_PAGES)
      return { artifacts: [...newest.values()], unread: [`artifacts beyond ${MOST_PAGES * 100}`] };
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const { data } = await request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
      owner,
      repo,
      run_id: Number(run),
      per_page: 100,
      page,
    });
    for (const { id, name, size_in_bytes: size, expired, workflow_run: from } of data.artifacts) {
      if (from?.head_repository_id !== from?.repository_id) continue;
      if (!patterns.some((pattern) => fits(pattern, name)) || (newest.get(name)?.id ?? 0) > id) continue;
      newest.set(name, { id, name, size, expired });
    }
    more = data.artifacts.length === 100 && data.total_count > page * 100;
  }
  return { artifacts: [...newest.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), unread: [] };
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
