// Lists the repositories that an installation of the App reaches, to tell one on a few from one on all.
import type { GitHub, RepositoryName } from '../client.ts';

/** An installation on more repositories counts as one on all of them: 100 a request. */
const MOST_LISTED = 300;

/** What an installation reaches. */
export interface Reached {
  readonly isAll: boolean;
  readonly repositories: readonly RepositoryName[];
}

/** One request for each hundred repositories. `request` has the token of the installation. */
export async function listReached({ request }: Pick<GitHub, 'request'>): Promise<Reached> {
  const repositories: RepositoryName[] = [];
  for (let page = 1; ; page++) {
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const { data } = await request('GET /installation/repositories', { per_page: 100, page });
    const isAll = data.repository_selection === 'all' || data.total_count > MOST_LISTED;
    if (isAll) return { isAll, repositories: [] };
    repositories.push(...data.repositories.map(({ owner, name }) => ({ owner: owner.login, repo: name })));
    if (data.repositories.length === 0 || repositories.length >= data.total_count)
      return { isAll, repositories };
  }
}
