// Asks for a new token when GitHub knows the old one no longer: somebody revoked it.
import { statusOf } from '../github/failure.ts';

/** What is needed of a client with the token of an installation. */
export interface Renewable {
  readonly hook: { wrap(name: 'request', callback: Wrapper): void };
  // oxlint-disable-next-line typescript/no-explicit-any -- Probot types it by strategies of its own
  readonly auth: (options: any) => Promise<unknown>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- Octokit types its hook by its own, far wider options
type Wrapper = (request: (options: any) => any, options: any) => Promise<any>;

/** Once per request. A refused token has done nothing, so a write may go again. */
export function renewToken(octokit: Renewable): void {
  octokit.hook.wrap('request', async (request, options: unknown) => {
    try {
      return (await request(options)) as unknown;
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      await octokit.auth({ type: 'installation', refresh: true });
      return (await request(options)) as unknown;
    }
  });
}
