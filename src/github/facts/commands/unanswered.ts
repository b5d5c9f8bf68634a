// Finds comments with commands that nobody has answered, on issues and on pull requests.
import type { CommandComment } from '../../../domain/command-comment.ts';
import { commandLines } from '../../../text/command-lines.ts';
import type { Author } from '../../accounts.ts';
import { present } from '../../present.ts';

/** Newest comments that are read for commands on each issue. */
export const RECENT_FIELDS = `recent: comments(last: 50) { nodes {
    id databaseId body lastEditedAt author { __typename login } editor { __typename login }
    reactionGroups { content viewerHasReacted }
  } }`;

export interface RawRecentComment {
  readonly id: string;
  readonly lastEditedAt: string | null;
  readonly databaseId: number | null;
  readonly body: string;
  readonly author: Author | null;
  readonly editor: Author | null;
  readonly reactionGroups: readonly { readonly content: string; readonly viewerHasReacted: boolean }[] | null;
}

const ANSWERS: readonly string[] = ['THUMBS_UP', 'CONFUSED'];

/** A comment with commands, before anybody asked what its author may do. */
export type UnansweredComment = Pick<CommandComment, 'commentId' | 'author' | 'lines'>;

/** Commands of people, in their own words: a bot's, and those that another person edited, are none. */
export function unanswered(comments: readonly (RawRecentComment | null)[] | null): UnansweredComment[] {
  return present(comments).flatMap((comment) => {
    const { author, editor, databaseId, body, reactionGroups } = comment;
    if (databaseId === null || author === null || author.__typename !== 'User') return [];
    if (editor !== null && editor.login !== author.login) return [];
    if (
      reactionGroups?.some(({ content, viewerHasReacted }) => viewerHasReacted && ANSWERS.includes(content))
    )
      return [];
    const lines = commandLines(body);
    return lines.length === 0 ? [] : [{ commentId: databaseId, author: author.login, lines }];
  });
}
