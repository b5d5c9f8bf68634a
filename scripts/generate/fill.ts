// Puts generated text between two markers of a page that people write.

/**
 * The page with the text between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`, an empty line around it.
 * Throws when a marker is missing.
 */
export function fill(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const [from, until] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`the page has no place for ${name}`);
  return `${page.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${page.slice(until)}`;
}
