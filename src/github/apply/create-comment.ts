// Makes a notice on an issue of ours once, and withholds the entry that tells of it until then.
import type { CreateComment } from '../../domain/operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { type Writer, eachAlone } from './writer.ts';
import { type World, holdBack, resolveIssue } from './world.ts';

export async function createComment(
  world: World,
  operation: CreateComment,
  writes: Writer = eachAlone(world),
): Promise<Written> {
  const { issue, key, entry } = operation;
  const release = holdBack(world, entry);
  const target = resolveIssue(world, issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not created' };
  const { number } = target;
  const body = wordsOf(world, operation);
  if (body === undefined) return { outcome: 'not-tried', number, detail: 'its pull request is not open yet' };
  const made = await answered(world, entry, () =>
    operation.isAnswer === true ? writes.answer({ number, key, body }) : writes.share({ number, key, body }),
  );
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
