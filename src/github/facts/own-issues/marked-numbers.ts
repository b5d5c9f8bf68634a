// Finds issues of an account by the keys that they carry, by REST.
import { readMarker } from '../../../text/marker.ts';
import type { GitHub } from '../../client.ts';
import type { Setting } from '../fact.ts';

/** Numbers of the account's issues that carry one of the keys, or any where none are named; newest first. */
export async function markedNumbers(
  github: GitHub,
  { since }: Pick<Setting, 'since'>,
  account: string,
  keys?: readonly string[],
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
    const marked = data.filter(({ body, user }) => {
      const key = readMarker(body ?? '');
      return key !== undefined && user?.login === account && keys?.includes(key) !== false;
    });
    numbers.push(...marked.map((issue) => issue.number));
    if (data.length < 100) return numbers;
  }
}
