// What a text said when one of our accounts wrote it last: only that counts, whoever edited it since (P14).
import { parseInstant } from '../domain/day.ts';
import { type Author, loginOf } from './accounts.ts';

/** Who edited a text last; both are null while nobody did. */
export interface LastEdit {
  readonly lastEditedAt: string | null;
  readonly editor: Author | null;
}

/** One version of a text. GitHub calls the whole text `diff`; it is null where somebody deleted that version. */
export interface RawEdit {
  readonly diff: string | null;
  readonly editedAt: string;
  readonly deletedAt: string | null;
  readonly editor: Author | null;
}

export const EDIT_FIELDS = 'nodes { diff editedAt deletedAt editor { __typename login } }';

/** A version that somebody else wrote. */
export interface LaterText {
  readonly by?: string | undefined;
  /** Absent: somebody deleted this version. */
  readonly text?: string | undefined;
}

export type OwnText =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Who edited it after us; absent when nobody did, or when GitHub no longer knows. */
      readonly by?: string | undefined;
      /** What it was after each edit since then, newest first. */
      readonly since: readonly LaterText[];
    }
  /** Nobody knows any more what we wrote. */
  | { readonly kind: 'gone'; readonly by?: string | undefined };

/** Whether somebody else edited it last; an account that is gone is nobody of ours. */
export function isForeign({ lastEditedAt, editor }: LastEdit, accounts: readonly string[]): boolean {
  return lastEditedAt !== null && !accounts.includes(loginOf(editor) ?? '');
}

/** `edits` are newest first; undefined when none of these is ours, and older ones may be. */
export function ownTextIn(edits: readonly RawEdit[], accounts: readonly string[]): OwnText | undefined {
  const isOurs = ({ editor }: RawEdit): boolean => accounts.includes(loginOf(editor) ?? '');
  const ours = edits.find(isOurs);
  if (ours === undefined) return undefined;
  const by = edits[0] === ours ? undefined : loginOf(edits[0]?.editor);
  const { diff, deletedAt } = ours;
  // None of our texts is empty: an empty version is one that is not there any more.
  if (diff === null || diff === '' || deletedAt !== null) return { kind: 'gone', by };
  const since = edits.slice(0, edits.indexOf(ours)).map(laterText);
  return { kind: 'text', text: diff, by, since };
}

function laterText({ diff, deletedAt, editor }: RawEdit): LaterText {
  return { by: loginOf(editor), text: deletedAt === null ? (diff ?? undefined) : undefined };
}

/** The times of an edit and of its text may differ by a moment, in milliseconds. */
const SLACK = 2000;

/** Whether a history does not know of an edit yet that was seen: it comes from a replica that lags behind. */
export function lags(edits: readonly RawEdit[], seen: string): boolean {
  const newest = parseInstant(edits[0]?.editedAt ?? '') ?? 0;
  return newest + SLACK < (parseInstant(seen) ?? 0);
}
