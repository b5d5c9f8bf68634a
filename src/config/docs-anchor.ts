// The part of docs/configuration.md that a problem of a config is about.
import type { Problem } from '../domain/problem.ts';

/** Codes whose part is another than that of their key. */
const BY_CODE: Readonly<Record<string, string>> = {
  'yaml-syntax': 'accepted-yaml',
  'lost-comment': 'accepted-yaml',
  'too-many-aliases': 'accepted-yaml',
  'bad-day': 'three-ways-to-write-a-day',
  'bad-duration': 'lengths-of-time',
};

/** Keys at the top that are single values have no part of their own. */
const SINGLE: ReadonlySet<string> = new Set(['timezone', 'extends', 'roles', 'holidays', 'app', 'enabled']);

/** What stands at the top and is no key of ours. */
const STRANGE: ReadonlySet<string> = new Set(['unknown-key', 'bad-key']);

/** Without the `#`. */
export function docsAnchor({ code, path }: Pick<Problem, 'code' | 'path'>): string {
  const [first] = path;
  const own = BY_CODE[code];
  if (own !== undefined) return own;
  return typeof first !== 'string' || SINGLE.has(first) || (path.length === 1 && STRANGE.has(code))
    ? 'all-keys'
    : first;
}
