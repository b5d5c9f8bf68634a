// Reads a pattern as RE2 has it into a tree, or says what is wrong with it.
import { type Cursor, refuse, take, takeMatch, takeRune } from './cursor.ts';
import type { Node, Place } from './node.ts';
import { readClass } from './read-class.ts';
import { readEscape } from './read-escape.ts';
import { readGroupBegin } from './read-group-begin.ts';
import { readEscapedClass } from './read-named-class.ts';
import { readRepeat, withRepeat } from './repeat.ts';
import { runesBetween } from './rune-tests.ts';

/** Throws SyntaxError, in the words of RE2. */
export function readPattern(text: string): Node {
  const cursor = { text, at: 0, flags: { anyCase: false, manyLines: false, dotAll: false } };
  const node = readChoice(cursor, new Set());
  return cursor.at < text.length ? refuse('unexpected )', text) : node;
}

/** Up to the end of the group. */
function readChoice(cursor: Cursor, names: Set<string>): Node {
  const parts: Node[] = [];
  do parts.push(readSequence(cursor, names));
  while (take(cursor, '|'));
  return { kind: 'choice', parts };
}

function readSequence(cursor: Cursor, names: Set<string>): Node {
  const parts: Node[] = [];
  /** Where the repetition begins that was read last. */
  let last: number | undefined;
  while (cursor.at < cursor.text.length && !/[|)]/y.test(cursor.text[cursor.at] ?? '')) {
    const from = cursor.at;
    const repeat = readRepeat(cursor);
    if (repeat === undefined) parts.push(...readParts(cursor, names));
    else parts.push(withRepeat(cursor, { part: parts.pop(), repeat, from, last }));
    last = repeat && from;
  }
  return { kind: 'sequence', parts };
}

const PLACES: Readonly<Record<string, Place>> = {
  [String.raw`\A`]: 'text-begin',
  [String.raw`\z`]: 'text-end',
  [String.raw`\b`]: 'word-edge',
  [String.raw`\B`]: 'no-word-edge',
};

/** One part, none for flags, several for words between \Q and \E. */
function readParts(cursor: Cursor, names: Set<string>): Node[] {
  if (take(cursor, '(')) return readGroup(cursor, names);
  const { manyLines, dotAll } = cursor.flags;
  if (take(cursor, '^')) return [{ kind: 'place', place: manyLines ? 'line-begin' : 'text-begin' }];
  if (take(cursor, '$')) return [{ kind: 'place', place: manyLines ? 'line-end' : 'text-end' }];
  if (take(cursor, '.')) return [{ kind: 'rune', accepts: dotAll ? () => true : (code) => code !== 10 }];
  if (cursor.text[cursor.at] === '[') return [{ kind: 'rune', accepts: readClass(cursor) }];
  return readWords(cursor);
}

function readGroup(cursor: Cursor, names: Set<string>): Node[] {
  const { flags } = cursor;
  if (readGroupBegin(cursor, names) === 'flags') return [];
  const node = readChoice(cursor, names);
  if (!take(cursor, ')')) return refuse('missing closing )', cursor.text);
  cursor.flags = flags;
  return [node];
}

function readWords(cursor: Cursor): Node[] {
  const place = PLACES[takeMatch(cursor, /\\[AzbB]/y)?.[0] ?? ''];
  if (place !== undefined) return [{ kind: 'place', place }];
  if (take(cursor, String.raw`\C`)) return refuse('invalid escape sequence', String.raw`\C`);
  const words = takeMatch(cursor, /\\Q([^]*?)(?:\\E|$)/y)?.[1];
  if (words !== undefined) return Array.from(words, (sign) => rune(cursor, sign.codePointAt(0) ?? 0));
  const accepts = readEscapedClass(cursor);
  if (accepts !== undefined) return [{ kind: 'rune', accepts }];
  const escaped = cursor.text[cursor.at] === '\\';
  return [rune(cursor, escaped ? readEscape(cursor) : (takeRune(cursor) ?? 0))];
}

function rune({ flags }: Cursor, code: number): Node {
  return { kind: 'rune', accepts: runesBetween(code, code, flags) };
}
