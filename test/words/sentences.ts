// The sentences of texts for users, with their words counted: code and what a template inserts are one word.
import type { Text } from './literals.ts';

/** Where a sentence ends: its stop, a cell of a table, an item of a list, a tag, or what stands for it. */
const END = /[.!?:](?:["')*_]*)(?=\s|$)|\s\|\s|^\s*(?:[-*#>|]+|\d+\.)\s|<[^>]*>|\n/m;

/** What people read as a word. */
const WORD = /[A-Za-z]|``|\{\}/;

export interface Sentence {
  readonly place: string;
  readonly words: number;
  readonly text: string;
}

/** Programs in other languages, which the sources hold as text: nobody reads them as sentences. */
const isProgram = (text: string): boolean => text.includes('redis.call(');

export function sentencesOf(texts: readonly Text[]): Sentence[] {
  return texts
    .filter(({ text }) => !isProgram(text))
    .flatMap(({ place, text }) =>
      text.split(END).map((sentence) => ({
        place,
        words: sentence.split(/\s+/).filter((word) => WORD.test(word)).length,
        text: sentence.trim(),
      })),
    );
}
