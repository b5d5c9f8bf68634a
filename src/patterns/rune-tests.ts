// Tests of single code points. JavaScript's own classes of one character are asked, which nothing can keep busy.
import type { Flags } from './cursor.ts';
import type { RuneTest } from './node.ts';

/** `set` as between the brackets of JavaScript; throws where it knows a name in it not. */
export function runesLike(set: string, { anyCase }: Pick<Flags, 'anyCase'>): RuneTest {
  const one = new RegExp(`^[${set}]$`, anyCase ? 'iu' : 'u');
  return remembered((rune) => one.test(String.fromCodePoint(rune)));
}

/** From the first to the last, both with it. */
export function runesBetween(first: number, last: number, flags: Flags): RuneTest {
  if (flags.anyCase) return runesLike(`${written(first)}-${written(last)}`, flags);
  return first === last ? (rune) => rune === first : (rune) => rune >= first && rune <= last;
}

function written(rune: number): string {
  return `\\u{${rune.toString(16)}}`;
}

export function negated(test: RuneTest): RuneTest {
  return (rune) => !test(rune);
}

export function anyOf(tests: readonly RuneTest[]): RuneTest {
  const [only, ...others] = tests;
  return only !== undefined && others.length === 0
    ? only
    : remembered((rune) => tests.some((test) => test(rune)));
}

/** Asks once for each code point of ASCII, of which most names are. */
function remembered(test: RuneTest): RuneTest {
  const known = new Int8Array(128);
  return (rune) => {
    if (rune > 127) return test(rune);
    if (known[rune] === 0) known[rune] = test(rune) ? 1 : -1;
    return known[rune] === 1;
  };
}
