// An answer in which lists are empty, as an index answers it that has fallen behind: all of them, or one.

type Draw = (below: number) => number;

/** `draw`: whether all are emptied, and else which one. */
export function emptiedOf(json: unknown, graphql: boolean, draw: Draw): unknown {
  return graphql ? withoutNodes(json, draw) : withoutItems(json);
}

/** The answer of a list of REST: an array, or an object with a count and one. */
function withoutItems(json: unknown): unknown {
  if (Array.isArray(json)) return [];
  if (typeof json !== 'object' || json === null || !('total_count' in json)) return json;
  const entries = Object.entries(json).map(([key, value]) => [key, Array.isArray(value) ? [] : value]);
  return { ...(Object.fromEntries(entries) as object), total_count: 0 };
}

function withoutNodes(json: unknown, draw: Draw): unknown {
  const count = countConnections(json);
  const only = count === 0 || draw(2) === 0 ? undefined : draw(count);
  let at = 0;
  const walk = (value: unknown): unknown => {
    if (isConnection(value)) {
      const hit = only === undefined || only === at;
      at += 1;
      if (hit) return emptied(value);
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(json);
}

function countConnections(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, one) => sum + countConnections(one), 0);
  return inner + (isConnection(value) ? 1 : 0);
}

function isConnection(value: unknown): value is { readonly nodes: readonly unknown[] } {
  return typeof value === 'object' && value !== null && Array.isArray((value as { nodes?: unknown }).nodes);
}

function emptied(value: object): unknown {
  return {
    ...value,
    nodes: [],
    ...('totalCount' in value ? { totalCount: 0 } : {}),
    ...('pageInfo' in value
      ? { pageInfo: { ...(value.pageInfo as object), hasNextPage: false, endCursor: null } }
      : {}),
  };
}
