// Finds comments with commands that nobody has answered, on issues and on pull requests.
import { parseInstant } from '../../../domain/day.ts';
import type { HeardComment } from '../../../domain/hearing.ts';
import { commandLines } from '../../../text/command-lines.ts';
import type { Author } from '../../accounts.ts';
import { present } from '../../present.ts';

/** What is read of a comment to find commands in it. */
export const HEARD_FIELDS = `id databaseId body createdAt lastEditedAt authorAssociation
    author { __typename login } editor { __typename login } reactionGroups { content viewerHasReacted }`;

/** Newest comments that are read for commands with each issue; what is older is read when it may hold one. */
export const RECENT_FIELDS = `recent: comments(last: 50) { pageInfo { hasPreviousPage startCursor } nodes { ${HEARD_FIELDS} } }`;

export interface RawRecentComment {
  readonly id: string;
  readonly databaseId: number | null;
  readonly body: string;
  readonly createdAt: string;
  /** Null: nobody has edited it. An editor whose account is gone has no name, but has edited. */
  readonly lastEditedAt: string | null;
  /** How GitHub says that the author stands to the repository: `MEMBER`, `NONE`. */
  readonly authorAssociation: string;
  readonly author: Author | null;
  readonly editor: Author | null;
  readonly reactionGroups: readonly { readonly content: string; readonly viewerHasReacted: boolean }[] | null;
}

/** Commands of people, in their own words: a bot's, and those that another person edited, are none. */
export function unanswered(comments: readonly (RawRecentComment | null)[] | null): HeardComment[] {
  return present(comments).flatMap((comment) => {
    const { author, editor, lastEditedAt, databaseId, body, authorAssociation: association } = comment;
    if (databaseId === null || author === null || author.__typename !== 'User') return [];
    if (lastEditedAt !== null && editor?.login !== author.login) return [];
    if (isAnswered(comment)) return [];
    const lines = commandLines(body);
    const at = parseInstant(lastEditedAt ?? comment.createdAt);
    return lines.length === 0
      ? []
      : [{ commentId: databaseId, author: author.login, association, at, lines }];
  });
}

export function isAnswered(comment: RawRecentComment): boolean {
  return wasAnswered(comment, 'THUMBS_UP') || wasAnswered(comment, 'CONFUSED');
}

/** Logins, in small letters, of those to whom 😕 said no. */
export function confused(comments: readonly (RawRecentComment | null)[] | null): string[] {
  const all = present(comments).filter((comment) => wasAnswered(comment, 'CONFUSED'));
  return [...new Set(all.flatMap(({ author }) => author?.login.toLowerCase() ?? []))];
}

function wasAnswered({ reactionGroups }: RawRecentComment, by: string): boolean {
  return reactionGroups?.some(({ content, viewerHasReacted }) => viewerHasReacted && content === by) === true;
}
