// Makes a notice once: a run that broke off may have made it already, and another may make it at the same time.
import type { CreateComment } from '../../domain/operation.ts';
import { markerLine } from '../../text/marker.ts';
import { isAmbiguous, statusOf } from '../failure.ts';
import { findOwnComments, toldName } from './find-own-comments.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, holdBack, resolveIssue } from './world.ts';

export async function createComment(world: World, operation: CreateComment): Promise<Written> {
  const { issue, key, entry } = operation;
  const release = holdBack(world, entry);
  const target = resolveIssue(world, issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not opened' };
  const { number } = target;
  const body = wordsOf(world, operation);
  if (body === undefined)
    return { outcome: 'not-tried', number, detail: 'the pull request that it tells of is not open yet' };
  const made = await answered(world, entry, () => sendOnce(world, number, key, body));
  release();
  return made ? { outcome: 'done', number } : { outcome: 'already', number };
}

/** A reply that could not be written leaves its command to the next run: what nobody was told of is not over. */
async function answered<T>({ unwritten }: World, entry: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    unwritten.add(entry);
    throw error;
  }
}

/** The body with its pull request; undefined while nobody knows whether that can be opened. */
function wordsOf({ pulls }: World, { body, pull }: CreateComment): string | undefined {
  if (pull === undefined) return body;
  const opened = pulls.get(pull.branch);
  if (opened === undefined) return undefined;
  return `${body}\n\n${opened === 'refused' ? pull.otherwise : `${pull.words} #${opened}`}`;
}

/** Makes a comment with this key unless there is one; whether the comment that stays is ours. */
export async function sendOnce(world: World, number: number, key: string, body: string): Promise<boolean> {
  const there = await findOwnComments(world, number, key);
  return there.length === 0 && send(world, number, key, body);
}

/** Where two runs made it in the same moment, the older one stays. */
async function send(world: World, number: number, key: string, body: string): Promise<boolean> {
  const { owner, repo } = world.github;
  const place = { owner, repo, issue_number: number };
  try {
    const { data } = await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      body: `${markerLine(key)}\n${body}\n`,
      request: { retries: 0 },
    });
    world.told.set(toldName(number, key), Number(data.id));
    const [first = data.id] = await findOwnComments(world, number, key);
    if (first >= data.id) return true;
    world.told.delete(toldName(number, key));
    await remove(world, Number(data.id));
    return false;
  } catch (error) {
    const there = isAmbiguous(error) ? await findOwnComments(world, number, key) : [];
    if (there.length === 0) throw error;
    return true;
  }
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
