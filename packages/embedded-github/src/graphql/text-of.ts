// A text argument; undefined when it is absent or null.

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
