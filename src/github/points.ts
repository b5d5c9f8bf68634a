// Counts what GraphQL queries cost, in the points that GitHub tells with each answer.

type Ask = (query: string, variables?: Record<string, unknown>) => Promise<unknown>;

/** The same queries, each with its cost; a server that counts nothing answers null. */
export function countingPoints(ask: Ask, onPoints: (points: number) => void): Ask {
  const count = (answer: unknown): void => {
    const limit = (answer as { readonly rateLimit?: { readonly cost?: number } | null } | null)?.rateLimit;
    onPoints(limit?.cost ?? 0);
  };
  return async (query, variables) => {
    try {
      const answer = await ask(counted(query), variables);
      count(answer);
      return answer;
    } catch (error) {
      // An answer in parts has cost as much.
      count((error as { readonly data?: unknown } | null)?.data);
      throw error;
    }
  };
}

/** Mutations are no queries: what they cost is not asked. */
function counted(query: string): string {
  return query.replace('repository(owner:', 'rateLimit { cost }\n  repository(owner:');
}
