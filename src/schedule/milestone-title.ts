// A title for a milestone that was given none.

const CAPITALS = /^(rc\d*|cfp|ci|ga|eol|pr|sig|cncf)$/;

/** `code-freeze` becomes `Code freeze`, `rc1` becomes `RC1`. */
export function milestoneTitle(id: string): string {
  const words = id.split('-').map((word) => (CAPITALS.test(word) ? word.toUpperCase() : word));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
