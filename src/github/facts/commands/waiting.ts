// The comments with commands that wait for an answer on our issues, and those of people who were told before that they may give none.
import type { HeardComment, Hearing } from '../../../domain/hearing.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { isStranger } from './in-turn.ts';
import { waitsForClose } from '../../../memory/close-question.ts';
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

/** Our open issues, closed ones below an open one, where a task is reopened, and closed ones that ask something. */
export function threadsOf(issues: readonly OwnIssue[]): Thread[] {
  const open = new Set(issues.flatMap(({ state, number }) => (state === 'open' ? [number] : [])));
  return issues
    .filter((issue) => open.has(issue.number) || open.has(issue.parent ?? 0) || waitsForClose(issue))
    .map(({ number, commands, heard = UNHEARD }) => ({ number, hearing: { ...heard, commands } }));
}

const UNHEARD: Omit<Hearing, 'commands'> = { confused: [] };

/** The logs know those that were carried out, and the strangers who were refused. `named` as in whose turn it is. */
export function waitingOn(
  issues: readonly OwnIssue[],
  threads: readonly Thread[],
  named: ReadonlySet<string>,
): Waiting {
  const { ids, strangers } = loggedOn(issues);
  const all = threads.flatMap(({ number, hearing }) => {
    const issue = issues.find((one) => one.number === number)?.key ?? '';
    const silenced = (comment: HeardComment): boolean => {
      const login = comment.author.toLowerCase();
      return hearing.confused.includes(login) && strangers.has(login) && isStranger(comment, named);
    };
    return hearing.commands
      .filter(({ commentId }) => !ids.has(String(commentId)))
      .map((comment) => ({ comment: { ...comment, issue, number }, silent: silenced(comment) }));
  });
  return {
    comments: all.flatMap(({ comment, silent }) => (silent ? [] : [comment])),
    silent: all.filter(({ silent }) => silent).length,
  };
}

/** Log lines about comments: `v1.18.0/command/1234`, `v1.18.0/stranger/frank/1234`. Other lines may end in a number, too. */
const ABOUT_COMMENT = /^[^/]+\/(?:command|refused\/[^/]+|stranger\/([^/]+))\/(\d+)$/;

function loggedOn(issues: readonly OwnIssue[]) {
  const found = issues.flatMap(({ ledger }) =>
    (ledger?.entries ?? []).flatMap(({ key }) => {
      const [, stranger, id] = ABOUT_COMMENT.exec(key) ?? [];
      return id === undefined ? [] : [{ stranger: stranger?.toLowerCase(), id }];
    }),
  );
  return {
    ids: new Set(found.map(({ id }) => id)),
    strangers: new Set(found.flatMap(({ stranger }) => stranger ?? [])),
  };
}
