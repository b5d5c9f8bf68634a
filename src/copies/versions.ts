// Whether words are about this release or about another one.
import { minorOf } from '../domain/minor-of.ts';

export interface KnownVersions {
  /** Of the release: several in a train. */
  readonly own: readonly string[];
  /** Of the other releases of the config. */
  readonly others: readonly string[];
}

/** `1.34`, `v1.34.0-rc.1`; no part of a day, of a clock or of an address. */
const VERSION = /(?<![\w.:/-])v?(\d{1,4}(?:\.\d{1,4}){1,3})(?![\w:/]|\.\d)(?:-[a-z]+(?:\.?\d+)?(?!\w))?/gi;

/** A version as part of a name: `release-1.34`, `releases/1.34.md`, `v1.34`. */
const IN_NAME = /(?:^|[^\d.:])v?(\d{1,4}(?:\.\d{1,4}){1,3})(?!\d|[.:]\d)/gi;

/** `own`: about this release. `other`: about another, or about both. Undefined: they name none. */
export function aboutOf(words: string, { own, others }: KnownVersions): 'own' | 'other' | undefined {
  const plain = words.slice(0, 1000).replaceAll(/\d{4}-\d\d-\d\d/g, ' ');
  const named = [...plain.matchAll(VERSION), ...plain.matchAll(IN_NAME)].map(([, version = '']) => version);
  const spoken = others.filter((version) => !/^v?\d+\.\d/.test(version) && says(plain, version));
  const ours = own.filter((version) => !/^v?\d+\.\d/.test(version) && says(plain, version));
  const isOther = spoken.length > 0 || named.some((version) => !own.some((one) => isOf(version, one)));
  if (isOther) return 'other';
  return named.length > 0 || ours.length > 0 ? 'own' : undefined;
}

/** `1.34` and `1.34.0` are about `v1.34.0`, and `1.34.1` is not. */
function isOf(named: string, version: string): boolean {
  const whole = version.replace(/^v(?=\d)/i, '').replace(/-.*$/, '');
  return named === whole || named === minorOf(whole) || `${named}.0` === whole || named === `${whole}.0`;
}

/** A version that is no number with dots is looked for as it is written, as a word of its own. */
function says(words: string, version: string): boolean {
  const at = words.toLowerCase().indexOf(version.toLowerCase());
  if (at < 0) return false;
  const around = `${words[at - 1] ?? ' '}${words[at + version.length] ?? ' '}`;
  // A number alone may count anything: `42`.
  return !/[\w.:/-]/.test(around) && !/^\d+$/.test(version);
}

/** The versions of a release and their first two numbers, wherever a text has them; undefined: it has none. */
export function ownVersions(own: readonly string[]): RegExp | undefined {
  const all = own.flatMap((version) => {
    const whole = version.replace(/^v(?=\d)/i, '');
    return [whole, minorOf(whole)];
  });
  const names = [...new Set(all)].filter((one) => one !== '').toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return undefined;
  const either = names.map((name) => name.replaceAll(/[.*+?^$()[\]|\\{}-]/g, String.raw`\$&`)).join('|');
  return new RegExp(String.raw`(?<![\w.])v?(?:${either})(?!\d|\.\d)`, 'gi');
}
