// Questions that are a list of names: the most frequent kind.
import * as z from 'zod';

/** Each once, in the order in which they come up. */
export function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}

export const NAME = z.string().max(2000);

/** A list of names as it may come from another process: more or longer ones nobody asks about. */
export const NAMES = z.array(NAME).max(10_000);

/** How lists of names join and count. */
export const NAME_LIST = {
  bare: [] as readonly string[],
  shape: NAMES,
  join: (a: readonly string[], b: readonly string[]): readonly string[] => union(a, b),
  count: (names: readonly string[]): number => names.length,
};

/** The aliases of names in the one query: `label0`, `label1`, … by their places among all that it asks for. */
export function aliases(prefix: string, names: readonly string[], asked = names): string[] {
  return names.map((name) => `${prefix}${asked.indexOf(name)}`);
}

/** A variable for each name. */
export function namedBy(prefix: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [`${prefix}${index}`, name]));
}
