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
