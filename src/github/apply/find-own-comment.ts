// Looks for a comment of ours on an issue by its marker.
import { readMarker } from '../../text/marker.ts';
import type { World } from './world.ts';

/** Whether one of our accounts has made the comment with this key; reads every page. */
export async function findOwnComment({ github, look }: World, number: number, key: string): Promise<boolean> {
  const { owner, repo } = github;
  for (let page = 1; ; page++) {
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const { data } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: number,
      per_page: 100,
      page,
    });
    if (
      data.some(
        ({ body, user }) => look.accounts.includes(user?.login ?? '') && readMarker(body ?? '') === key,
      )
    )
      return true;
    if (data.length < 100) return false;
  }
}
