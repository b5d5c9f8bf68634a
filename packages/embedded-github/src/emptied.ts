// An answer whose lists are all empty: what a search index answers that has fallen behind.
import type { Answer } from './rest/call.ts';

/** Lists of REST and connections of GraphQL; everything else stays as it is. */
export function emptied(answer: Answer): Answer {
  return answer.status === 200 && answer.json !== undefined
    ? { ...answer, json: withoutItems(answer.json) }
    : answer;
}

function withoutItems(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  if (Array.isArray(object['nodes']))
    return {
      ...object,
      nodes: [],
      ...('totalCount' in object ? { totalCount: 0 } : {}),
      ...('pageInfo' in object
        ? { pageInfo: { ...(object['pageInfo'] as object), hasNextPage: false, endCursor: null } }
        : {}),
    };
  return Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, withoutItems(inner)]));
}
