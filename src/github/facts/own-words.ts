// Our comments as one of our accounts wrote them last, and what became of them since.
import type { EditedComment } from '../../domain/edited-comment.ts';
import { sameMemory } from '../../memory/same-memory.ts';
import { readMarker } from '../../text/marker.ts';
import { type Author, loginOf } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { type LastEdit, type OwnText, isForeign } from '../own-text.ts';
import { type ForeignText, readOwnTexts } from '../read-own-texts.ts';

/** By node id: texts of ours that somebody else edited last. */
export type OwnWords = ReadonlyMap<string, OwnText>;

export interface RawComment extends LastEdit {
  readonly id: string;
  readonly databaseId: number | null;
  readonly body: string;
  readonly author: Author | null;
}

/** What has to be known of a comment to know whose words it holds. */
export const COMMENT_FIELDS =
  'id databaseId body lastEditedAt author { __typename login } editor { __typename login }';

export function isOwn({ author }: Pick<RawComment, 'author'>, accounts: readonly string[]): boolean {
  return accounts.includes(loginOf(author) ?? '');
}

/** Those of our comments that somebody else edited last, to be asked for; each once. */
export function foreignComments(comments: readonly RawComment[], accounts: readonly string[]): ForeignText[] {
  const foreign = comments.filter((one) => isOwn(one, accounts) && isForeign(one, accounts));
  const texts = new Map(foreign.map(({ id, lastEditedAt }) => [id, { id, editedAt: lastEditedAt ?? '' }]));
  return [...texts.values()];
}

/** Nothing is asked while nobody edited anything. */
export async function readOwnWords(
  github: GitHub,
  texts: readonly ForeignText[],
  accounts: readonly string[],
): Promise<OwnWords> {
  return texts.length === 0 ? new Map() : await readOwnTexts(github, texts, accounts);
}

/** Our own comments with our own words; those whose words nobody knows any more are not among them. */
export function asWeWrote<T extends RawComment>(
  comments: readonly T[],
  words: OwnWords,
  accounts: readonly string[],
): T[] {
  return comments
    .filter((comment) => isOwn(comment, accounts))
    .flatMap((comment) => {
      const own = words.get(comment.id);
      if (own === undefined) return [comment];
      return own.kind === 'gone' ? [] : [{ ...comment, body: own.text }];
    });
}

/** Comments of ours that say something else than we wrote, each once. */
export function editedComments(comments: readonly RawComment[], words: OwnWords): EditedComment[] {
  const found = comments.flatMap((comment): EditedComment[] => {
    const { id, databaseId, body, lastEditedAt } = comment;
    const own = words.get(id);
    if (own?.kind !== 'text' || databaseId === null) return [];
    const key = readMarker(own.text);
    if (key === undefined || sameMemory(own.text, body)) return [];
    return [{ commentId: databaseId, nodeId: id, key, by: own.by, editedAt: lastEditedAt ?? '' }];
  });
  return found.filter(({ nodeId }, index) => found.findIndex((one) => one.nodeId === nodeId) === index);
}

/** Ids of comments of ours of which nobody knows any more what we wrote. */
export function goneComments(comments: readonly RawComment[], words: OwnWords): number[] {
  const gone = comments.filter(({ id }) => words.get(id)?.kind === 'gone');
  return [...new Set(gone.map(({ databaseId }) => databaseId ?? 0))];
}

/** Said where nobody knows any more what comments of ours said. */
export function whyUnsure(gone: readonly number[]): string {
  const names = gone.map((id) => `issuecomment-${id}`).join(', ');
  return `somebody edited a comment of relcomms, and its edit history no longer shows what relcomms wrote: delete ${names}, and relcomms continues without it`;
}
