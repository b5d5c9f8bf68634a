// Characters that people can't see, by Unicode's own properties: one table for every text that comes from outside.

/**
 * Format characters that are seen: signs that stand around or before numbers
 * (Prepended_Concatenation_Mark of Unicode 16, which JavaScript has no name for).
 */
const SEEN = String.raw`\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}`;

/** Control characters and separators of lines and paragraphs; runs of them are one break. */
export const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * Characters that hide or reorder text, or are no more than a filler: formats, tags, marks and overrides of direction,
 * selectors, blank letters. The joiner and the selector within an emoji stay.
 */
export const INVISIBLE = new RegExp(
  String.raw`(?![${SEEN}])(?:` +
    String.raw`(?!\u200d|\ufe0f)[\p{Cf}\p{Default_Ignorable_Code_Point}]` +
    String.raw`|(?<!\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})` +
    String.raw`|(?<![\p{Emoji}])\ufe0f)`,
  'gu',
);

/** Those of {@link INVISIBLE} that no text is written with: joiners and selectors belong to emoji and some scripts. */
export const HIDING = new RegExp(String.raw`(?![\u200c\u200d\ufe00-\ufe0f])(?:${INVISIBLE.source})`, 'gu');

/** Halves of characters, which no text should hold. */
export const HALVES = /\p{Cs}/gu;
