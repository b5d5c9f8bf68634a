// Characters that a reader of a file can't see, and that could make it say something else than it shows.

// Control characters except tab and line ends, soft hyphen, zero-width spaces, marks and overrides of
// direction, line and paragraph separators, a stray byte order mark, and lone surrogates. The zero-width
// joiner stays allowed: emoji are made with it.
const HIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;

export interface HiddenCharacter {
  readonly offset: number;
  /** `U+202E`. */
  readonly name: string;
}

/** Every hidden character of a text, in order. */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  return [...text.matchAll(HIDDEN)].map(({ 0: character, index }) => ({
    offset: index,
    name: codePointName(character),
  }));
}

/** The text with hidden characters and line ends spelt out, cut to a length that fits a message. */
export function quoted(text: string): string {
  const seen = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  const plain = seen
    .replace(HIDDEN, (character) => `<${codePointName(character)}>`)
    .replaceAll(/\r\n|\n|\r/g, '\\n')
    .replaceAll('\t', '\\t');
  return `"${plain}"`;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
