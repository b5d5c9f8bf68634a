// Names the suite of a test: the way through the suites around it, then its class, so that no two suites are one.
import { shorten } from '../text/shorten.ts';

/** Names of suites, one inside of the other; bounded. */
export interface Way {
  /** All of them. */
  readonly whole: string;
  /** Without the innermost one. */
  readonly outer: string;
  readonly last: string;
}

export interface SuiteName {
  readonly suite: string;
  /** Absent where the suite is no more than that. */
  readonly class?: string;
}

/** Characters of a way: four suites of the longest name. */
const LONGEST = 1200;

const BETWEEN = ' > ';

/** Names that a tool gives to the suite of every test. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['pytest', 'nosetests', 'Root Suite']);

/** The way into a suite of that name; one without a name is no step. Both are lines of bounded length. */
export function wayInto(around: Way | undefined, name: string): Way {
  const outer = around?.whole ?? '';
  if (name === '') return around ?? { whole: '', outer: '', last: '' };
  return { whole: shorten(joined(outer, name), LONGEST), outer, last: name };
}

/** Where the innermost suite is named for the class, it is said once. */
export function suiteName(way: Way | undefined, ofClass: string): SuiteName {
  const whole = way?.whole ?? '';
  if (ofClass === '') return { suite: whole };
  const before = way?.last === ofClass ? way.outer : SAYS_NOTHING.has(whole) ? '' : whole;
  return before === '' ? { suite: ofClass } : { suite: joined(before, ofClass), class: ofClass };
}

function joined(before: string, name: string): string {
  return before === '' ? name : `${before}${BETWEEN}${name}`;
}
