// Keeps the spaces at the ends of a text, so that what was made of it stays apart from its neighbors.

/** `clean` is what became of `raw`; a text of which nothing is left is a space. */
export function spaced(raw: string, clean: string): string {
  if (clean === '') return raw === '' ? '' : ' ';
  return `${/^\s/.test(raw) ? ' ' : ''}${clean}${/\s$/.test(raw) ? ' ' : ''}`;
}
