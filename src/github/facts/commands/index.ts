// The fact `commands`: comments with commands on our issues that nobody has answered, with what their authors may do.
import type { CommandComment } from '../../../domain/command-comment.ts';
import { type FactSource, known } from '../fact.ts';
import { NAME_LIST } from '../name-list.ts';
import { inTurn } from './in-turn.ts';
import { readBack } from './read-back.ts';
import { unheardWords } from './render-unheard.ts';
import { type RightsReader, rightsReader, strangerWith } from './rights.ts';
import { type WaitingComment, threadsOf, waitingOn } from './waiting.ts';

declare module '../../../domain/observed.ts' {
  interface Observed {
    /** Comments with commands on our open issues, oldest first. */
    readonly commands: readonly CommandComment[];
  }
}

declare module '../../../domain/questions.ts' {
  interface Questions {
    /**
     * GitHub teams that hold a role, as `acme/api`, which are asked about when somebody gives a command; and logins of
     * people whom the config names, who are heard first.
     */
    readonly commands?: readonly string[] | undefined;
  }
}

/** Each costs a request, and one for each team that holds a role. */
const TURNS = { people: 15, strangers: 5 };

export const commands: FactSource<'commands', 'commands'> = {
  question: 'commands',
  facts: ['commands'],
  after: ['ownIssues', 'unheard'],
  ...NAME_LIST,
  count: (names) => names.filter((name) => name.includes('/')).length,
  read: async ({ github, question, setting, found: { ownIssues, unheard } }) => {
    if (!ownIssues.known) return { commands: ownIssues };
    const named = new Set(question.filter((name) => !name.includes('/')).map((login) => login.toLowerCase()));
    const threads = await readBack(github, threadsOf(ownIssues.value), setting.accounts);
    const { comments, silent } = waitingOn(ownIssues.value, threads, named);
    const { asked, left } = inTurn(comments, named, TURNS);
    const heard = comments.filter(({ author }) => asked.has(author));
    const unread = threads.filter(({ hearing: { before } }) => before !== undefined);
    const beyond = unread.flatMap(({ number, why }) => (why === undefined ? [number] : []));
    const teams = question.filter((name) => name.includes('/'));
    return {
      commands: known(await withRights(heard, named, rightsReader(github, teams))),
      unheard: known([
        ...(unheard.known ? unheard.value : []),
        ...(left.length === 0 ? [] : [unheardWords.waiting(left.length)]),
        ...(silent === 0 ? [] : [unheardWords.silent(silent)]),
        ...(beyond.length === 0 ? [] : [unheardWords.unread(beyond)]),
        ...unread.flatMap(({ number, why }) =>
          why === undefined ? [] : [unheardWords.unread([number], why)],
        ),
      ]),
    };
  },
};

async function withRights(
  comments: readonly WaitingComment[],
  named: ReadonlySet<string>,
  rights: RightsReader,
): Promise<CommandComment[]> {
  const all: CommandComment[] = [];
  for (const comment of comments) {
    const { association: _, ...given } = comment;
    // oxlint-disable-next-line no-await-in-loop -- few people give commands at once
    const may = await rights(comment.author);
    all.push({ ...given, ...may, ...strangerWith(comment, named, may) });
  }
  return all.toSorted((a, b) => a.commentId - b.commentId);
}
