// What is left of a config without its mistakes, so that the rest of it can be looked at.
import type * as z from 'zod';

/** Rounds of leaving out: what was left out may leave something else without what it needs. */
const ROUNDS = 8;

type Steps = readonly PropertyKey[];

/** Decodes the value without what the schema finds wrong in it; undefined when nothing of use is left. */
export function withoutMistakes<T>(value: unknown, schema: z.ZodType<T>): T | undefined {
  let rest = value;
  for (let round = 0; round < ROUNDS; round++) {
    const decoded = schema.safeParse(rest);
    if (decoded.success) return decoded.data;
    const lost = decoded.error.issues.map(({ path }) => (hasAt(rest, path) ? path : path.slice(0, -1)));
    if (lost.some((path) => path.length === 0)) return undefined;
    rest = without(rest, lost);
  }
  return undefined;
}

function hasAt(value: unknown, path: Steps): boolean {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at !== undefined;
}

/** A copy without what stands at these paths. */
function without(value: unknown, paths: readonly Steps[]): unknown {
  if (typeof value !== 'object' || value === null || paths.length === 0) return value;
  const gone = new Set(paths.flatMap(([step, ...more]) => (more.length === 0 ? [String(step)] : [])));
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (gone.has(key)) return [];
    const inside = paths.flatMap(([step, ...more]) => (String(step) === key ? [more] : []));
    return [[key, without(inner, inside)]];
  });
  if (Array.isArray(value)) return kept.map(([, inner]) => inner);
  return Object.assign(Object.create(null), Object.fromEntries(kept));
}
