// Finds the comment that is to be answered with 👀 at once: the run that carries it out may have to wait for another.
import type { CommandBook } from '../commands/book.ts';
import { parseCommand } from '../commands/parse.ts';
import { COMMANDS } from '../duties/index.ts';
import type { RepositoryName } from '../github/client.ts';
import { commandLines } from '../text/command-lines.ts';
import { readMarker } from '../text/marker.ts';
import { COMMAND_EVENT, type WebhookEvent } from './hint.ts';

/** A comment with a command. */
export interface Heard extends RepositoryName {
  readonly installation: number;
  readonly commentId: number;
  /** Number of the issue. */
  readonly issue: number;
  readonly author: string;
  /** What the author is to the repository, by GitHub's word: `MEMBER`, `NONE` and so on. */
  readonly association: string;
}

/**
 * GitHub's marks for people who have nothing to do with the repository: any number of them may write, and 👀 use up what
 * GitHub allows. Who has a role all the same misses the 👀 and nothing else.
 */
const OUTSIDE: ReadonlySet<string> = new Set(['NONE', 'FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR', 'MANNEQUIN']);

/**
 * The comment to answer with 👀, or undefined: a person has just written a command that can be read on an open issue
 * of ours. `accounts` are ours. Whether the person has the right to it is for the run to ask.
 */
export function heardCommand(
  { name, payload }: WebhookEvent,
  accounts: readonly string[],
  book: CommandBook = COMMANDS,
): Heard | undefined {
  const { action, comment, issue, installation, repository } = payload;
  if (name !== COMMAND_EVENT || action !== 'created' || installation === undefined) return undefined;
  if (comment?.id === undefined || comment.user?.type !== 'User') return undefined;
  if (OUTSIDE.has(comment.author_association ?? '')) return undefined;
  if (issue?.state !== 'open' || !accounts.includes(issue.user?.login ?? '')) return undefined;
  if (readMarker(issue.body ?? '') === undefined || repository?.owner.login === undefined) return undefined;
  const heard = commandLines(comment.body ?? '').some((line) => parseCommand(line, book).kind === 'command');
  if (!heard) return undefined;
  return {
    installation: installation.id,
    owner: repository.owner.login,
    repo: repository.name,
    commentId: comment.id,
    issue: issue.number ?? 0,
    author: comment.user.login,
    association: comment.author_association ?? 'NONE',
  };
}
