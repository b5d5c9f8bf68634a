// The words of a title, so that two ways to write the same thing are equal.

/** Longer ones are sentences. */
const LONGEST = 200;

const LEADING = new Set(['begin', 'begins', 'beginning', 'start', 'starts', 'of', 'the', 'our']);
const TRAILING = new Set([
  'begin',
  'begins',
  'start',
  'starts',
  'eod',
  'eob',
  'aoe',
  'utc',
  'pst',
  'pdt',
  'est',
  'edt',
]);

/** A title in small letters without marks, links and what is in brackets; empty where nothing is left. */
export function plainWords(title: string): string {
  if (title.length > LONGEST || /^\s*~~[^~]*~~\s*$/.test(title)) return '';
  return title
    .replaceAll(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])?/g, ' $1 ')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/** The same without words that only say that something begins; nothing is left of those alone. */
export function coreWords(words: string): string {
  const all = words.split(' ');
  while (all.length > 0 && LEADING.has(all[0] ?? '')) all.shift();
  while (all.length > 0 && TRAILING.has(all.at(-1) ?? '')) all.pop();
  return all.join(' ');
}
