// Reads classes that have a name: \d, \pL, \p{Greek} and, inside brackets, [:alpha:].
import { type Cursor, type Flags, refuse, takeMatch, textFrom } from './cursor.ts';
import type { RuneTest } from './node.ts';
import { negated, runesLike } from './rune-tests.ts';

const PERL: Readonly<Record<string, string>> = {
  d: '0-9',
  s: String.raw`\t\n\f\r `,
  w: '0-9A-Za-z_',
};

const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: String.raw`\x00-\x7f`,
  blank: String.raw`\t `,
  cntrl: String.raw`\x00-\x1f\x7f`,
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: String.raw`!-\/:-@\[-\x60\{-~`,
  space: String.raw`\t-\r `,
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

const CATEGORY = /^(?:C[cfnos]?|L[Cclmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;

/** Names that JavaScript spells otherwise. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['Any', 'Any'],
  ['Ascii', 'ASCII'],
  ['Assigned', 'Assigned'],
  ['Lc', 'LC'],
]);

/** Scripts of four letters by their names; all others of four letters are codes, which RE2 has not. */
const SHORT_SCRIPTS = new Set(['Cham', 'Kawi', 'Lisu', 'Newa', 'Thai', 'Toto']);

/** A class that begins at the cursor with a backslash; undefined where there is none, and nothing is taken. */
export function readEscapedClass(cursor: Cursor): RuneTest | undefined {
  const perl = takeMatch(cursor, /\\([dsw])/iy)?.[1];
  if (perl !== undefined)
    return signed(perl === perl.toUpperCase(), runesLike(PERL[perl.toLowerCase()] ?? '', cursor.flags));
  return readUnicodeClass(cursor);
}

function readUnicodeClass(cursor: Cursor): RuneTest | undefined {
  const from = cursor.at;
  const sign = takeMatch(cursor, /\\([pP])/y)?.[1];
  if (sign === undefined) return undefined;
  const found = takeMatch(cursor, /\{(\^?)([^}]*)\}|(\^?)([^{])/uy);
  const name = found?.[2] ?? found?.[4];
  const words = found === undefined ? cursor.text.slice(from) : textFrom(cursor, from);
  const test = name === undefined ? undefined : unicodeClass(name, cursor.flags);
  if (test === undefined) return refuse('invalid character class range', words);
  return signed((sign === 'P') !== ((found?.[1] ?? found?.[3]) === '^'), test);
}

function unicodeClass(name: string, flags: Flags): RuneTest | undefined {
  const known = OTHERWISE.get(name) ?? (CATEGORY.test(name) ? name : undefined);
  if (known !== undefined) return runesLike(String.raw`\p{${known}}`, flags);
  if (!/^[A-Za-z_]+$/.test(name) || (name.length === 4 && !SHORT_SCRIPTS.has(name))) return undefined;
  try {
    return runesLike(String.raw`\p{Script=${name}}`, flags);
  } catch {
    return undefined;
  }
}

/** `[:alpha:]` at the cursor, inside of brackets; undefined where no `:]` follows. */
export function readPosixClass(cursor: Cursor): RuneTest | undefined {
  const found = takeMatch(cursor, /\[:([^]*?):\]/y);
  if (found === undefined) return undefined;
  const name = found[1] ?? '';
  const set = Object.hasOwn(POSIX, name.replace('^', '')) ? POSIX[name.replace('^', '')] : undefined;
  if (set === undefined || name.lastIndexOf('^') > 0)
    return refuse('invalid character class range', found[0]);
  return signed(name.startsWith('^'), runesLike(set, cursor.flags));
}

function signed(not: boolean, test: RuneTest): RuneTest {
  return not ? negated(test) : test;
}
