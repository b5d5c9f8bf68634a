// Cuts a text from outside to a length that a line can bear, without cutting a character in two.

/** At most `most` characters, the last of them `…` when something is left out. To be escaped afterwards. */
export function shorten(text: string, most: number): string {
  // A long text need not be taken apart to its end: four units hold every character.
  const characters = Array.from(text.slice(0, most * 4 + 4));
  if (characters.length <= most && text.length <= most * 4 + 4) return text;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** The same, cut between two words. A single word that is too long is cut in it. */
export function shortenWords(text: string, most: number): string {
  const cut = shorten(text, most);
  if (cut === text) return text;
  const end = cut.slice(0, -1);
  // What was cut right behind a word is whole already.
  if (/^\s/.test(text.slice(end.length))) return cut;
  const words = /^(.*\S)\s+\S+$/su.exec(end)?.[1];
  return words === undefined ? cut : `${words}…`;
}
