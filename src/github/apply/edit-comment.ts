// Writes new words into a comment of ours. An edit sends no mail.
import type { EditComment } from '../../domain/pull-operation.ts';
import { commentText } from '../../text/comment-text.ts';
import { statusOf } from '../failure.ts';
import type { Written } from './outcome.ts';
import type { World } from './world.ts';

export async function editComment(
  { github }: World,
  { number, commentId, key, body }: EditComment,
): Promise<Written> {
  const { owner, repo } = github;
  try {
    await github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      owner,
      repo,
      comment_id: commentId,
      body: commentText(key, body),
    });
    return { outcome: 'done', number };
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    return { outcome: 'already', number, detail: 'somebody has deleted the comment' };
  }
}
