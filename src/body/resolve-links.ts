// Puts the numbers of other issues into a body, as far as those issues are open by now.
import type { BodyDocument, ChecklistItem } from '../domain/issue-body.ts';
import { tokensIn, withNumbers } from './issue-token.ts';

/** The document with ` · #12` behind every item whose issue has a number, and with the numbers in its blocks. */
export function resolveLinks(
  document: BodyDocument,
  numberOf: (key: string) => number | undefined,
): BodyDocument {
  return {
    ...document,
    parts: document.parts.map((part) =>
      part.kind === 'block'
        ? { ...part, text: withNumbers(part.text, numberOf) }
        : {
            ...part,
            groups: part.groups.map((group) => ({
              ...group,
              items: group.items.map((item) => resolved(item, numberOf)),
            })),
          },
    ),
  };
}

/** Keys of the issues that items and blocks link to. */
export function linkedKeys(document: BodyDocument): string[] {
  const keys = document.parts.flatMap((part) =>
    part.kind === 'block'
      ? tokensIn(part.text)
      : part.groups.flatMap((group) => group.items.flatMap((item) => item.link ?? [])),
  );
  return [...new Set(keys)];
}

function resolved(
  { link, ...item }: ChecklistItem,
  numberOf: (key: string) => number | undefined,
): ChecklistItem {
  const number = link === undefined ? undefined : numberOf(link);
  return number === undefined ? item : { ...item, text: `${item.text} · #${number}` };
}
