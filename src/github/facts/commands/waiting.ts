// The comments with commands that wait for an answer on our issues, and those of people who were told before that they may give none.
import type { HeardComment, Hearing } from '../../../domain/hearing.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { isStranger } from './in-turn.ts';
import type { Thread } from './read-back.ts';

export interface WaitingComment extends HeardComment {
  /** Key and number of the issue. */
  readonly issue: string;
  readonly number: number;
}

export interface Waiting {
  readonly comments: readonly WaitingComment[];
  /** Comments that get no answer any more. */
  readonly silent: number;
}

/** Our open issues, and closed ones below an open one: a task is reopened where it was closed. */
export function threadsOf(issues: readonly OwnIssue[]): Thread[] {
  const open = new Set(issues.flatMap(({ state, number }) => (state === 'open' ? [number] : [])));
  return issues
    .filter(({ number, parent }) => open.has(number) || open.has(parent ?? 0))
    .map(({ number, commands, heard = UNHEARD }) => ({ number, hearing: { ...heard, commands } }));
}

const UNHEARD: Omit<Hearing, 'commands'> = { confused: [] };

/** The logs know those that were carried out, and the strangers who were refused. `named` as in whose turn it is. */
export function waitingOn(
  issues: readonly OwnIssue[],
  threads: readonly Thread[],
  named: ReadonlySet<string>,
): Waiting {
  const keys = issues.flatMap((issue) => issue.ledger?.entries.map(({ key }) => key.split('/')) ?? []);
  const logged = new Set(keys.map((parts) => parts.at(-1)));
  const refused = new Set(
    keys.flatMap((parts) => (parts.at(-3) === STRANGER ? [parts.at(-2)?.toLowerCase()] : [])),
  );
  const all = threads.flatMap(({ number, hearing }) => {
    const issue = issues.find((one) => one.number === number)?.key ?? '';
    const silenced = (comment: HeardComment): boolean => {
      const login = comment.author.toLowerCase();
      return hearing.confused.includes(login) && refused.has(login) && isStranger(comment, named);
    };
    return hearing.commands
      .filter(({ commentId }) => !logged.has(String(commentId)))
      .map((comment) => ({ comment: { ...comment, issue, number }, silent: silenced(comment) }));
  });
  return {
    comments: all.flatMap(({ comment, silent }) => (silent ? [] : [comment])),
    silent: all.filter(({ silent }) => silent).length,
  };
}

/** In keys of log lines, before the login: `v1.18.0/stranger/frank/1234`. */
const STRANGER = 'stranger';
