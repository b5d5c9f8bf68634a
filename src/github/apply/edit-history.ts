// The versions of a text on GitHub: what it was after each edit, and which edits our accounts made.
import { parseInstant } from '../../domain/day.ts';
import { type Author, loginOf } from '../accounts.ts';
import type { EditedText } from '../../body/rescue.ts';
import { present } from '../present.ts';

/** Edits to look back through; those before our own read hardly matter. */
export const EDITS = 'userContentEdits(first: 20) { nodes { diff editedAt editor { __typename login } } }';

/** A text that has `EDITS`, as GraphQL answers it. */
export interface RawText {
  readonly body: string;
  readonly userContentEdits: {
    readonly nodes:
      | readonly ({
          readonly diff: string | null;
          readonly editedAt: string;
          readonly editor: Author | null;
        } | null)[]
      | null;
  } | null;
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
