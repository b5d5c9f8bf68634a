// Names and titles from outside, cut to a length that a line bears and made harmless.
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';

/** Longest list of names in a line; the rest is counted. */
export const MOST_LISTED = 10;
const LONGEST_NAME = 120;

export function enumerated(words: readonly string[]): string {
  const more = words.length > MOST_LISTED ? [`and ${words.length - MOST_LISTED} more`] : [];
  return [...words.slice(0, MOST_LISTED), ...more].join(', ');
}

export function quotedTitle(text: string): string {
  return escapeMarkdown(shorten(text, LONGEST_NAME));
}

export function quotedCode(text: string): string {
  return codeSpan(shorten(text, LONGEST_NAME));
}
