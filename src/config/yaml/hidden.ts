// Characters that a reader of a file can't see, and that could make it say something else than it shows.
import { HIDING } from '../../domain/code-points.ts';

/**
 * Control characters but tab, line ends and NEL, what hides or reorders text, separators of lines and paragraphs, and
 * lone surrogates. Joiners and selectors stay allowed: emoji and some scripts are written with them.
 */
const HIDDEN = new RegExp(String.raw`(?![\t\n\r\u0085])[\p{Cc}\p{Zl}\p{Zp}]|\p{Cs}|${HIDING.source}`, 'gu');

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
