// The versions of a text on GitHub: what it was after each edit, and which edits our accounts made.
import { parseInstant } from '../../domain/day.ts';
import { type Author, loginOf } from '../accounts.ts';
import type { EditedText } from '../../body/rescue.ts';
import { present } from '../present.ts';

/** Edits to look back through; those before our own read hardly matter. */
const MOST = 20;

/** Edits that tell what is new since a read: mostly our own write alone. Each of them is a whole text. */
const NEWEST = 3;

export const EDITS = editsOf(MOST);

/** The same, only the newest, for `joinEdits`. */
export const NEWEST_EDITS = editsOf(NEWEST);

function editsOf(most: number): string {
  return `userContentEdits(first: ${most}) { nodes { diff editedAt editor { __typename login } } }`;
}

interface RawEdit {
  readonly diff: string | null;
  readonly editedAt: string;
  readonly editor: Author | null;
}

/** A text that has `EDITS`, as GraphQL answers it. */
export interface RawText {
  readonly body: string;
  readonly userContentEdits: { readonly nodes: readonly (RawEdit | null)[] | null } | null;
}

/**
 * What `EDITS` would have told where `NEWEST_EDITS` were read after `former`: undefined where the newest don't reach
 * back to it, or where the text has changed its past.
 */
export function joinEdits(newest: RawText, former: RawText): RawText | undefined {
  const nodes = newest.userContentEdits?.nodes ?? [];
  if (nodes.length < NEWEST) return newest;
  const edits = present(nodes);
  const before = present(former.userContentEdits?.nodes);
  const fits = (count: number): boolean =>
    edits.slice(count).every((edit, index) => sameEdit(edit, before[index]));
  const [count, other] = edits.map((_, index) => index).filter(fits);
  if (count === undefined || other !== undefined) return undefined;
  return {
    ...newest,
    userContentEdits: { nodes: [...edits.slice(0, count), ...before].slice(0, MOST) },
  };
}

function sameEdit(a: RawEdit, b: RawEdit | undefined): boolean {
  return (
    b !== undefined &&
    a.diff === b.diff &&
    a.editedAt === b.editedAt &&
    loginOf(a.editor) === loginOf(b.editor)
  );
}

/** No run takes longer between its read and its write; in milliseconds. */
const LONGEST_RUN = 60 * 60 * 1000;

/** GitHub calls them `diff`, but they are whole texts. */
export function editedText({ body, userContentEdits }: RawText, accounts: readonly string[]): EditedText {
  const edits = present(userContentEdits?.nodes);
  const times = edits.map((edit) => parseInstant(edit.editedAt) ?? 0);
  const newest = times[0] ?? 0;
  return {
    body,
    history: edits.map((edit) => edit.diff ?? ''),
    byUs: edits.map((edit) => accounts.includes(loginOf(edit.editor) ?? '')),
    recent: times.map((at) => newest - at <= LONGEST_RUN),
  };
}
