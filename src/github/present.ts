// GraphQL's lists without their holes.

/** GraphQL lists may hold null for what the token may not see. */
export function present<T>(nodes: readonly (T | null)[] | null | undefined): T[] {
  return (nodes ?? []).filter((node): node is T & {} => node !== null);
}
