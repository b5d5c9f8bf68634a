// Versions that follow a pattern, such as `2.{n}.0`: made from a number and a day, and recognised again.
import type { Day } from './day.ts';
import type { Rhythm } from './rhythm.ts';

/** What a place stands for: the running number, or a part of the planned day. */
const PLACES = ['n', 'yyyy', 'yy', 'mm', 'm', 'dd', 'd'] as const;

export type PlaceName = (typeof PLACES)[number];

export const PLACE_NAMES: readonly string[] = PLACES;

/** Of these nobody knows where the next digit belongs. */
const ANY_WIDTH: ReadonlySet<string> = new Set(['n', 'm', 'd']);

/** Plain text, or the name of a place. */
type Part = { readonly text: string } | { readonly place: PlaceName };

export type VersionPattern = readonly Part[];

/** What is wrong with a pattern. */
export type PatternMistake =
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'braces' }
  | { readonly kind: 'side-by-side'; readonly first: string; readonly second: string };

/** The parts of a pattern, or why it is none. */
export function parseVersionPattern(text: string): { readonly parts: VersionPattern } | PatternMistake {
  const parts: Part[] = [];
  for (const [whole, name] of text.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    if (whole === '{' || whole === '}') return { kind: 'braces' };
    const place = PLACES.find((known) => known === name);
    if (name !== undefined && place === undefined) return { kind: 'unknown', name };
    const before = parts.at(-1);
    if (place !== undefined && before !== undefined && 'place' in before) {
      const unclear = ANY_WIDTH.has(place) || ANY_WIDTH.has(before.place);
      if (unclear) return { kind: 'side-by-side', first: before.place, second: place };
    }
    parts.push(place === undefined ? { text: whole } : { place });
  }
  return { parts };
}

/** The version of the release with this number and planned day. */
export function versionOf(pattern: VersionPattern, number: number, day: Day): string {
  return pattern.map((part) => ('text' in part ? part.text : valuesOf(number, day)[part.place])).join('');
}

/** What each place stands for. */
export function valuesOf(number: number, day: Day): Readonly<Record<PlaceName, string>> {
  const [yyyy, mm, dd] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)];
  return {
    n: String(number),
    yyyy,
    yy: yyyy.slice(2),
    mm,
    m: String(Number(mm)),
    dd,
    d: String(Number(dd)),
  };
}

const DIGITS: Readonly<Record<PlaceName, string>> = {
  n: String.raw`0|[1-9]\d{0,6}`,
  yyyy: String.raw`[12]\d{3}`,
  yy: String.raw`\d\d`,
  mm: String.raw`0[1-9]|1[0-2]`,
  m: String.raw`[1-9]|1[0-2]`,
  dd: String.raw`0[1-9]|[12]\d|3[01]`,
  d: String.raw`[1-9]|[12]\d|3[01]`,
};

/** What a version says: its number, or the days on which it may be planned. Undefined: it is none of the pattern. */
export function readVersion(
  pattern: VersionPattern,
  version: string,
): { readonly number: number } | { readonly from: Day; readonly to: Day } | undefined {
  const source = pattern.map((part) =>
    'text' in part
      ? part.text.replaceAll(/[.*+?^$()[\]|\\{}-]/g, String.raw`\$&`)
      : `(${DIGITS[part.place]})`,
  );
  const found = new RegExp(`^${source.join('')}$`).exec(version);
  if (found === null) return undefined;
  const places = pattern.flatMap((part) => ('place' in part ? [part.place] : []));
  const values = new Map(places.map((place, index) => [place, found[index + 1] ?? '']));
  const number = values.get('n');
  if (number !== undefined) return { number: Number(number) };
  const year = values.get('yyyy') ?? `20${values.get('yy') ?? '00'}`;
  const month = (values.get('mm') ?? values.get('m'))?.padStart(2, '0');
  return { from: `${year}-${month ?? '01'}-01` as Day, to: `${year}-${month ?? '12'}-31` as Day };
}

/** Whether every release has a version of its own. */
export function isUnique(pattern: VersionPattern, rhythm: Rhythm): boolean {
  const has = (...names: PlaceName[]): boolean =>
    pattern.some((part) => 'place' in part && names.includes(part.place));
  if (has('n')) return true;
  if (!has('yyyy', 'yy')) return false;
  const { unit, count } = rhythm;
  if (unit === 'months' ? count >= 12 : count >= 53) return true;
  if (!has('m', 'mm')) return false;
  return unit === 'months' || count >= 5 || has('d', 'dd');
}
