// A record in which `constructor` and `toString` are keys like any other.

/** The same keys with changed values. */
export function withoutPrototype<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Record<string, U> {
  const changed = Object.create(null) as Record<string, U>;
  for (const [key, value] of Object.entries(record)) changed[key] = change(value);
  return changed;
}
