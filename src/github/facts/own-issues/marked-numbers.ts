// Finds the issues of an account that carry a key, by REST.
import { readMarker } from '../../../text/marker.ts';
import type { GitHub } from '../../client.ts';
import type { Setting } from '../fact.ts';

/** Numbers of the account's issues that carry a key; newest first. */
export async function markedNumbers(
  github: GitHub,
  { since }: Pick<Setting, 'since'>,
  account: string,
): Promise<number[]> {
  const numbers: number[] = [];
  for (let page = 1; ; page++) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/issues', {
      owner: github.owner,
      repo: github.repo,
      creator: account,
      state: 'all',
      since: `${since}T00:00:00Z`,
      per_page: 100,
      page,
    });
    const marked = data.filter(
      ({ body, user }) => readMarker(body ?? '') !== undefined && user?.login === account,
    );
    numbers.push(...marked.map((issue) => issue.number));
    if (data.length < 100) return numbers;
  }
}
