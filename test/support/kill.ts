// A client whose process is killed right before one of its writes.
import type { GitHub } from '../../src/github/client.ts';
import { writeKind } from '../../src/github/write-kind.ts';

/** The first `writes` writes get through; with the next one everything ends, reads too. */
export function killedAfter(github: GitHub, writes: number): GitHub {
  let sent = 0;
  let dead = false;
  const live = (method: string, url: string, query?: string): void => {
    if (writeKind({ method, url, query }) !== undefined) {
      dead ||= sent >= writes;
      sent += 1;
    }
    if (dead) throw new Error('killed');
  };
  const request = async (route: string, parameters: Record<string, unknown>): Promise<unknown> => {
    const [method = '', url = ''] = route.split(' ');
    live(method, url);
    return github.request(route, parameters);
  };
  return {
    ...github,
    request: request as unknown as GitHub['request'],
    graphql: async (query, variables) => {
      live('POST', '/graphql', query);
      return github.graphql(query, variables);
    },
  };
}
