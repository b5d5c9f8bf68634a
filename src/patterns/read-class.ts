// Reads a class in brackets.
import { type Cursor, refuse, take, takeRune, textFrom } from './cursor.ts';
import type { RuneTest } from './node.ts';
import { readEscape } from './read-escape.ts';
import { readEscapedClass, readPosixClass } from './read-named-class.ts';
import { anyOf, negated, runesBetween } from './rune-tests.ts';

/** The cursor stands before the bracket. */
export function readClass(cursor: Cursor): RuneTest {
  const from = cursor.at;
  take(cursor, '[');
  const not = take(cursor, '^');
  const tests: RuneTest[] = [];
  // A bracket that comes first closes nothing.
  while (tests.length === 0 || !take(cursor, ']'))
    tests.push(readPosixClass(cursor) ?? readEscapedClass(cursor) ?? readRange(cursor, from));
  const all = anyOf(tests);
  return not ? negated(all) : all;
}

function readRange(cursor: Cursor, whole: number): RuneTest {
  const from = cursor.at;
  const first = readOne(cursor, whole);
  const isRange = cursor.text.startsWith('-', cursor.at) && cursor.text[cursor.at + 1] !== ']';
  if (isRange) cursor.at += 1;
  const last = isRange ? readOne(cursor, whole) : first;
  if (last < first) return refuse('invalid character class range', textFrom(cursor, from));
  return runesBetween(first, last, cursor.flags);
}

function readOne(cursor: Cursor, whole: number): number {
  if (cursor.text[cursor.at] === '\\') return readEscape(cursor);
  return takeRune(cursor) ?? refuse('missing closing ]', cursor.text.slice(whole));
}
