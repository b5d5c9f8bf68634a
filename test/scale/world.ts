// The world of the long test: five accounts with a hundred repositories each, one of them suspended and one slow.
import { configOfToday } from '../support/config-of-today.ts';
import { type EmbeddedGitHub, type GitHubSeed, start } from '../../packages/embedded-github/src/index.ts';

export const OWNERS = ['acme', 'birch', 'cedar', 'slow', 'gone'] as const;
export const SLOW = 'slow';
export const SUSPENDED = 'gone';

/** Milliseconds that GitHub takes longer for each request about the slow account. */
const SLOWNESS = 150;

export interface Place {
  readonly owner: string;
  readonly repo: string;
}

export async function startWorld(each: number): Promise<{ github: EmbeddedGitHub; places: Place[] }> {
  const config = configOfToday(Date.now());
  const places = OWNERS.flatMap((owner) =>
    Array.from({ length: each }, (_, n): Place => ({ owner, repo: `r${n}` })),
  );
  const [first, ...others] = places.map(({ owner, repo }) => ({
    owner,
    repo,
    files: { '.github/relcomms.yml': config },
  }));
  const people = [{ login: 'alice', permission: 'admin' }] as const;
  const app = { webhookSecret: 'whisper' };
  const seed = { people, app, ...first, repos: others } as GitHubSeed;
  const github = await start({ seed });
  github.setInstallation(SUSPENDED, { state: 'suspended' });
  github.before(async ({ path, body }) => {
    if (!`${path} ${JSON.stringify(body ?? '')}`.includes(SLOW)) return;
    await new Promise((resolve) => setTimeout(resolve, SLOWNESS));
  });
  return { github, places };
}
