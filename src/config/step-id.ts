// The name of a step that has none of its own: its words, without what is only their dress.
import { createHash } from 'node:crypto';

/** Longest name that is all words, in UTF-16 units: it stands in every line and in the log. */
const LONGEST = 40;

/** The address of a link; its words say what is to be done. */
const ADDRESS = /\]\(<?[^\s)>]{0,2000}>?\)/g;

/**
 * `draft-the-post` for `Draft the *post*.` From the words alone, so that no order, no other step, and no value of a
 * variable changes it.
 */
export function stepId(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(ADDRESS, ']')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const name = words?.join('-') ?? text;
  if (words !== null && name.length <= LONGEST) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const begin =
    words === null
      ? 'step'
      : Array.from(name)
          .slice(0, LONGEST - 10)
          .join('');
  return `${begin}-${hash}`;
}
