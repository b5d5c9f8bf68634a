// Reads from the edit history what texts of ours said before somebody else edited them.
import type { GitHub } from './client.ts';
import { EDIT_FIELDS, type OwnText, type RawEdit, lags, ownTextIn } from './own-text.ts';
import { present } from './present.ts';

/** A text that somebody else edited last. */
export interface ForeignText {
  /** GraphQL node id of an issue or a comment. */
  readonly id: string;
  /** When that was, by GitHub's time. */
  readonly editedAt: string;
  /** Newest versions among which ours stands, where that is known. */
  readonly depth?: number | undefined;
}

/** Versions that are read first, and then; GitHub gives no more at once. */
const FEW = 5;
const MOST = 100;

/** Texts that one query asks for. */
const TEXTS = 50;

/** By node id. One request for fifty texts, one more for those that were edited often. Throws where a replica lags. */
export async function readOwnTexts(
  github: GitHub,
  texts: readonly ForeignText[],
  accounts: readonly string[],
): Promise<ReadonlyMap<string, OwnText>> {
  const found = new Map<string, OwnText>();
  for (let at = 0; at < texts.length; at += TEXTS) {
    const some = texts.slice(at, at + TEXTS);
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const rest = await look(github, some, accounts, (text) => text.depth ?? FEW, found);
    // oxlint-disable-next-line no-await-in-loop -- hardly ever
    const lost = rest.length === 0 ? [] : await look(github, rest, accounts, () => MOST, found);
    for (const { id } of lost) found.set(id, { kind: 'gone' });
  }
  return found;
}

/** Those of which none of the versions that were read is ours. */
async function look(
  github: GitHub,
  texts: readonly ForeignText[],
  accounts: readonly string[],
  depth: (text: ForeignText) => number,
  found: Map<string, OwnText>,
): Promise<ForeignText[]> {
  const parts = texts.map((text, index) => {
    const edits = `userContentEdits(first: ${depth(text)}) { ${EDIT_FIELDS} }`;
    return `t${index}: node(id: $id${index}) { ... on IssueComment { ${edits} } ... on Issue { ${edits} } }`;
  });
  const declared = texts.map((_, index) => `$id${index}: ID!`).join(', ');
  const variables = Object.fromEntries(texts.map(({ id }, index) => [`id${index}`, id]));
  const answer = (await github.graphql(
    `query RelcommsOwnTexts(${declared}) {\n  ${parts.join('\n  ')}\n}`,
    variables,
  )) as Record<string, RawHistory | null>;
  return texts.filter(({ id, editedAt }, index) => {
    const edits = present(answer[`t${index}`]?.userContentEdits?.nodes);
    // A version that somebody deleted leaves its place in the history: one without any is one that is not there yet.
    if (lags(edits, editedAt)) throw new Error('GitHub does not show the history of an edited text yet');
    const text = ownTextIn(edits, accounts);
    if (text !== undefined) found.set(id, text);
    return text === undefined;
  });
}

interface RawHistory {
  readonly userContentEdits: { readonly nodes: readonly (RawEdit | null)[] | null } | null;
}
