// What in a cell is no date of its own: addresses, comments, what is struck out, and what is told of the past.
import type { Written } from './written-range.ts';

const HIDDEN = /<!--.*?-->|~~[^~]*~~|\bhttps?:\/\/[^\s)>|]+|\]\([^()]*\)|\]\[[^[\]]*\]/g;

/** The text with blanks in their place, so that all else stays where it is. */
export function masked(text: string): string {
  return text.replaceAll(HIDDEN, (hidden) => ' '.repeat(hidden.length));
}

const HISTORY =
  /\b(?:was|were|originally|previously|formerly|instead of|no longer|(?:moved|slipped|postponed|delayed|changed|pushed|brought)(?: back| forward)? from|e\.g\.|for example|such as)\b[^;|()]{0,40}$/i;

/** Without dates that the words in front of them call former ones or examples. */
export function withoutHistory(text: string, all: readonly Written[]): Written[] {
  return all.filter(({ first, last }) => {
    const start = Math.min(first.start, last?.start ?? first.start);
    return !HISTORY.test(text.slice(Math.max(0, start - 80), start));
  });
}
