// The fact `commands`: comments with commands on our issues that nobody has answered, with what their authors may do.
import type { OwnIssue } from '../../../domain/observed.ts';
import type { CommandComment } from '../../../domain/command-comment.ts';
import { type FactSource, known } from '../fact.ts';
import { NAME_LIST } from '../name-list.ts';
import { rightsReader } from './rights.ts';

declare module '../../../domain/observed.ts' {
  interface Observed {
    /** Comments with commands on our open issues, oldest first. */
    readonly commands: readonly CommandComment[];
  }
}

declare module '../../../domain/questions.ts' {
  interface Questions {
    /** GitHub teams that hold a role, as `acme/api`; asked about when somebody gives a command. */
    readonly commands?: readonly string[] | undefined;
  }
}

export const commands: FactSource<'commands', 'commands'> = {
  question: 'commands',
  facts: ['commands'],
  after: ['ownIssues'],
  ...NAME_LIST,
  read: async ({ github, question, found: { ownIssues } }) => {
    if (!ownIssues.known) return { commands: ownIssues };
    const rights = rightsReader(github, question);
    const all: CommandComment[] = [];
    for (const comment of pendingOn(ownIssues.value)) {
      // oxlint-disable-next-line no-await-in-loop -- few people give commands at once
      all.push({ ...comment, ...(await rights(comment.author)) });
    }
    return { commands: known(all.toSorted((a, b) => a.commentId - b.commentId)) };
  },
};

/**
 * The log knows those that were carried out. They stand on our open issues, or on a closed one below an open one: a
 * task is reopened where it was closed.
 */
function pendingOn(issues: readonly OwnIssue[]): Omit<CommandComment, 'permission' | 'teams'>[] {
  const logged = new Set(
    issues.flatMap((issue) => issue.ledger?.entries.map(({ key }) => key.split('/').at(-1)) ?? []),
  );
  const open = new Set(issues.flatMap(({ state, number }) => (state === 'open' ? [number] : [])));
  const heard = issues.filter(({ number, parent }) => open.has(number) || open.has(parent ?? 0));
  return heard.flatMap((issue) =>
    issue.commands
      .filter(({ commentId }) => !logged.has(String(commentId)))
      .map((comment) => ({ ...comment, issue: issue.key, number: issue.number })),
  );
}
