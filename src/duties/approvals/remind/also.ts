// What a comment tells people beside its own pull request: others that wait for them, remembered in a hidden line.
import { type Day, parseDay } from '../../../domain/day.ts';

/** Somebody whom the comment tells, and the pull requests that it names to them. */
export interface Also {
  /** `alice` or `acme/api`. */
  readonly name: string;
  readonly pulls: readonly {
    readonly number: number;
    /** The deadline that they were told. */
    readonly day: Day;
  }[];
}

const ALSO = /^<!-- relcomms:also ([^<>\r\n]*) -->[ \t]*\r?$/m;
const PULL = /^(\d{1,9}):(\d{4}-\d{2}-\d{2})$/;

/** `alice=12:2026-11-03,15:2026-11-03 acme%2Fapi=12:2026-11-03`; empty when nobody is told of anything else. */
export function alsoLine(also: readonly Also[]): string {
  if (also.length === 0) return '';
  const words = also.map(
    ({ name, pulls }) => `${encoded(name)}=${pulls.map(({ number, day }) => `${number}:${day}`).join(',')}`,
  );
  return `<!-- relcomms:also ${words.join(' ')} -->`;
}

/** What is broken in the line is left out. */
export function readAlso(body: string): Also[] {
  const words = ALSO.exec(body)?.[1]?.split(' ') ?? [];
  return words.flatMap((word): Also[] => {
    const [name, list = ''] = word.split('=');
    const pulls = list.split(',').flatMap((entry) => {
      const [, number, text = ''] = PULL.exec(entry) ?? [];
      const day = parseDay(text);
      return day === undefined ? [] : [{ number: Number(number), day }];
    });
    const known = decoded(name ?? '');
    return known === undefined || pulls.length === 0 ? [] : [{ name: known, pulls }];
  });
}

/** Half a character can't be encoded. */
function encoded(name: string): string {
  return encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '?'));
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
