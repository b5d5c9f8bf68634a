// Puts 👀 on a comment: heard, not yet answered.
import type { GitHub } from '../client.ts';

/** One request, never repeated: whoever misses the 👀 still gets the answer. */
export async function addEyes({ request, owner, repo }: GitHub, commentId: number): Promise<void> {
  await request('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', {
    owner,
    repo,
    comment_id: commentId,
    content: 'eyes',
    request: { retries: 0 },
  });
}
