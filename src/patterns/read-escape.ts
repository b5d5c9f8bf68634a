// Reads one code point that stands behind a backslash.
import { type Cursor, refuse, takeMatch, takeRune, textFrom } from './cursor.ts';

const NAMED: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
const LAST_RUNE = 0x10_ff_ff;

/** The cursor stands before the backslash. */
export function readEscape(cursor: Cursor): number {
  const from = cursor.at;
  cursor.at += 1;
  if (cursor.at >= cursor.text.length) return refuse('trailing backslash at end of expression');
  const octal = takeMatch(cursor, /0[0-7]{0,2}|[1-7][0-7]{1,2}/y);
  if (octal !== undefined) return Number.parseInt(octal[0], 8);
  const hex = takeMatch(cursor, /x(?:([\da-f]{2})|\{([\da-f]+)\})/iy);
  const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16);
  if (code <= LAST_RUNE) return code;
  if (hex !== undefined) return refuse('invalid escape sequence', textFrom(cursor, from));
  const rune = takeRune(cursor) ?? 0;
  const sign = String.fromCodePoint(rune);
  const named = NAMED[sign];
  if (named !== undefined) return named;
  if (rune < 128 && !/[\da-z]/i.test(sign)) return rune;
  return refuse('invalid escape sequence', textFrom(cursor, from));
}
