// Makes a notice once: a run that broke off may have made it already, so it is looked for first.
import type { CreateComment } from '../../domain/operation.ts';
import { markerLine } from '../../text/marker.ts';
import { isAmbiguous } from '../failure.ts';
import { findOwnComment } from './find-own-comment.ts';
import type { Written } from './outcome.ts';
import { type World, holdBack, resolveIssue } from './world.ts';

export async function createComment(
  world: World,
  { issue, key, body, entry }: CreateComment,
): Promise<Written> {
  const release = holdBack(world, entry);
  const target = resolveIssue(world, issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not opened' };
  const { number } = target;
  const there = await sendOnce(world, number, key, body);
  release();
  return there ? { outcome: 'already', number } : { outcome: 'done', number };
}

/** Makes a comment with this key unless it is there, which the answer says. */
export async function sendOnce(world: World, number: number, key: string, body: string): Promise<boolean> {
  const there = await findOwnComment(world, number, key);
  if (!there) await send(world, number, key, body);
  return there;
}

async function send(world: World, number: number, key: string, body: string): Promise<void> {
  const { owner, repo } = world.github;
  try {
    await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: number,
      body: `${markerLine(key)}\n${body}\n`,
      request: { retries: 0 },
    });
  } catch (error) {
    if (!isAmbiguous(error) || !(await findOwnComment(world, number, key))) throw error;
  }
}
