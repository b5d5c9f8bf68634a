// Comments as GraphQL gives them, and which of them are ours.
import { type Author, loginOf } from '../../accounts.ts';

export interface RawComment {
  readonly databaseId: number | null;
  readonly body: string;
  readonly author: Author | null;
}

export function isOwn(comment: RawComment, accounts: readonly string[]): boolean {
  return accounts.includes(loginOf(comment.author) ?? '');
}
