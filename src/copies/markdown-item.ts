// An item of a list that says a title and a date: `- **Code freeze:** 3 Nov 2026`.
import type { Candidate } from './candidate.ts';
import { HAS_DAY } from './day-patterns.ts';
import type { Around } from './markdown-table.ts';

/** More is prose. */
const LONGEST = 300;

/** What stands between a title and its date. */
const BETWEEN = /[:|]|\s[\u2014\u2013-]\s|\s{2,}/;

export function itemCandidate(text: string, at: number, { scopes, group }: Around): Candidate | undefined {
  if (text.length > LONGEST || !HAS_DAY.test(text) || text.includes('~~')) return undefined;
  // Prose in a list has sentences, an item none.
  if (/[.!?]\s+\S/.test(text.replaceAll(/\b(?:e\.g|[A-Z][a-z]{2,3})\.\s/g, ' '))) return undefined;
  const parts = text
    .replaceAll(/\*\*|__|[`*]/g, '')
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { titles: parts, mayBeBare: false, scopes: [text, ...scopes], at, text, group };
}
