// Makes a record, or brings it up to date without losing what another run wrote into it since we looked.
import type { WriteRecord } from '../../domain/log-operation.ts';
import { RECORD_LIMIT, mergeRows, readRecord, renderRecord } from '../../memory/record.ts';
import { statusOf } from '../failure.ts';
import { sendOnce } from './send-once.ts';
import { findOwnComments } from './find-own-comments.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, know, postpone, resolveIssue } from './world.ts';
import { readOwnComment } from './read-own-comment.ts';

/** Answers to commands that it remembers wait until it is written: else the next run hears them once more. */
export async function writeRecord(world: World, operation: WriteRecord): Promise<Written> {
  const releases = (operation.answers ?? []).map((answer) => postpone(world, answer));
  const written = await writeRows(world, operation);
  if (written.outcome === 'done' || written.outcome === 'already') for (const release of releases) release();
  return written;
}

async function writeRows(world: World, operation: WriteRecord): Promise<Written> {
  const { issue, key, seen } = operation;
  const target = resolveIssue(world, issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not created' };
  const { number } = target;
  if (seen === undefined && (await sendOnce(world, number, key, bodyOf(renderRecord(key, operation)))))
    return { outcome: 'done', number };
  // Another run has just made it: what both know goes into that one.
  const [commentId] = seen === undefined ? await findOwnComments(world, number, key) : [seen.commentId];
  if (commentId === undefined) return { outcome: 'already', number };
  try {
    return { number, ...(await edit(world, operation, { commentId, rows: seen?.rows ?? {} })) };
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    return {
      outcome: 'not-tried',
      number,
      detail: 'somebody has deleted the record; the next run begins a new one',
    };
  }
}

/** GitHub has no conditional write: it is read right before, and rows that changed meanwhile stay. */
async function edit(
  world: World,
  operation: WriteRecord,
  seen: NonNullable<WriteRecord['seen']>,
): Promise<Written> {
  const { owner, repo, request } = world.github;
  const place = { owner, repo, comment_id: seen.commentId };
  const { text, current } = await readOwnComment(world, seen.commentId);
  const body = merged(operation, seen, text);
  if (body.trimEnd() === current.replaceAll('\r\n', '\n').trimEnd()) return { outcome: 'already' };
  await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, body });
  know(world, seen.commentId, body);
  return { outcome: 'done' };
}

/** Both together may be too long: then what this run has counts alone. */
function merged(operation: WriteRecord, seen: NonNullable<WriteRecord['seen']>, current: string): string {
  const rows = mergeRows(seen.rows, operation.rows, readRecord(current));
  const both = renderRecord(operation.key, { ...operation, rows });
  return both.length <= RECORD_LIMIT ? both : renderRecord(operation.key, operation);
}

/** Whoever sends a comment puts the marker in front and ends the line. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n') + 1).trimEnd();
}
