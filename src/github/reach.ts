// How a run comes to a client that reads another repository, or why it has none.
import type { UnreadReason } from '../domain/elsewhere.ts';
import type { GitHub, RepositoryName } from './client.ts';

export type Reached =
  | {
      readonly github: GitHub;
      /**
       * Another owner lets the App in, and did not do it for this repository: what is not public there is not read. Whoever
       * writes a config would read with it what only we may see.
       */
      readonly isGuest?: true;
    }
  | { readonly reason: UnreadReason; readonly why: string };

/** Rejects as GitHub does. */
export type Reach = (repository: RepositoryName) => Promise<Reached>;

/** With the same token. */
export function withOwnToken(github: GitHub): Reach {
  return ({ owner, repo }) => Promise.resolve({ github: { ...github, owner, repo } });
}
