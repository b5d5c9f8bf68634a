// Looks for comments of ours on an issue by their marker.
import { readMarker } from '../../text/marker.ts';
import type { World } from './world.ts';

/** Ids of the comments with this key that our own accounts made, oldest first; reads every page. */
export async function findOwnComments(
  { github, setting }: World,
  number: number,
  key: string,
): Promise<number[]> {
  const { owner, repo } = github;
  const ids: number[] = [];
  for (let page = 1; ; page++) {
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const { data } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: number,
      per_page: 100,
      page,
    });
    const own = data.filter(
      ({ body, user }) => setting.accounts.includes(user?.login ?? '') && readMarker(body ?? '') === key,
    );
    ids.push(...own.map(({ id }) => Number(id)));
    if (data.length < 100) return ids.toSorted((a, b) => a - b);
  }
}
