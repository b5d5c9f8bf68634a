// Makes a comment once: a run that broke off may have made it already, and another may make it at the same time.
import { commentText } from '../../text/comment-text.ts';
import { statusOf } from '../failure.ts';
import { findOwnComments, toldName } from './find-own-comments.ts';
import { sendOrFind } from './send-or-find.ts';
import type { World } from './world.ts';

/** Makes a comment with this key unless there is one; whether the comment that stays is ours. */
export async function sendOnce(world: World, number: number, key: string, body: string): Promise<boolean> {
  const there = await findOwnComments(world, number, key);
  if (there.length > 0) return false;
  return await sendOrFind(
    () => send(world, number, key, body),
    async () => ((await findOwnComments(world, number, key)).length > 0 ? true : undefined),
  );
}

/** Where two runs made it in the same moment, the older one stays. */
async function send(world: World, number: number, key: string, body: string): Promise<boolean> {
  const { owner, repo } = world.github;
  const { data } = await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number: number,
    body: commentText(key, body),
    request: { retries: 0 },
  });
  world.told.set(toldName(number, key), Number(data.id));
  const [first = data.id] = await findOwnComments(world, number, key);
  if (first >= data.id) return true;
  world.told.delete(toldName(number, key));
  await remove(world, Number(data.id));
  return false;
}

async function remove({ github }: World, id: number): Promise<void> {
  const { owner, repo } = github;
  try {
    await github.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      owner,
      repo,
      comment_id: id,
    });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
